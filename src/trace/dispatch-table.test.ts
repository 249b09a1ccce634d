import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLAN_EXAMPLE } from "../contracts/turn/resolved-turn-plan.ts";
import { checkTrace } from "./check-trace.ts";
import { chaos, legalSession } from "./histories.test-kit.ts";
import type { Invariant } from "./invariant.ts";
import { invariants } from "./invariants.ts";
import { GOOD_TURN, stream, tallyOf } from "./stream.test-kit.ts";

const plans = ["t1", "t2", "t3"].map((turn_id) => ({ ...PLAN_EXAMPLE, turn_id }));

/** The same invariants without conditions: asked about every event of the kinds that they look at. */
const unconditional = invariants.map(
  (one): Invariant => ({
    ...one,
    on: one.on.map((trigger) => (typeof trigger === "string" ? trigger : trigger.on)),
  }),
);

describe("the conditions of invariants", () => {
  test.each([
    ["legal sessions", legalSession()],
    ["streams without any order", chaos],
  ])("leave out no event that matters, in %s", (_, events) => {
    fc.assert(
      fc.property(events, fc.boolean(), (stream, withPlans) => {
        const options = withPlans ? { plans } : {};
        const expected = checkTrace(stream, { ...options, invariants: unconditional });
        expect(checkTrace(stream, options)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("may be those of own invariants", () => {
    const merged: Invariant = {
      id: "OWN-01",
      text: "Nothing is merged",
      source: "this test",
      needs: [],
      on: [{ on: "*", when: "field:merge_group_id" }],
      check: ({ event }, judge) =>
        judge.broken({ action: `accept ${event.kind}`, expected: "no merge", received: "one" }),
    };
    const steps = stream(["DataLane"], ["DataLane", { merge_group_id: "g" }], ["silence"]);
    const { violations } = checkTrace(steps, { invariants: [merged] });
    expect(violations.map(({ event_index }) => event_index)).toEqual([1]);
  });

  test("an invariant that only plans can put to the test is not asked without them", () => {
    const result = checkTrace(stream(...GOOD_TURN));
    expect(tallyOf(result, "INV-BUF-01")).toMatchObject({ checked: 0, unknown: 0 });
    expect(result.not_evaluated.find(({ id }) => id === "INV-BUF-01")?.reason).toContain("`options.plans`");
  });
});
