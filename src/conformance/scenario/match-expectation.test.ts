import { describe, expect, test } from "vitest";

import type { Expectation } from "../../contracts/conformance/scenario.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import { judgeExpectation } from "./match-expectation.ts";

const events = [
  { signal: "turn_open", lane: "ControlLane", turn_id: "t1" },
  { lane: "DataLane", turn_id: "t1", authority_epoch: 7 },
  { signal: "abort", lane: "ControlLane", turn_id: "t1", reason: "cancelled" },
  { signal: "close", lane: "ControlLane", turn_id: "t1" },
];

const answer: StimulusOutcome = {
  events,
  evidence: [{ turn_id: "t1", terminal_outcome: "abort" }],
  plans: [{ turn_id: "t1" }],
  verdict: { accepted: false },
  divergences: [{ class: "PLAN_DIVERGENCE" }, { class: "PLAN_DIVERGENCE" }],
  report: { ok: true },
};

const judged = (wanted: Omit<Expectation, "code">, outcome: StimulusOutcome = answer) =>
  judgeExpectation({ code: "wrong", ...wanted }, { outcomes: [outcome], first: 3 });

const abort = { signal: "abort", reason: "cancelled" };

describe("an expectation is kept when", () => {
  test.each<Omit<Expectation, "code">>([
    { emits: [{ signal: "turn_open" }, abort, { signal: "close" }] },
    { emits: [{ lane: "DataLane", authority_epoch: { $gte: 7, $lte: 7 } }] },
    { emits: [{ signal: { $in: ["commit", "abort"] }, authority_epoch: { $exists: false } }] },
    { never: [{ signal: "commit" }, { lane: "DataLane", turn_id: "t2" }] },
    { lifecycle: { turn_id: "t1", signals: ["turn_open", "abort:cancelled", "close"] } },
    { lifecycle: { turn_id: "t2", signals: [] } },
    { count: { of: { turn_id: "t1" }, at_least: 4, at_most: 4 } },
    { any_of: [{ emits: [{ signal: "commit" }] }, { emits: [abort] }] },
    { verdict: { accepted: false } },
    { evidence: { turn_id: "t1" }, plan: {}, report: { ok: true } },
    { divergences: ["PLAN_DIVERGENCE"] },
  ])("%j", (wanted) => {
    expect(judged(wanted)).toBeUndefined();
  });
});

describe("an expectation that is not kept says what it expected and what came", () => {
  test.each<[Omit<Expectation, "code">, string, { instant: number; event?: number }]>([
    [
      { emits: [{ signal: "close" }, abort] },
      "Expected abort(cancelled) after close but received " +
        'turn_open of turn "t1", DataLane event of turn "t1", abort(cancelled) of turn "t1", close of turn "t1"',
      { instant: 3 },
    ],
    [
      { never: [{ signal: { $in: ["commit", "abort"] } }] },
      'Expected no commit|abort but received abort(cancelled) of turn "t1"',
      { instant: 3, event: 2 },
    ],
    [
      { never: [{ lane: "DataLane", late_after_cancel: { $exists: false } }] },
      'Expected no DataLane event with late_after_cancel=(none) but received DataLane event of turn "t1"',
      { instant: 3, event: 1 },
    ],
    [
      { lifecycle: { turn_id: "t1", signals: ["turn_open", "commit", "close"] } },
      'Expected turn_open, commit, close of turn "t1" but received turn_open, abort:cancelled, close',
      { instant: 3, event: 2 },
    ],
    [
      { count: { of: { authority_epoch: { $gte: 7 } }, at_most: 0 } },
      "Expected at most 0 event with authority_epoch=>=7 but received 1",
      { instant: 3, event: 1 },
    ],
    [{ verdict: { accepted: true } }, "Expected accepted but received refused", { instant: 3 }],
    [{ divergences: [] }, "Expected no divergence but received PLAN_DIVERGENCE", { instant: 3 }],
    [
      { report: { ok: false } },
      'Expected a report with {"ok":false} but received {"ok":true}',
      { instant: 3 },
    ],
    [
      { any_of: [{ emits: [{ signal: "commit" }] }, { verdict: { accepted: true } }] },
      'Expected commit, or accepted but received turn_open of turn "t1", DataLane event of turn "t1", ' +
        'abort(cancelled) of turn "t1", close of turn "t1"',
      { instant: 3 },
    ],
  ])("%j", (wanted, message, at) => {
    expect(judged(wanted)).toMatchObject({ code: "wrong", message, at });
  });

  test("and that nothing came at all", () => {
    const nothing = { events: [] };
    expect(judged({ emits: [abort] }, nothing)?.received).toBe("no event");
    expect(judged({ evidence: {} }, nothing)?.received).toBe("none");
    expect(judged({ verdict: { accepted: false } }, nothing)?.received).toBe("no verdict");
  });

  test("with the requirement and the likely cause that the scenario gives", () => {
    const finding = judged({ never: [abort], requirement: "INV-CXL-03", likely_cause: "A timer fired" });
    expect(finding).toMatchObject({ requirement: "INV-CXL-03", likely_cause: "A timer fired" });
  });
});
