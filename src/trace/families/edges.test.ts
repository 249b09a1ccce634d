import { describe, expect, test } from "vitest";
import { PLAN_EXAMPLE, type ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { checkTrace } from "../check-trace.ts";
import { expectCase, IN_TURN, type InvariantCase, type Step, stream, tallyOf } from "../stream.test-kit.ts";

const open: Step = ["turn_open"];
const ending: readonly Step[] = [["commit"], ["close"]];
const e1 = { ...IN_TURN, edge_id: "e1" };
const sent: Step = ["DataLane", e1];
const numbered = (runtime_sequence: number, fields = {}): Step => [
  "DataLane",
  { ...e1, runtime_sequence, ...fields },
];
const dropped = (start: number, end: number, fields = {}): Step => [
  "drop_notice",
  { ...IN_TURN, seq_range: { start, end }, runtime_sequence: 50, ...fields },
];

type Policy = ResolvedTurnPlan["edge_buffer_policies"][string];
const policy = PLAN_EXAMPLE.edge_buffer_policies["default"] as Policy;
const planWith = (edge: Partial<Policy>, id = "e1") => ({
  plans: [{ ...PLAN_EXAMPLE, turn_id: "t1", edge_buffer_policies: { [id]: { ...policy, ...edge } } }],
});
const BLOCKING: Partial<Policy> = {
  strategy: "block",
  max_block_time_ms: 15,
  lane_handling: { ...policy.lane_handling, DataLane: "block" },
};
const onCredit = {
  plans: [
    {
      ...PLAN_EXAMPLE,
      turn_id: "t1",
      flow_control: {
        ...PLAN_EXAMPLE.flow_control,
        mode_by_lane: { ...PLAN_EXAMPLE.flow_control.mode_by_lane, DataLane: "credit" as const },
      },
    },
  ],
};
const telling = planWith({
  sync_drop_policy: {
    group_by: "sync_id",
    policy: "drop_with_discontinuity",
    scope: "edge_local",
    sync_domain: "av",
  },
});
const atomic = planWith({
  sync_drop_policy: { group_by: "sync_id", policy: "atomic_drop", scope: "plan_wide" },
});
const told: Step = [
  "discontinuity",
  { ...IN_TURN, sync_domain: "av", discontinuity_id: "d1", reason: "drop" },
];

const CASES: Readonly<Record<string, InvariantCase>> = {
  "INV-BUF-01": {
    holds: [open, sent, ...ending],
    breaks: [open, sent, ...ending],
    at: 1,
    options: planWith({}),
    badOptions: planWith({}, "other"),
  },
  "INV-BUF-02": {
    holds: [numbered(1), numbered(4), dropped(2, 3)],
    breaks: [numbered(1), numbered(4), dropped(2, 2)],
    at: 1,
  },
  "INV-BUF-03": {
    holds: [["DataLane", { merge_group_id: "g", merged_from_event_ids: ["a", "b"] }]],
    breaks: [["DataLane", { merge_group_id: "g" }]],
    at: 0,
  },
  "INV-BUF-04": {
    holds: [open, ["flow_xoff"], ["flow_xon"], sent, ...ending],
    breaks: [open, ["flow_xoff"], sent, ...ending],
    at: 2,
  },
  "INV-BUF-05": {
    holds: [open, ["flow_xoff"], ["flow_xon"], sent, ...ending],
    breaks: [open, ["flow_xoff"], ["silence"], ["flow_xon"], sent, ...ending],
    at: 3,
    options: planWith(BLOCKING),
  },
  "INV-SYNC-01": {
    holds: [
      open,
      dropped(1, 1, { runtime_sequence: 2 }),
      told,
      ["DataLane", { ...e1, sync_domain: "av" }],
      ...ending,
    ],
    breaks: [
      open,
      dropped(1, 1, { runtime_sequence: 2 }),
      ["DataLane", { ...e1, sync_domain: "av" }],
      ...ending,
    ],
    at: 2,
    options: telling,
  },
  "INV-LANE-01": {
    holds: [["silence"]],
    breaks: [["drop_notice", { target_lane: "ControlLane", seq_range: { start: 1, end: 1 } }]],
    at: 0,
  },
  "INV-LANE-02": {
    holds: [
      ["flow_xoff", { target_lane: "TelemetryLane" }],
      ["watermark"],
      ["flow_xoff", { causal_parent_id: "event-2" }],
    ],
    breaks: [
      ["watermark", { target_lane: "TelemetryLane" }],
      ["flow_xoff", { causal_parent_id: "event-1" }],
    ],
    at: 1,
  },
};

const ids = (steps: readonly Step[], options = {}) => {
  const { violations } = checkTrace(stream(...steps), options);
  return violations.map((one) => [one.id, one.event_index]);
};

describe("lanes, buffers and synchronised streams", () => {
  test.each(Object.entries(CASES))("%s is judged, held and broken", expectCase);

  test("a number that another lane used is no gap", () => {
    expect(
      ids([open, numbered(2), ["silence"], ["TelemetryLane"], numbered(5), ["commit"], ["close"]]),
    ).toEqual([]);
  });

  test("where every edge counts by itself, a number of another edge explains nothing", () => {
    const on = (edge_id: string, runtime_sequence: number): Step => [
      "DataLane",
      { edge_id, runtime_sequence, event_id: `${edge_id}-${runtime_sequence}` },
    ];
    const both = [1, 2, 3, 4].flatMap((number) => [on("a", number), on("b", number)]);
    expect(ids(both)).toEqual([]);
    expect(ids([...both, on("a", 5), on("a", 6), on("b", 6)])).toEqual([["INV-BUF-02", 10]]);
  });

  test("an event that others were merged into explains as many numbers as it names", () => {
    const merged = (...names: string[]) => ({ merge_group_id: "g", merged_from_event_ids: names });
    expect(ids([numbered(1), numbered(4, merged("x", "y"))])).toEqual([]);
    expect(ids([numbered(1), numbered(4, merged("x"))])).toEqual([["INV-BUF-02", 1]]);
  });

  test("a gap may be explained until its turn closes", () => {
    const steps = [open, numbered(2), numbered(4), ["commit", { runtime_sequence: 5 }]] as Step[];
    const close: Step = ["close", { runtime_sequence: 6 }];
    const notice: Step = dropped(3, 3, { runtime_sequence: 7 });
    expect(ids([...steps, notice, ["close", { runtime_sequence: 8 }]])).toEqual([]);
    expect(ids([...steps, close, notice])).toEqual([["INV-BUF-02", 2]]);
  });

  test("what the recording dropped by itself is no gap", () => {
    const lower: Step = [
      "recording_level_downgraded",
      { ...IN_TURN, reason: "pressure", runtime_sequence: 2 },
    ];
    const result = checkTrace(stream(numbered(1), lower, numbered(9)));
    expect(result.violations).toEqual([]);
    expect(tallyOf(result, "INV-BUF-02")).toMatchObject({ unknown: 1 });
  });

  test("on credit nothing is sent that was not granted", () => {
    const grant: Step = ["credit_grant", { amount: 1 }];
    expect(ids([open, grant, sent, sent, ...ending])).toEqual([["INV-BUF-04", 3]]);
    expect(ids([open, sent, ...ending], onCredit)).toEqual([["INV-BUF-04", 1]]);
    expect(ids([open, sent, ...ending])).toEqual([]);
  });

  test("a producer that is let go in time by shedding or by the end of its turn did not wait too long", () => {
    const options = planWith(BLOCKING);
    const shed: Step = ["shed", { reason: "full" }];
    expect(ids([open, ["flow_xoff"], shed, ["silence"], ...ending], options)).toEqual([]);
    expect(ids([open, ["flow_xoff"], ["commit"], ["silence"], ["close"]], options)).toEqual([]);
  });

  test("an atomic drop leaves nothing of its group", () => {
    const notice = dropped(1, 1, { runtime_sequence: 2, sync_id: "g1" });
    const of = (sync_id: string): Step => ["DataLane", { ...e1, sync_id }];
    expect(ids([open, notice, of("g2"), ...ending], atomic)).toEqual([]);
    expect(ids([open, notice, of("g1"), ...ending], atomic)).toEqual([["INV-SYNC-01", 2]]);
  });

  test("a drop that its domain is never told of is proven at the close of the turn", () => {
    const notice = dropped(1, 1, { runtime_sequence: 2 });
    expect(ids([open, notice, ...ending], telling)).toEqual([["INV-SYNC-01", 3]]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ["no group", { merged_from_event_ids: ["a"] }],
    ["an id twice", { merge_group_id: "g", merged_from_event_ids: ["a", "a"] }],
    [
      "65 ids",
      { merge_group_id: "g", merged_from_event_ids: Array.from({ length: 65 }, (_, at) => `${at}`) },
    ],
  ])("a merged event with %s breaks INV-BUF-03", (_, fields) => {
    expect(ids([["DataLane", fields]])).toEqual([["INV-BUF-03", 0]]);
  });

  test("a merged control signal breaks INV-LANE-01", () => {
    const merged = { merge_group_id: "g", merged_from_event_ids: ["a"] };
    expect(ids([["silence", merged]])).toEqual([["INV-LANE-01", 0]]);
  });

  test("a plan without bounds breaks INV-BUF-01 when its turn opens", () => {
    expect(ids([open, ...ending], planWith({ max_queue_ms: 0 }))).toEqual([["INV-BUF-01", 0]]);
  });
});
