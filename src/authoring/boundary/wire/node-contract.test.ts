/** The reader of replies and the contract of replies say the same. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { nodeReplyArbitrary } from "../../../arbitraries/extension/node-reply.ts";
import { nearMissArbitrary } from "../../../arbitraries/near-miss/near-miss-arbitrary.ts";
import { BUDGET_ENDINGS, CALLED_HOOKS } from "../../../contracts/extension/node-protocol.ts";
import { isNodeReply } from "../../../validators/generated/node-reply.ts";
import { FAULTY_HOOKS } from "../../harness/node-step.ts";
import { BUDGET_OUTCOMES } from "../../node/node-context.ts";
import { readNodeReply } from "./read-node-reply.ts";

const problemOf = (value: unknown): string | undefined => {
  const reading = readNodeReply(JSON.stringify(value), { maxLength: 1_000_000 });
  return "problem" in reading ? reading.problem : undefined;
};

function expectAgreement(value: unknown): void {
  expect(problemOf(value) === undefined, JSON.stringify(value)).toBe(isNodeReply(value));
}

describe("the reader and the contract of replies", () => {
  test("agree about replies", () => {
    fc.assert(
      fc.property(nodeReplyArbitrary(), (reply) => {
        expectAgreement(reply);
        expect(problemOf(reply)).toBeUndefined();
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  test("agree about what is almost a reply", () => {
    fc.assert(
      fc.property(nearMissArbitrary("node_reply"), ({ value }) => {
        expectAgreement(value);
        expect(problemOf(value), JSON.stringify(value)).toBeDefined();
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  test("agree about replies with a member too many, at any depth that the protocol closes", () => {
    const reply = { op: "output", call: 1, type: "a", cause: { type: "b", envelope: {} } };
    expect(problemOf(reply)).toBeUndefined();
    for (const more of [{ extra: 1 }, { cause: { ...reply.cause, extra: 1 } }]) {
      expectAgreement({ ...reply, ...more });
      expect(problemOf({ ...reply, ...more })).toBeDefined();
    }
    expectAgreement({ op: "telemetry", name: "a", fields: { a: 1.5, b: "c", d: true } });
    expectAgreement({ op: "telemetry", name: "a", fields: { a: null } });
    expectAgreement({ op: "settled", id: 1, memory_mb: 0.25 });
  });
});

test("hooks and outcomes of the contract are those of nodes", () => {
  expect(CALLED_HOOKS).toEqual(FAULTY_HOOKS);
  expect(BUDGET_ENDINGS).toEqual(BUDGET_OUTCOMES);
});
