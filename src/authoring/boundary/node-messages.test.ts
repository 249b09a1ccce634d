/** Every line that goes over a boundary is what the contracts `node_request` and `node_reply` say. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { validateText } from "../../validators/validate-text.ts";
import { createNodeHarness } from "../harness/node-harness.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import { bundleNodes } from "./bundled-node.test-kit.ts";
import { stageNode } from "./node-stage.test-kit.ts";
import { launchNodeProcess } from "./process/launch-node-process.ts";
import type meter from "./specimens/meter-node.test-kit.ts";
import { METER_PORTS } from "./specimens/meter-node.test-kit.ts";
import { type TappedNode, tapNode } from "./tapped-node.test-kit.ts";
import { launchNodeWorker } from "./worker/launch-node-worker.ts";

const python = fileURLToPath(
  new URL("../../../examples/nodes/python-punctuation/punctuation_node.py", import.meta.url),
);
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const nodes: { [where: string]: TappedNode } = {};

const inProcess =
  (command: readonly string[]): Parameters<typeof tapNode>[1] =>
  (events, max_bytes) =>
    launchNodeProcess({ command, cwd: undefined, env: undefined, max_bytes }, events);

beforeAll(async () => {
  const find = await bundleNodes(
    "specimens/meter-node.test-kit.ts",
    "specimens/meter-process.test-kit.ts",
    "serve-worker-node.ts",
  );
  const served = find("specimens/meter-process.test-kit.ts").pathname;
  nodes["process"] = tapNode(METER_PORTS, inProcess([process.execPath, served]));
  const module = find("specimens/meter-node.test-kit.ts").href;
  const kit = find("serve-worker-node.ts").href;
  nodes["worker"] = tapNode(METER_PORTS, (events) =>
    launchNodeWorker({ module, kit, memory_mb: 400 }, events),
  );
  const text = { payload_class: "text_raw" } as const;
  const ports = {
    node_id: "python-punctuation",
    version: "1.0.0",
    execution_scope: "session",
    state: ["session_hot"],
    inputs: { "text.partial": text, "text.final": text },
    outputs: { "text.segment": text },
  } as const;
  nodes["python"] = tapNode(ports, inProcess(["python3", python]));
});

afterAll(() => {
  for (const { node } of Object.values(nodes)) node.close();
});

/** The ops of the lines; each line that is not of its kind fails the test with what is wrong with it. */
function opsOf(kind: "node_request" | "node_reply", lines: readonly string[]): string[] {
  const wrong = lines.flatMap((line) => {
    const result = validateText(kind, line);
    return result.ok ? [] : [`${result.diagnostics.map(({ rule }) => rule).join(", ")}: ${line}`];
  });
  expect(wrong).toEqual([]);
  return [...new Set(lines.map((line) => (JSON.parse(line) as { op: string }).op))].sort();
}

/** Whatever the node for tests can do, by way of a harness; what only a stage can do, on a stage. */
async function driveMeter(node: NodeDefinition): Promise<void> {
  const harness = await createNodeHarness(node as typeof meter, { config: { volume: 3 } });
  await harness.openTurn();
  await harness.feed("audio.frame", Int16Array.of(1, 2, -3));
  await harness.feed("text.final", { words: ["a", "b", "c"] });
  await harness.advanceBy(15);
  await harness.bargeIn();
  await harness.advanceBy(50);
  for (const question of ["later", "refuse", "config"]) await harness.feed("ask", question);
  await harness.advanceBy(30);
  await harness.exhaustBudget("degrade");
  await harness.commitTurn();
  await harness.openTurn();
  await harness.feed("text.final", { words: ["d", "e", "f"] });
  await harness.migrate();
  await harness.feed("text.final", { words: ["g", "h"] });
  await harness.cancel();
  await harness.advanceBy(100);
  await harness.close();
  const stage = await stageNode(node);
  await stage.input("ask", "throw");
  await stage.input("ask", "left");
  await stage.stop();
}

describe.each(["process", "worker"])("a node in a %s and the kit", (where) => {
  test("exchange requests and replies of the contracts", async () => {
    const { node, requests, replies } = nodes[where] as TappedNode;
    await driveMeter(node);
    expect(opsOf("node_request", requests)).toEqual(
      ["call", "cancel", "create", "hello", "leave", "next", "taken", "wake"].sort(),
    );
    expect(opsOf("node_reply", replies)).toEqual(
      [
        "done",
        "error",
        "forget",
        "hello",
        "output",
        "refused",
        "settled",
        "state",
        "telemetry",
        "wake_me",
      ].sort(),
    );
  });
});

/** Registers the tests where they can run. */
const describePython = hasPython ? describe : () => {};

describePython("a node in Python and the kit", () => {
  test("exchange requests and replies of the contracts", async () => {
    const { node, requests, replies } = nodes["python"] as TappedNode;
    const stage = await stageNode(node, { config: { hold_ms: 300 } });
    await stage.input("text.partial", "Good morning. How");
    await stage.advance(300);
    await stage.input("text.final", "Good morning. How are you?");
    await stage.input("text.final", { text: "no" });
    await stage.input("text.partial", "Never mind");
    await stage.cancel();
    await stage.exhaust("fallback");
    await stage.stop();
    expect(opsOf("node_request", requests)).toEqual(
      expect.arrayContaining(["call", "cancel", "taken", "wake"]),
    );
    expect(opsOf("node_reply", replies)).toEqual(
      expect.arrayContaining(["done", "forget", "output", "refused", "state", "wake_me"]),
    );
  });
});

test("a line that is none of the contracts is noticed", () => {
  expect(() => opsOf("node_reply", ['{"op":"done"}'])).toThrow();
  expect(() => opsOf("node_request", ['{"id":1,"op":"bye","now_ms":0}'])).toThrow();
  expect(() => opsOf("node_request", ['{"id":1,"op":"bye","now_ms":0,"wall_ms":0}'])).not.toThrow();
});
