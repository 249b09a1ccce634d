/** The recorded runs: what is committed is what the script records, and it shows what the README says. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { recordedFiles } from "../../scripts/voice-assistant-run/record-run.ts";
import {
  type BaselineArtifact,
  BaselineArtifactSchema,
} from "../../src/contracts/observability/baseline-artifact.ts";
import { type Event, EventSchema } from "../../src/contracts/signals/event.ts";
import {
  createSessionMachine,
  TURN_TRIGGERS,
  type TurnTrigger,
} from "../../src/contracts/turn/turn-lifecycle.ts";
import { checkBaselineCompleteness } from "../../src/evidence/baseline-completeness.ts";
import { toTurnMetrics } from "../../src/evidence/to-turn-metrics.ts";
import { evaluateMvpSloGates } from "../../src/gates/slo/evaluate-mvp-slo-gates.ts";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const artifact = (name: string) => JSON.parse(read(name)) as BaselineArtifact;
const events = read("events.ndjson")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Event);
const sessionIds = [...new Set(events.map(({ session_id }) => session_id))];
const sessions = sessionIds.map((id) => events.filter(({ session_id }) => session_id === id));
const signalOf = (event: Event) => ("signal" in event ? event.signal : undefined);

describe("the committed files", () => {
  it.each(Object.entries(recordedFiles()))("hold what the script records: %s", (name, recorded) => {
    expect(read(name) === recorded).toBe(true);
  });

  it("are valid artifacts of the contract", () => {
    for (const name of ["baseline.json", "baseline-regressed.json"]) {
      expect(BaselineArtifactSchema.safeParse(artifact(name)).error).toBeUndefined();
    }
    for (const event of events) expect(EventSchema.safeParse(event).error).toBeUndefined();
  });
});

describe("the good run", () => {
  const { entries } = artifact("baseline.json");

  it("passes every gate", () => {
    const report = evaluateMvpSloGates(entries.map(toTurnMetrics));
    expect(report).toMatchObject({
      passed: true,
      accepted_turns: 240,
      end_to_end_anchor: "playback",
      violations: [],
    });
    expect(report.cancel_observed_turns).toBeGreaterThan(20);
    expect(report.gates.map(({ status }) => status)).toEqual(Array(7).fill("pass"));
  });

  it("has complete evidence with every reason to abort that has a name, and real plan hashes", () => {
    for (const entry of entries) expect(checkBaselineCompleteness(entry).diagnostics).toEqual([]);
    expect(new Set(entries.map(({ terminal_reason }) => terminal_reason))).toEqual(
      new Set([
        "",
        "cancelled",
        "provider_failure",
        "node_timeout_or_failure",
        "transport_disconnect_or_stall",
        "authority_loss",
      ]),
    );
    expect(new Set(entries.map(({ plan_hash }) => plan_hash)).size).toBe(240);
    const decisions = new Set(
      entries.flatMap((entry) => entry.invocation_outcomes.map((one) => one["retry_decision"])),
    );
    expect(decisions).toEqual(new Set(["none", "provider_switch"]));
    expect(
      entries.flatMap((entry) => entry.invocation_outcomes.map((one) => one["attempt_count"])),
    ).toContain(2);
  });
});

describe("the regressed run", () => {
  const { entries } = artifact("baseline-regressed.json");
  const report = evaluateMvpSloGates(entries.map(toTurnMetrics));

  it("fails by a slow first output, an accepted stale output and an incomplete turn, and by nothing else", () => {
    expect(report.passed).toBe(false);
    expect(report.violations.map(({ gate_id, code }) => `${gate_id} ${code}`)).toEqual([
      "G2 first_output_p95_exceeded",
      "G7 end_to_end_p95_exceeded",
      "G5 completeness_below_required",
      "G4 stale_outputs_exceeded",
    ]);
  });

  it("names the turns that are to blame", () => {
    const worst = (id: string) =>
      report.gates.find(({ gate_id }) => gate_id === id)?.worst.map((turn) => turn.turn_id);
    expect([worst("G4"), worst("G5")]).toEqual([["va-05-t12"], ["va-02-t03"]]);
    const incomplete = entries.find(({ turn_id }) => turn_id === "va-02-t03")!;
    expect(checkBaselineCompleteness(incomplete).diagnostics).toMatchObject([
      { rule: "EVD-04", path: "/redaction_decisions" },
    ]);
  });
});

describe("the event stream", () => {
  it("counts every session without a gap and never goes back in time or epoch", () => {
    expect(sessions).toHaveLength(12);
    for (const session of sessions) {
      expect(session.map(({ runtime_sequence }) => runtime_sequence)).toEqual(
        session.map((_, index) => index + 1),
      );
      expect(new Set(session.map(({ event_id }) => event_id)).size).toBe(session.length);
      for (const [index, event] of session.slice(1).entries()) {
        const before = session[index]!;
        expect(event.runtime_timestamp_ms).toBeGreaterThanOrEqual(before.runtime_timestamp_ms);
        expect(event.authority_epoch!).toBeGreaterThanOrEqual(before.authority_epoch!);
      }
    }
  });

  it("follows the turn lifecycle", () => {
    for (const session of sessions) {
      const machine = createSessionMachine();
      let closed = 0;
      for (const event of session) {
        const trigger = TURN_TRIGGERS.find((name): name is TurnTrigger => name === signalOf(event));
        // In an active turn the two authority signals refuse an output and announce an abort.
        const isRefusal = trigger === "stale_epoch_reject" || trigger === "deauthorized_drain";
        if (trigger === undefined || (isRefusal && machine.state === "Active")) continue;
        expect(machine.apply(trigger)).toMatchObject({ ok: true });
        if (machine.state === "Closed") closed += 1;
      }
      expect([machine.state, closed]).toEqual(["Closed", 20]);
    }
  });

  it("delivers nothing of a turn after its cancel", () => {
    for (const session of sessions) {
      const cancelled = new Set<string>();
      for (const event of session) {
        const turn_id = event.turn_id ?? "";
        if (signalOf(event) === "cancel") cancelled.add(turn_id);
        if (!cancelled.has(turn_id)) continue;
        expect(["output_accepted", "playback_started"]).not.toContain(signalOf(event));
        if (event.lane === "DataLane") expect(event.late_after_cancel).toBe(true);
      }
    }
    expect(events.filter(({ late_after_cancel }) => late_after_cancel)).not.toHaveLength(0);
  });

  it("agrees with the evidence on every marker", () => {
    const markers = {
      turn_open: "turn_open_at_ms",
      output_accepted: "first_output_at_ms",
      playback_started: "playback_started_at_ms",
      cancel: "cancel_accepted_at_ms",
      abort: "turn_terminal_at_ms",
      commit: "turn_terminal_at_ms",
    } as const;
    const turns = new Map(artifact("baseline.json").entries.map((entry) => [entry.turn_id, entry]));
    let compared = 0;
    for (const event of events) {
      const marker = Object.entries(markers).find(([signal]) => signal === signalOf(event))?.[1];
      if (marker === undefined) continue;
      expect(turns.get(event.turn_id ?? "")?.[marker]).toBe(event.runtime_timestamp_ms);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(240 * 4);
  });
});
