/** The cases of the semantics, one by one: T1 to T12 and F1 to F8. */
import { describe, expect, test } from "vitest";

import { computePlanHash } from "../contracts/turn/plan-hash.ts";
import { checkBaselineCompleteness } from "../evidence/baseline-completeness.ts";
import { FAILURE_CASES } from "./script/failure-cases.test-data.ts";
import { play } from "./script/play.test-kit.ts";
import { TURN_CASES } from "./script/turn-cases.test-data.ts";

const CASES = [...TURN_CASES, ...FAILURE_CASES];

test.each(CASES.map((one) => [one.id, one.title, one] as const))("%s: %s", (_, __, { script, told }) => {
  const run = play(script);
  expect(run.told).toEqual(told);
  expect(run.trace.violations).toEqual([]);
  expect(run.evidence.flatMap((entry) => checkBaselineCompleteness(entry).diagnostics)).toEqual([]);
});

test("there is a case for each row", () => {
  const ids = new Set(CASES.map(({ id }) => id));
  const rows = (letter: string, count: number) =>
    Array.from({ length: count }, (_, row) => `${letter}${row + 1}`);
  expect([...ids]).toEqual([...rows("T", 12), ...rows("F", 8)]);
});

describe("what stands beside the events", () => {
  test("T5: the plan of the turn is frozen with its epoch and hash", () => {
    const { plans } = play("set epoch 3\n0 propose t1\n1 rotate 4\n2 complete t1\n3 propose t2");
    expect(plans.map(({ turn_id, authority_epoch }) => [turn_id, authority_epoch])).toEqual([
      ["t1", 3],
      ["t2", 4],
    ]);
    for (const plan of plans) expect(plan.plan_hash).toBe(computePlanHash(plan));
  });

  test("T6: the evidence has the markers of the turn, from the user's audio on", () => {
    const { evidence } = play(
      '5 audio\n180 propose t1\n520 output t1 "a"\n560 playback t1 started\n900 complete t1\n950 propose t2\n960 complete t2',
    );
    expect(evidence).toMatchObject([
      {
        audio_ingress_at_ms: 5,
        turn_open_at_ms: 180,
        first_output_at_ms: 520,
        playback_started_at_ms: 560,
        turn_terminal_at_ms: 900,
        payload_tags: ["metadata", "audio_raw", "text_raw"],
      },
      { turn_id: "t2", payload_tags: ["metadata"] },
    ]);
    expect(evidence[1]).not.toHaveProperty("audio_ingress_at_ms");
  });

  test("T7: the cancel is fenced and sent when it is accepted, and has its cause", () => {
    const { evidence, events } = play("0 propose t1\n300 barge_in t1");
    expect(evidence).toMatchObject([
      { cancel_accepted_at_ms: 300, cancel_fence_applied_at_ms: 300, cancel_sent_at_ms: 300 },
    ]);
    const [bargeIn, cancel, abort, close] = events.slice(-4);
    expect([cancel, abort, close].map((event) => event?.causal_parent_id)).toEqual([
      bargeIn?.event_id,
      cancel?.event_id,
      abort?.event_id,
    ]);
  });

  test("T9: a turn that ends for want of a recorder still has its evidence", () => {
    const { evidence } = play("0 propose t1\n50 recorder unavailable\n60 complete t1");
    expect(evidence).toMatchObject([
      { terminal_reason: "recording_evidence_unavailable", close_emitted: true },
    ]);
  });

  test("F3: the evidence lists what was tried", () => {
    const { evidence } = play(`
      set adaptive_actions retry,provider_switch
      0 propose t1
      1 provider_start t1 inv-1 llm
      41 provider_fault t1 inv-1 timeout
      91 provider_fault t1 inv-1 rate_limit
      92 provider_start t1 inv-2 llm
      99 complete t1`);
    expect(evidence[0]?.invocation_outcomes).toMatchObject([
      { attempt_count: 2, outcome_class: "overload", retry_decision: "provider_switch" },
      { attempt_count: 1, outcome_class: "success", retry_decision: "none" },
    ]);
  });

  test("T12: epochs of refused events leave no mark on the turn", () => {
    const { evidence } = play('0 propose t1\n1 rotate 9\n2 output t1 "old" epoch=7\n3 complete t1');
    expect(evidence).toMatchObject([{ authority_epoch: 9, accepted_stale_epoch_output: false }]);
  });
});
