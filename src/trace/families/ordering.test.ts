import { describe, expect, test } from "vitest";
import { checkTrace } from "../check-trace.ts";
import { expectCase, IN_TURN, type InvariantCase, type Step, stream, tallyOf } from "../stream.test-kit.ts";

const number = (runtime_sequence: number, event_id = `e${runtime_sequence}`) => ({
  runtime_sequence,
  event_id,
});

const CASES: Readonly<Record<string, InvariantCase>> = {
  "INV-ORD-01": {
    holds: [["silence"], ["silence"]],
    breaks: [
      ["silence", number(5)],
      ["silence", number(5, "other")],
    ],
    at: 1,
  },
  "INV-ORD-02": {
    holds: [
      ["silence", { event_id: "a", idempotency_key: "k" }],
      ["silence", { event_id: "a", idempotency_key: "k" }],
      ["silence"],
    ],
    breaks: [
      ["silence", { event_id: "a" }],
      ["silence", { event_id: "a" }],
    ],
    at: 1,
  },
  "INV-ORD-03": {
    holds: [["silence"], ["silence"]],
    breaks: [["silence"], ["silence", { runtime_timestamp_ms: 9 }]],
    at: 1,
  },
  "INV-ORD-04": {
    holds: [["silence"], ["silence", { causal_parent_id: "event-1" }]],
    breaks: [["DataLane"], ["silence", { causal_parent_id: "nowhere" }]],
    at: 1,
  },
};

const ids = (...steps: readonly Step[]) => {
  const { violations } = checkTrace(stream(...steps));
  return violations.map((one) => [one.id, one.event_index]);
};

describe("ordering", () => {
  test.each(Object.entries(CASES))("%s is judged, held and broken", expectCase);

  test("lanes and edges may count by themselves", () => {
    const on = (edge_id: string, sequence: number): Step => [
      "DataLane",
      { edge_id, ...number(sequence, `${edge_id}${sequence}`) },
    ];
    expect(ids(on("a", 1), on("b", 1), ["silence", number(1, "c")], on("a", 2), on("b", 2))).toEqual([]);
  });

  test("a repetition with another idempotency_key is no duplicate", () => {
    const repeat = (idempotency_key: string): Step => ["silence", { event_id: "a", idempotency_key }];
    expect(ids(repeat("k"), repeat("l"))).toEqual([["INV-ORD-02", 1]]);
    const { summary } = checkTrace(stream(repeat("k"), repeat("k")));
    expect(summary).toMatchObject({ duplicates: 1, violations: 0 });
  });

  test("a dropped duplicate is not judged as an event", () => {
    const open: Step = ["turn_open", { event_id: "a", idempotency_key: "k" }];
    expect(ids(open, open, ["commit"], ["close"])).toEqual([]);
  });

  test("an event is not its own cause, and no cause comes after its effect", () => {
    expect(ids(["silence", { causal_parent_id: "event-1" }])).toEqual([["INV-ORD-04", 0]]);
    expect(ids(["silence", { causal_parent_id: "event-2" }], ["silence"])).toEqual([["INV-ORD-04", 0]]);
  });

  test("in a recording of the ControlLane alone a missing cause may not have been recorded", () => {
    const steps: Step[] = [["silence"], ["turn_open", { causal_parent_id: "data-7" }], ["commit"], ["close"]];
    const result = checkTrace(stream(...steps));
    expect(result.violations).toEqual([]);
    expect(tallyOf(result, "INV-ORD-04")).toMatchObject({ checked: 0, unknown: 1 });
    expect(ids(...steps, ["DataLane"])).toEqual([["INV-ORD-04", 1]]);
  });

  test("a cause that was forgotten is unknown, and the summary says so", () => {
    const steps = Array.from({ length: 200 }, (): Step => ["DataLane", IN_TURN]);
    const late: Step = ["DataLane", { ...IN_TURN, causal_parent_id: "event-1" }];
    const { violations, summary } = checkTrace(stream(...steps, late), { rememberedIds: 0 });
    expect(violations).toEqual([]);
    expect(summary.notes).toEqual([expect.stringMatching(/looked back over the last 32 events/)]);
  });
});
