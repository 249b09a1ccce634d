/** The suite on nodes that are not in process: a worker, a child process in Python, a WASM module. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { processNode } from "../../authoring/boundary/process-node.ts";
import { workerNode } from "../../authoring/boundary/worker-node.ts";
import type { NodeDefinition } from "../../authoring/node/node-definition.ts";
import { payloadOf } from "../../authoring/node/node-port.ts";
import type { NodeConformanceOptions } from "./node-conformance-options.ts";
import { runNodeConformance } from "./run-node-conformance.ts";

const example = (path: string) => new URL(`../../../examples/nodes/${path}`, import.meta.url);
const text = { payload_class: "text_raw", payload: payloadOf<string>() } as const;
const limits = { answer_ms: 20_000, start_ms: 20_000 };

const verdicts = async (node: NodeDefinition, options: NodeConformanceOptions = {}) => {
  const report = await runNodeConformance(node, options);
  const results = report.subjects[0]?.results ?? [];
  const wrong = results.filter(({ verdict }) => verdict === "fail" || verdict === "could_not_run");
  return {
    wrong: wrong.map(({ check_id, reason, failure }) => [check_id, reason ?? failure?.message]),
    passed: results.filter(({ verdict }) => verdict === "pass").map(({ check_id }) => check_id),
  };
};

test("the example in Python passes", async () => {
  if (spawnSync("python3", ["--version"]).status !== 0) {
    console.warn("The example in Python is not judged: there is no python3 on this machine");
    return;
  }
  const node = processNode({
    node_id: "python-punctuation",
    version: "1.0.0",
    execution_scope: "session",
    state: ["session_hot"],
    inputs: { "text.partial": text, "text.final": text },
    outputs: { "text.segment": { payload_class: "text_raw", payload: payloadOf<unknown>() } },
    command: ["python3", fileURLToPath(example("python-punctuation/punctuation_node.py"))],
    limits,
  });
  const inputs = {
    "text.partial": ["Good mor", "Good morning. How", "Hello. It is late"],
    "text.final": ["Good morning. How are you? Fine!", "yes", "It is 3.14. So."],
  };
  const { wrong, passed } = await verdicts(node, { inputs });
  await node.close();
  expect(wrong).toEqual([]);
  expect(passed).toEqual(
    expect.arrayContaining(["NODE-BND-01", "NODE-BND-03", "NODE-BND-04", "NODE-BND-05"]),
  );
}, 120_000);

test("a worker passes, and behaves as the same node does inside", async () => {
  const module = example("echo/outside-echo.mjs");
  const { default: echo } = (await import(module.href)) as { default: NodeDefinition };
  const { descriptor, inputs, outputs } = echo;
  const { node_id, version, execution_scope } = descriptor;
  const node = workerNode({ node_id, version, execution_scope, inputs, outputs, module, limits });
  const { wrong, passed } = await verdicts(node, { inside: echo });
  await node.close();
  expect(wrong).toEqual([]);
  expect(passed).toContain("NODE-BND-06");
}, 120_000);

test("a child process that only dies fails with its start, and nothing else could be run", async () => {
  const node = processNode({
    node_id: "dead",
    version: "1.0.0",
    execution_scope: "turn",
    inputs: { text },
    outputs: { echo: text },
    command: [process.execPath, "-e", "process.exit(3)"],
    limits,
  });
  const { passed, wrong } = await verdicts(node);
  await node.close();
  expect(passed).toEqual([]);
  expect(wrong[0]?.[0]).toBe("NODE-LIFE-01");
  expect(wrong[1]?.[1]).toMatch(/^The node does not start: .*exit code 3/);
}, 120_000);
