/** A served node, spoken to by hand. */
import { describe, expect, test } from "vitest";

import { serveNode } from "./serve-node.ts";
import meter from "./specimens/meter-node.test-kit.ts";

const times = { now_ms: 0, wall_ms: 0 };

async function conversation(...requests: readonly (object | string)[]) {
  const written: string[] = [];
  const settled = (id: unknown) => written.some((line) => line.includes(`"settled","id":${id}`));
  async function* input() {
    for (const [n, request] of requests.entries()) {
      const line =
        typeof request === "string" ? request : JSON.stringify({ id: n + 1, ...times, ...request });
      yield `${line}\n`;
      while (typeof request !== "string" && !settled(n + 1)) await new Promise(setImmediate);
    }
  }
  await serveNode(meter, { input: input(), output: { write: (text: string) => written.push(text) } });
  return written.map((line) => JSON.parse(line) as { op: string; [name: string]: unknown });
}

const create = { op: "create", session_id: "s", seed: 1, merge_rule_id: "arrival_order" };

describe("a served node", () => {
  test("says what it is, and answers each request with what came of it and that it has settled", async () => {
    const [hello, ...rest] = await conversation({ op: "hello", protocol: "rspp.node.v1" }, create, {
      op: "call",
      hook: "process",
      token: 1,
      event: { type: "ask", payload: "refuse", envelope: {} },
    });
    expect(hello).toMatchObject({ protocol: "rspp.node.v1", node: { node_id: "meter", version: "1.0.0" } });
    expect(rest).toEqual([
      { op: "settled", id: 1 },
      { op: "done", call: 2 },
      { op: "settled", id: 2 },
      { op: "refused", call: 3, message: "not today" },
      { op: "settled", id: 3 },
    ]);
  });

  test("gives no second output before it is asked, and none after it was left", async () => {
    const call = {
      op: "call",
      hook: "process",
      token: 1,
      event: { type: "text.final", payload: { words: ["a", "b"] }, envelope: {} },
    };
    const next = { op: "next", call: 2 };
    const replies = await conversation(
      create,
      call,
      next,
      { op: "wake", timer: 1 },
      { op: "leave", call: 2 },
    );
    expect(replies.slice(2).map(({ op, timer, payload }) => [op, timer ?? payload])).toEqual([
      ["output", expect.objectContaining({ word: "a" })],
      ["settled", undefined],
      ["wake_me", 1],
      ["settled", undefined],
      ["output", expect.objectContaining({ word: "b" })],
      ["settled", undefined],
      ["done", undefined],
      ["settled", undefined],
    ]);
  });

  test("answers a request that cannot be with an error", async () => {
    const [error] = await conversation({ op: "call", hook: "init", token: 1 });
    expect(error).toMatchObject({ op: "error", call: 1, message: expect.stringMatching(/expected create/) });
    const [unknown] = await conversation({ op: "dance" });
    expect(unknown).toMatchObject({ op: "error", message: expect.stringMatching(/op "dance" is unknown/) });
  });

  test("ends with bye, and with a line that is no request", async () => {
    expect(await conversation('{"id":1,"op":"bye","now_ms":0,"wall_ms":0}')).toEqual([]);
    await expect(conversation("hello?")).rejects.toThrow();
    await expect(conversation('{"op":"bye"}')).rejects.toThrow(/an object with id, op, now_ms and wall_ms/);
  });
});
