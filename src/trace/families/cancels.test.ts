import { describe, expect, test } from "vitest";
import { BASELINE_EXAMPLE } from "../../contracts/observability/baseline-evidence.ts";
import { checkTrace } from "../check-trace.ts";
import { expectCase, IN_TURN, type InvariantCase, type Step, stream } from "../stream.test-kit.ts";

const open: Step = ["turn_open"];
const cancel: Step = ["cancel", { ...IN_TURN, scope: "turn" }];
const data: Step = ["DataLane", IN_TURN];
const late: Step = ["DataLane", { ...IN_TURN, late_after_cancel: true }];
const cancelled: Step = ["abort", { reason: "cancelled" }];
const close: Step = ["close"];
const stopped: Step = ["playback_cancelled"];

const evidence = {
  ...BASELINE_EXAMPLE,
  session_id: "session-1",
  turn_id: "t1",
  terminal_outcome: "abort",
  terminal_reason: "cancelled",
  cancel_accepted_at_ms: 20,
  cancel_sent_at_ms: 21,
  cancel_fence_applied_at_ms: 22,
};
const { cancel_accepted_at_ms: _, ...unmarked } = evidence;

const CASES: Readonly<Record<string, InvariantCase>> = {
  "INV-CXL-01": {
    holds: [open, ["output_accepted"], cancel, cancelled, close],
    breaks: [open, cancel, ["output_accepted"], cancelled, close],
    at: 2,
  },
  "INV-CXL-02": {
    holds: [open, data, cancel, late, cancelled, close],
    breaks: [open, data, cancel, stopped, data, cancelled, close],
    at: 4,
  },
  "INV-CXL-03": {
    holds: [open, cancel, cancelled, close],
    breaks: [open, cancel, ["commit"], close],
    at: 2,
  },
  "INV-CXL-04": {
    holds: [open, ["output_accepted"], cancel, cancelled, close],
    breaks: [open, data, ["output_accepted"], cancel, cancelled, close],
    at: 2,
    options: { evidence: [{ ...evidence, cancel_accepted_at_ms: 20 }] },
  },
  "INV-CXL-05": {
    holds: [open, cancel, cancelled, close],
    breaks: [open, cancel, cancelled, close],
    at: 3,
    options: { evidence: [evidence] },
    badOptions: { evidence: [unmarked] },
  },
  "INV-CXL-06": {
    holds: [open, ["playback_started"], cancel, stopped, cancelled, close],
    breaks: [open, ["playback_started"], cancel, cancelled, close],
    at: 4,
  },
};

const ids = (steps: readonly Step[]) => {
  const { violations } = checkTrace(stream(...steps));
  return violations.map((one) => [one.id, one.event_index]);
};

describe("cancellation", () => {
  test.each(Object.entries(CASES))("%s is judged, held and broken", expectCase);

  test("an output between the cancel and the fence proves nothing", () => {
    const result = checkTrace(stream(open, data, cancel, data, stopped, cancelled, close));
    expect(result.violations).toEqual([]);
    expect(result.summary.invariants.find(({ id }) => id === "INV-CXL-02")).toMatchObject({ unknown: 1 });
  });

  test("with evidence of the fence it does", () => {
    const steps = [open, cancel, data, data, cancelled, close];
    const { violations } = checkTrace(stream(...steps), {
      evidence: [{ ...evidence, cancel_fence_applied_at_ms: 35 }],
    });
    expect(violations.map((one) => [one.id, one.event_index])).toEqual([["INV-CXL-02", 3]]);
  });

  test("a cancel of the session covers the turn that was open, not the next one", () => {
    const session: Step = ["cancel", { scope: "session" }];
    expect(ids([open, session, ["playback_started"], stopped, cancelled, close])).toEqual([
      ["INV-CXL-01", 2],
    ]);
    const t2 = { turn_id: "t2" };
    const next: Step[] = [
      ["turn_open", t2],
      ["output_accepted", t2],
      ["commit", t2],
      ["close", t2],
    ];
    expect(ids([open, session, cancelled, close, ...next])).toEqual([]);
  });

  test("a cancel of a node covers the outputs of that node", () => {
    const node: Step = ["cancel", { ...IN_TURN, scope: "node", node_id: "tts" }];
    const accepted = (node_id: string): Step => ["output_accepted", { node_id }];
    expect(ids([open, node, accepted("tts"), ["commit"], close])).toEqual([["INV-CXL-01", 2]]);
    expect(ids([open, node, accepted("other"), ["commit"], close])).toEqual([]);
  });

  test("a cancel of a node is over with the turns that were open, one of an invocation never is", () => {
    const node: Step = ["cancel", { scope: "node", node_id: "tts" }];
    const invocation: Step = ["cancel", { scope: "provider_invocation", provider_invocation_id: "i1" }];
    const t2 = { turn_id: "t2" };
    const next = (fields: object): Step[] => [
      ["turn_open", t2],
      ["output_accepted", { ...t2, ...fields }],
      ["commit", t2],
      ["close", t2],
    ];
    const first: Step[] = [open, node, invocation, ["commit"], close];
    expect(ids([...first, ...next({ node_id: "tts" })])).toEqual([]);
    expect(ids([...first, ...next({ provider_invocation_id: "i1" })])).toEqual([["INV-CXL-01", 6]]);
    expect(ids([open, node, ["output_accepted", { node_id: "tts" }], ["commit"], close])).toEqual([
      ["INV-CXL-01", 2],
    ]);
  });

  test("a cancel without turn is about the only active turn", () => {
    expect(ids([open, ["cancel", { scope: "turn" }], ["commit"], close])).toEqual([["INV-CXL-03", 2]]);
  });

  test("a playback that ends after the close of its turn is in time, one that outlives the next is not", () => {
    const before: Step[] = [open, ["playback_started"], cancel, cancelled, close];
    expect(ids([...before, stopped])).toEqual([]);
    const t2 = { turn_id: "t2" };
    expect(ids([...before, ["turn_open", t2], ["playback_started", t2], stopped])).toEqual([
      ["INV-CXL-06", 6],
    ]);
  });

  test("a cancel that is recorded after a later output is out of its place", () => {
    const early: Step = ["cancel", { ...IN_TURN, scope: "turn", runtime_timestamp_ms: 10 }];
    expect(ids([open, ["output_accepted"], early, cancelled, close])).toEqual([
      ["INV-CXL-04", 2],
      ["INV-ORD-03", 2],
    ]);
  });
});
