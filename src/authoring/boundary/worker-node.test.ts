/** Whatever a worker does, the kit goes on, and says what happened. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { bundleNodes } from "./bundled-node.test-kit.ts";
import { stageNode } from "./node-stage.test-kit.ts";
import { WILD_PORTS } from "./specimens/worker-nodes.test-kit.ts";
import { type WorkerNodeSource, workerNode } from "./worker-node.ts";

const patient = { answer_ms: 20_000, start_ms: 20_000 };
let find: (entry: string) => URL;
const nodes: { close(): void }[] = [];

beforeAll(async () => {
  find = await bundleNodes(
    "specimens/worker-nodes.test-kit.ts",
    "specimens/not-a-node.test-kit.ts",
    "serve-worker-node.ts",
  );
});

afterAll(() => {
  for (const node of nodes) node.close();
});

function wildNode(source: Partial<WorkerNodeSource> = {}) {
  const node = workerNode({
    ...WILD_PORTS,
    limits: patient,
    module: find("specimens/worker-nodes.test-kit.ts"),
    kit: find("serve-worker-node.ts"),
    ...(source as object),
  });
  nodes.push(node);
  return node;
}

describe.concurrent("a worker", () => {
  test.each([
    ["spin", "timeout", /settle within 2000 ms/, { limits: { ...patient, answer_ms: 2000 } }],
    ["exit", "infrastructure_failure", /ended with exit code 5/, {}],
    ["heap", "overload", /more than 60 MiB of memory/, { resources: { memory_mb: 60 } }],
    [
      "samples",
      "overload",
      /at most 200 MiB of memory but it used 3\d\d MiB/,
      { resources: { memory_mb: 200 } },
    ],
    ["crash", "infrastructure_failure", /failed: nobody catches this/, {}],
  ] as const)("that does %s ends its call with %s", async (what, outcome, says, source) => {
    const stage = await stageNode(wildNode(source));
    await stage.input("go", what);
    while (stage.outcomes.length === 0) await stage.idle();
    const failure = stage.happened.find((happening) => happening.what === "process failed");
    expect(stage.outcomes).toEqual([outcome]);
    expect(failure?.value).toMatch(says);
    await stage.input("go", "wait");
    expect(stage.outcomes).toEqual([outcome, "infrastructure_failure"]);
    await stage.stop();
    expect(stage.happened.at(-1)?.what).toBe("stop ended");
  });

  test("that really waits for something keeps virtual time waiting", async () => {
    const stage = await stageNode(wildNode());
    await stage.input("go", "wait");
    expect(stage.outputs).toEqual([{ at_ms: 0, what: "gone", value: "read" }]);
    await stage.stop();
  });

  test("whose module is not there, or is no node, is not started", async () => {
    for (const [module, says] of [
      ["file:///no/such/module.mjs", /Cannot find module/],
      [
        find("specimens/not-a-node.test-kit.ts"),
        /expected a node as its default export but received "nothing"/,
      ],
    ] as const) {
      const stage = await stageNode(wildNode({ module }));
      expect(stage.happened[0]).toMatchObject({ what: "init failed", value: expect.stringMatching(says) });
      await stage.stop();
    }
  });

  test("that is found without a kit says what it looked for", async () => {
    const { kit: _, ...found } = { kit: 0, module: find("specimens/worker-nodes.test-kit.ts") };
    const node = workerNode({ ...WILD_PORTS, ...found });
    const stage = await stageNode(node);
    expect(stage.happened[0]?.value).toMatch(/could not be started: .*@rspp\/contracts/s);
    await stage.stop();
  });

  test("needs a file", () => {
    for (const module of ["node.js", "https://example.com/node.js"])
      expect(() => workerNode({ ...WILD_PORTS, module })).toThrow(
        /expected a file URL as module but received/,
      );
  });
});
