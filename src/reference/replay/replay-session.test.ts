import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ReplayTraceEntry } from "../../contracts/observability/replay-trace.ts";
import { REPLAY_MODES, type ReplayMode } from "../../contracts/spec/replay-mode.ts";
import { compareTraces } from "../../gates/replay/compare-traces.ts";
import { evaluateReplayRun } from "../../gates/replay/evaluate-replay-run.ts";
import { validate } from "../../validators/validate.ts";
import { parseTurnScript } from "../script/parse-turn-script.ts";
import { TURN_CASES } from "../script/turn-cases.test-data.ts";
import { type RecordedSession, recordTurnScript } from "./recorded-session.ts";
import { createReplay, cursorAt, type ReplayCandidate } from "./replay-session.ts";

const SCRIPT = `set adaptive_actions fallback
0 audio
180 propose t1
190 provider_start t1 inv-1 tts
520 output t1 "It is" invocation=inv-1
700 provider_fault t1 inv-1 timeout
760 output t1 "half past" node=fallback-tts
900 complete t1
1000 propose t2
1100 output t2 "three"
1200 barge_in t2`;

function record(script = SCRIPT, modes?: readonly ReplayMode[]): RecordedSession {
  const reading = parseTurnScript(script);
  if (!reading.ok) throw new Error(reading.problems[0]?.message);
  return recordTurnScript(reading.script, modes && { allowedReplayModes: modes });
}

const recording = record();
const entriesIn = (mode: ReplayMode, candidate: ReplayCandidate = {}, of = recording) => [
  ...createReplay(of, { mode, candidate }).rest(),
];
const classesIn = (mode: ReplayMode, candidate: ReplayCandidate) => {
  const found = compareTraces(recording.trace, { entries: entriesIn(mode, candidate) });
  return [...new Set(found.map((one) => one.class))].sort();
};
const byMode = (candidate: ReplayCandidate) =>
  Object.fromEntries(REPLAY_MODES.map((mode) => [mode, classesIn(mode, candidate)]));

describe("a replay", () => {
  it("of an unchanged candidate is the recording, in every mode, for every script", () => {
    for (const script of [SCRIPT, ...TURN_CASES.map((one) => one.script)]) {
      const of = record(script);
      expect(validate("replay_trace", of.trace)).toMatchObject({ ok: true });
      for (const mode of REPLAY_MODES) {
        const replay = createReplay(of, { mode });
        expect(JSON.stringify(replay.rest())).toBe(JSON.stringify(of.trace.entries));
        expect(replay.lineage()).toEqual(of.trace.lineage);
        expect(replay.unrecordedDecisions).toBe(0);
      }
    }
  });

  it("works from a recording that went through JSON", () => {
    const kept = JSON.parse(JSON.stringify(recording)) as RecordedSession;
    expect(entriesIn("replay_decisions", {}, kept)).toEqual(recording.trace.entries);
  });

  it("shows a changed decision only in modes that take decisions anew", () => {
    expect(byMode({ parts: { abortReason: () => "user_left" } })).toEqual({
      re_simulate_nodes: [],
      playback_recorded_provider_outputs: ["OUTCOME_DIVERGENCE"],
      replay_decisions: [],
      recompute_decisions: ["OUTCOME_DIVERGENCE"],
    });
  });

  it("shows a changed provider output only in modes that simulate nodes again", () => {
    const simulate: ReplayCandidate["simulate"] = (stimulus) =>
      stimulus.kind === "output" ? { ...stimulus, text: `${stimulus.text}!` } : stimulus;
    expect(byMode({ simulate })).toEqual({
      re_simulate_nodes: ["OUTCOME_DIVERGENCE"],
      playback_recorded_provider_outputs: [],
      replay_decisions: [],
      recompute_decisions: ["OUTCOME_DIVERGENCE"],
    });
  });

  it("shows broken mechanics and another plan in every mode", () => {
    const opened = recording.instants[0]?.stimuli[0];
    if (opened?.kind !== "open_session") throw new Error("The recording opens no session");
    const plan = { ...opened.plan, budgets: { ...opened.plan.budgets, turn_budget_ms: 9_000 } };
    for (const mode of REPLAY_MODES) {
      expect(classesIn(mode, { parts: { closes: () => false } })).toContain("OUTCOME_DIVERGENCE");
      expect(classesIn(mode, { plan })).toEqual(["PLAN_DIVERGENCE"]);
    }
  });

  it("counts decisions that the record does not have", () => {
    const simulate: ReplayCandidate["simulate"] = (stimulus) =>
      stimulus.kind === "output"
        ? { kind: "node_fault", session_id: "sess-1", turn_id: "t1", node_id: "n", fault: "throw" }
        : stimulus;
    const replay = createReplay(recording, { mode: "re_simulate_nodes", candidate: { simulate } });
    replay.rest();
    expect(replay.unrecordedDecisions).toBeGreaterThan(0);
  });

  it("is refused in a mode that the recorded plan does not allow", () => {
    const narrow = record(SCRIPT, ["replay_decisions"]);
    expect(() => createReplay(narrow, { mode: "recompute_decisions" })).toThrow(
      'Cannot replay session "sess-1" in mode recompute_decisions: expected one of allowed_replay_modes replay_decisions',
    );
    expect(() => createReplay(recording, { mode: "rerun" as ReplayMode })).toThrow(RangeError);
  });
});

describe("a cursor", () => {
  const whole = recording.trace.entries;

  it("cuts a replay in two that together are the whole, at any cut, byte for byte", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom(...REPLAY_MODES), (cut, mode) => {
        const replay = createReplay(recording, { mode });
        const before: ReplayTraceEntry[] = [];
        for (let steps = 0; steps < cut; steps += 1) {
          const entry = replay.step();
          if (entry !== undefined) before.push(entry);
        }
        const { entries, cursor } = replay.pause();
        before.push(...entries);
        const after =
          cursor === undefined ? [] : createReplay(recording, { mode, from: structuredClone(cursor) }).rest();
        expect(JSON.stringify([...before, ...after])).toBe(JSON.stringify(whole));
        if (cursor !== undefined) expect(validate("replay_cursor", cursor)).toMatchObject({ ok: true });
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it("is refused when it names no event of the replay", () => {
    const cursor = cursorAt(whole.find(({ turn_id }) => turn_id === "t2") as ReplayTraceEntry);
    if (cursor === undefined) throw new Error("The event has no cursor");
    for (const wrong of [{ event_id: "e-0" }, { turn_id: "t1" }, { runtime_sequence: 1 }]) {
      expect(() =>
        createReplay(recording, { mode: "replay_decisions", from: { ...cursor, ...wrong } }),
      ).toThrow("expected an event of this replay but received a cursor that names none");
    }
  });

  it("bounds what a run report compares", () => {
    const mode = "recompute_decisions";
    const parts = { abortReason: () => "user_left" };
    const replay = createReplay(recording, { mode, candidate: { parts } });
    const { entries, cursor } = replay.pause();
    if (cursor === undefined) throw new Error("The replay did not pause");
    const request = { baseline_ref: "b", candidate_plan_ref: "p", mode } as const;
    const about = { run_id: "run-1", baseline: recording.trace, generated_at_ms: 0 };
    const one = evaluateReplayRun({ ...about, request, candidate: { entries: [...entries] }, cursor });
    const rest = { entries: [...replay.rest()] };
    const two = evaluateReplayRun({ ...about, request: { ...request, cursor }, candidate: rest });
    expect([one.result.divergences, two.result.divergences?.map(({ scope }) => scope)]).toEqual([
      [],
      ["turn:t2"],
    ]);
    expect(validate("replay_run_report", two)).toMatchObject({ ok: true });
    const strange = { ...cursor, event_id: "e-0" };
    expect(() =>
      evaluateReplayRun({ ...about, request: { ...request, cursor: strange }, candidate: rest }),
    ).toThrow('Cannot evaluate request.cursor: expected an event of the baseline but received event "e-0"');
  });
});
