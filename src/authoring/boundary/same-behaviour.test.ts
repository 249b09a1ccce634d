/** The same node behaves the same in process, in a worker and in a process of its own. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createNodeHarness } from "../harness/node-harness.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import type { ClosableNode } from "./boundary-source.ts";
import { bundleNodes } from "./bundled-node.test-kit.ts";
import { type NodeStage, stageNode } from "./node-stage.test-kit.ts";
import { processNode } from "./process-node.ts";
import meter, { METER_PORTS } from "./specimens/meter-node.test-kit.ts";
import { workerNode } from "./worker-node.ts";

/** The machine may be slow; nothing here is meant to hang. */
const limits = { answer_ms: 30_000, start_ms: 30_000 };
const outside: { [where: string]: NodeDefinition & ClosableNode } = {};

beforeAll(async () => {
  const find = await bundleNodes(
    "specimens/meter-node.test-kit.ts",
    "specimens/meter-process.test-kit.ts",
    "serve-worker-node.ts",
  );
  const command = [process.execPath, find("specimens/meter-process.test-kit.ts").pathname];
  outside["process"] = processNode({ ...METER_PORTS, command, limits });
  const kit = find("serve-worker-node.ts");
  outside["worker"] = workerNode({
    ...METER_PORTS,
    module: find("specimens/meter-node.test-kit.ts"),
    kit,
    limits,
  });
});

afterAll(() => {
  for (const node of Object.values(outside)) node.close();
});

const SCRIPTS: { readonly [name: string]: (stage: NodeStage) => Promise<unknown> } = {
  "typed arrays": (stage) => stage.input("audio.frame", Int16Array.of(1, -2, 32767 / 4)),
  "virtual timers": async (stage) => {
    await stage.input("text.final", { words: ["a", "b", "c"] });
    await stage.advance(15);
    await stage.advance(100);
  },
  "cancel while a call is open": async (stage) => {
    await stage.input("text.final", { words: ["a", "b", "c", "d"] });
    await stage.advance(15);
    await stage.cancel();
    await stage.advance(100);
  },
  "barge-in while a call is open": async (stage) => {
    await stage.input("text.final", { words: ["a", "b", "c"] });
    await stage.bargeIn();
    await stage.advance(100);
  },
  "an exhausted budget": (stage) => stage.exhaust("degrade"),
  "a refusal and an error": async (stage) => {
    await stage.input("ask", "refuse");
    await stage.input("ask", "throw");
    await stage.input("ask", "config");
    await stage.input("ask", "left");
  },
  "an output by itself": async (stage) => {
    await stage.input("ask", "later");
    await stage.advance(30);
  },
  "a slow consumer": async (stage) => {
    stage.setCredit(1);
    await stage.input("text.final", { words: ["a", "b"] });
    await stage.advance(50);
    stage.setCredit(9);
    await stage.advance(50);
  },
};

describe.each(["process", "worker"])("a node in a %s behaves as it does inside", (where) => {
  test.each(Object.keys(SCRIPTS))("with %s", async (name) => {
    const run = async (node: NodeDefinition) => {
      const stage = await stageNode(node, { config: { volume: 3 } });
      await SCRIPTS[name]?.(stage);
      await stage.stop();
      return stage;
    };
    const [inside, other] = [await run(meter), await run(outside[where] as NodeDefinition)];
    const unmarked = other.happened.filter(({ what }) => what !== "telemetry boundary");
    expect(unmarked).toEqual(inside.happened);
    expect(other.timers).toBe(0);
    expect(inside.outputs.length).toBeGreaterThan(0);
  });

  test("in a harness, over turns, cancels and moves", async () => {
    const run = async (node: NodeDefinition) => {
      const harness = await createNodeHarness(node as typeof meter, { seed: 5, config: { volume: 3 } });
      await harness.openTurn();
      await harness.feed("audio.frame", Int16Array.of(1, 2, -3));
      await harness.feed("text.final", { words: ["a", "b", "c"] });
      await harness.advanceBy(15);
      await harness.bargeIn();
      await harness.advanceBy(50);
      await harness.feed("ask", "later");
      await harness.feed("ask", "refuse");
      await harness.advanceBy(30);
      await harness.commitTurn();
      await harness.openTurn();
      await harness.feed("text.final", { words: ["d", "e", "f"] });
      await harness.advanceBy(15);
      await harness.migrate();
      await harness.feed("ask", "config");
      await harness.feed("text.final", { words: ["g", "h"] });
      await harness.cancel();
      await harness.advanceBy(100);
      await harness.close();
      const own = harness.transcript.filter(({ entry, name }: { entry: string; name?: string }) =>
        entry === "telemetry" ? name !== "boundary" : true,
      );
      // Outside, random streams begin anew with each instance; inside they go on for the session.
      return JSON.parse(JSON.stringify(own).replaceAll(/"draw":[\d.]+/g, '"draw":0')) as unknown[];
    };
    const inside = await run(meter);
    expect(inside.length).toBeGreaterThan(40);
    expect(await run(outside[where] as NodeDefinition)).toEqual(inside);
  });

  test("where it breaks a rule", async () => {
    const run = async (node: NodeDefinition) => {
      const harness = await createNodeHarness(node as typeof meter);
      await harness.openTurn();
      await harness.feed("ask", "forbidden");
      await harness.feed("ask", "throw");
      await harness.feed("ask", "left");
      await harness.close({ allow: ["NODE-SCOPE-03", "NODE-LIFE-01"] });
      return [...new Set(harness.violations.map(({ rule }) => rule)), harness.outputs("word").length];
    };
    const inside = await run(meter);
    expect(inside).toEqual(["NODE-SCOPE-03", "NODE-LIFE-01", 1]);
    expect(await run(outside[where] as NodeDefinition)).toEqual(inside);
  });

  test("with state that outlives the instance", async () => {
    const state = new Map<string, unknown>();
    for (const moves of [0, 1, 2]) {
      const stage = await stageNode(outside[where] as NodeDefinition, { state });
      expect(stage.outputs).toEqual([{ at_ms: 0, what: "telemetry made", value: { moves } }]);
      await stage.stop();
    }
  });

  test("and the same script gives the same bytes, marks included", async () => {
    const run = async () => {
      const stage = await stageNode(outside[where] as NodeDefinition);
      await stage.input("text.final", { words: ["a", "b"] });
      await stage.advance(100);
      await stage.stop();
      return JSON.stringify(stage.happened);
    };
    const first = await run();
    expect(await run()).toBe(first);
    expect(first).toContain(
      `{"at_ms":0,"what":"telemetry boundary","value":{"boundary":"${where}","node_id":"meter","cpu_units":500,"memory_mb":400}}`,
    );
  });
});
