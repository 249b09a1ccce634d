import { describe, expect, test } from "vitest";

import { readNodeReply } from "./read-node-reply.ts";

const read = (value: unknown) => readNodeReply(JSON.stringify(value), { maxLength: 10_000 });

const GOOD: readonly object[] = [
  { op: "hello", protocol: "rspp.node.v1", node: { node_id: "a", version: "1.0.0", streaming: "final" } },
  { op: "output", call: 3, type: "a", payload: null, envelope: {}, cause: 2 },
  { op: "output", output: 1, token: 1, type: "a", cause: { type: "b", envelope: {} } },
  { op: "telemetry", name: "a", fields: { a: 1, b: "c", d: true } },
  { op: "wake_me", timer: 1, delay_ms: 0 },
  { op: "forget", timer: 1 },
  { op: "state", store: "turn", name: "", value: [1] },
  { op: "done", call: 1, outcome: "fallback" },
  { op: "refused", call: 1, message: "" },
  { op: "error", message: "no" },
  { op: "settled", id: 4, memory_mb: 1.5 },
];

const BAD: readonly (readonly [unknown, RegExp])[] = [
  [[], /expected an object but received an array/],
  [{ op: "toString" }, /expected an op of hello, .* but received "toString"/],
  [{ op: "hello", protocol: "rspp.node.v1", node: { node_id: "a" } }, /node_id and version as node/],
  [
    { op: "hello", protocol: "rspp.node.v1", node: { node_id: "a", version: "1.0.0", author: "b" } },
    /members of a descriptor, among them node_id and version as node/,
  ],
  [{ op: "output", type: "a" }, /either call or output/],
  [{ op: "output", call: 1, output: 1, type: "a" }, /either call or output/],
  [{ op: "output", call: 1, type: 1 }, /a text as type/],
  [{ op: "output", call: 1, type: "a", cause: { type: "b" } }, /a call, or an event as cause/],
  [{ op: "output", call: 1, type: "a", cause: { type: "b", envelope: {}, call: 1 } }, /an event as cause/],
  [{ op: "telemetry", name: "a", fields: { a: null } }, /texts, numbers and booleans as fields/],
  [{ op: "wake_me", timer: 1, delay_ms: 0.5 }, /a whole number >= 0 as delay_ms but received 0.5/],
  [{ op: "wake_me", timer: 1, delay_ms: -1 }, /as delay_ms but received -1/],
  [{ op: "state", store: "disk", name: "a" }, /one of turn, session_hot, session_durable as store/],
  [{ op: "done", call: "1" }, /as call but received "1"/],
  [{ op: "done", call: 1, outcome: "panic" }, /one of continue, degrade, fallback, terminate/],
  [{ op: "settled" }, /as id but received nothing/],
  [{ op: "settled", id: 1, extra: 1 }, /received a member "extra"/],
];

describe("a reply of a node", () => {
  test.each(GOOD)("%j is read", (reply) => {
    expect(read(reply)).toEqual({ reply });
  });

  test.each(BAD)("%j is none", (line, says) => {
    expect(read(line)).toEqual({ problem: expect.stringMatching(says) });
  });

  test("has to be JSON, and quotes no more of what it is instead than fits a message", () => {
    const reading = readNodeReply(`nope ${"x".repeat(5000)}`, { maxLength: 10_000 });
    expect("problem" in reading && reading.problem).toMatch(/^is not JSON: .*; the line is "nope x+…"$/s);
    expect("problem" in reading && reading.problem.length).toBeLessThan(400);
    expect(readNodeReply('{"op":"forget","op":"done"}', { maxLength: 100 })).toHaveProperty("problem");
  });
});
