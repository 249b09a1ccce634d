import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { computePlanHash } from "../../contracts/turn/plan-hash.ts";
import { checkBaselineCompleteness } from "../../evidence/baseline-completeness.ts";
import { toTurnMetrics } from "../../evidence/to-turn-metrics.ts";
import { evaluateMvpSloGates } from "../../gates/slo/evaluate-mvp-slo-gates.ts";
import { checkTrace } from "../../trace/check-trace.ts";
import { validate } from "../../validators/validate.ts";
import type { ReferenceParts } from "../reference-parts.ts";
import { INCIDENTS, type Incident, type LoopbackOptions } from "./loopback-options.ts";
import { nameOf } from "./loopback-world.ts";
import { type LoopbackRun, runLoopback } from "./run-loopback.ts";

const trace = ({ events, plans, evidence }: LoopbackRun) => checkTrace(events, { plans, evidence });
const gates = ({ evidence }: LoopbackRun) => evaluateMvpSloGates(evidence.map(toTurnMetrics));

/** Nothing happens, or one kind of incident to every turn. */
const only = (incident?: Incident) => ({
  ...Object.fromEntries(INCIDENTS.map((name) => [name, 0])),
  ...(incident !== undefined && { [incident]: 1 }),
});

describe("a healthy session", () => {
  const run = runLoopback({ seed: 11, turns: 120 });

  test("has valid events, plans and evidence", () => {
    for (const event of run.events) expect(validate("event", event)).toMatchObject({ ok: true });
    for (const plan of run.plans) {
      expect(validate("resolved_turn_plan", plan)).toMatchObject({ ok: true });
      expect(plan.plan_hash).toBe(computePlanHash(plan));
    }
    expect(validate("baseline_artifact", run.baseline)).toMatchObject({ ok: true });
    expect(run.evidence.flatMap((entry) => checkBaselineCompleteness(entry).diagnostics)).toEqual([]);
  });

  test("breaks no invariant and leaves no turn open", () => {
    const { violations, incomplete_turns, summary } = trace(run);
    expect([violations, incomplete_turns]).toEqual([[], []]);
    expect([summary.sessions, summary.turns_opened, summary.turns_closed]).toEqual([1, 120, 120]);
  });

  test("has evidence and a plan for each of its turns, in their order", () => {
    const ids = Array.from({ length: 120 }, (_, turn) => `loopback-1-t${String(turn + 1).padStart(3, "0")}`);
    expect(run.evidence.map(({ turn_id }) => turn_id)).toEqual(ids);
    expect(run.plans.map(({ turn_id }) => turn_id)).toEqual(ids);
  });

  test("passes the gates, every one of them observed", () => {
    const report = gates(run);
    expect(report).toMatchObject({ passed: true, accepted_turns: 120, end_to_end_anchor: "playback" });
    expect(report.gates.map(({ status }) => status)).toEqual(Array(7).fill("pass"));
  });

  test("has interruptions and failures that are dealt with", () => {
    const reasons = new Set(run.evidence.map(({ terminal_reason }) => terminal_reason));
    for (const reason of ["", "cancelled", "provider_failure"]) expect(reasons).toContain(reason);
    expect(Object.keys(run.incidents)).toEqual([...INCIDENTS]);
  });
});

test("whatever the seed, a healthy session breaks nothing and passes the gates", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, turns) => {
      const run = runLoopback({ seed, turns });
      expect(trace(run).violations).toEqual([]);
      expect(gates(run).violations).toEqual([]);
    }),
    { seed: 8, numRuns: process.env["RSPP_FULL"] === "1" ? 2000 : 60 },
  );
});

test("whatever happens how often and how early, every invariant holds and all evidence is complete", () => {
  const rates = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: INCIDENTS.length,
      maxLength: INCIDENTS.length,
    })
    .map((shares) => {
      const sum = Math.max(
        1,
        shares.reduce((total, share) => total + share, 0),
      );
      return Object.fromEntries(INCIDENTS.map((name, index) => [name, (shares[index] ?? 0) / sum]));
    });
  const early = fc.constantFrom(0, 0.5, 1);
  fc.assert(
    fc.property(
      fc.record({ seed: fc.integer(), turns: fc.integer({ min: 1, max: 15 }), rates, early }),
      (options) => {
        const run = runLoopback(options);
        const { violations, incomplete_turns } = trace(run);
        expect([violations, incomplete_turns]).toEqual([[], []]);
        expect(run.evidence).toHaveLength(options.turns);
        expect(run.evidence.flatMap((entry) => checkBaselineCompleteness(entry).diagnostics)).toEqual([]);
      },
    ),
    { seed: 9, numRuns: process.env["RSPP_FULL"] === "1" ? 2000 : 60 },
  );
});

test("equal options give equal bytes, another seed another session", () => {
  const bytesOf = (seed: number) => JSON.stringify(runLoopback({ seed, turns: 25 }));
  const [first, again, other] = [5, 5, 6].map(bytesOf);
  expect([first === again, first === other]).toEqual([true, false]);
  expect(runLoopback().baseline.entries).toHaveLength(50);
});

describe("an incident to every turn", () => {
  const EXPECTED: {
    readonly [K in Incident]: readonly [outcomes: readonly string[], signals: readonly string[]];
  } = {
    barge_in: [["cancelled"], ["barge_in", "playback_cancelled"]],
    cancel: [
      ["", "cancelled"],
      ["cancel", "playback_cancelled"],
    ],
    provider_fault: [
      ["", "provider_failure"],
      ["provider_error", "provider_switch", "fallback"],
    ],
    node_fault: [
      ["", "node_timeout_or_failure"],
      ["budget_exhausted", "degrade", "fallback"],
    ],
    authority: [
      ["", "authority_loss"],
      ["lease_rotated", "deauthorized_drain", "stale_epoch_reject", "migration_start"],
    ],
    transport: [["transport_disconnect_or_stall"], ["disconnected", "stall", "reconnecting"]],
    admission: [[""], ["defer", "reject", "stale_epoch_reject"]],
    recording: [["", "recording_evidence_unavailable"], ["recording_level_downgraded"]],
    pressure: [[""], ["watermark", "flow_xoff", "flow_xon", "shed", "drop_notice"]],
  };

  test.each(INCIDENTS)("%s ends as the semantics demand", (incident) => {
    const run = runLoopback({ seed: 3, turns: 40, rates: only(incident) });
    const [outcomes, signals] = EXPECTED[incident];
    expect(new Set(run.evidence.map(({ terminal_reason }) => terminal_reason))).toEqual(new Set(outcomes));
    expect(run.events.map(nameOf)).toEqual(expect.arrayContaining([...signals]));
    expect(trace(run).violations).toEqual([]);
    expect(run.incidents[incident]).toBe(40);
  });

  test("strikes before the assistant speaks when it is early", () => {
    const silent = ({ evidence }: LoopbackRun) =>
      evidence.filter((entry) => entry.playback_started_at_ms === undefined).length;
    const options = { seed: 3, turns: 20, rates: only("barge_in") };
    expect(silent(runLoopback(options))).toBe(0);
    expect(silent(runLoopback({ ...options, early: 1 }))).toBe(20);
    const mixed = runLoopback({ ...options, early: 0.5 });
    expect(silent(mixed)).toBeGreaterThan(2);
    expect(new Set(gates(mixed).violations.map(({ code }) => code))).toEqual(
      new Set(["missing_end_to_end_markers"]),
    );
  });

  test("and none at all: every turn commits", () => {
    const { evidence } = runLoopback({ turns: 20, rates: only() });
    expect(evidence.map(({ terminal_outcome }) => terminal_outcome)).toEqual(Array(20).fill("commit"));
  });
});

describe("a runtime that is broken", () => {
  test.each<[string, Partial<ReferenceParts>]>([
    ["INV-LIFE-02", { closes: () => false }],
    ["INV-CXL-06", { flushesPlayback: () => false }],
    ["INV-CXL-05", { marksCancel: () => false }],
    ["INV-CXL-02", { fences: () => false }],
    ["INV-LIFE-07", { abortReason: (why) => (why === "authority_loss" ? "other" : why) }],
    ["INV-BUF-04", { resumesFirst: () => false }],
    ["INV-BUF-05", { shedsBlocked: () => false }],
    ["INV-BUF-02", { tellsDrops: () => false }],
    ["INV-REC-01", { keepsEvidence: () => false }],
  ])("shows: %s", (id, parts) => {
    const rates = { ...only(), barge_in: 0.3, authority: 0.3, pressure: 0.3 };
    const { violations } = trace(runLoopback({ seed: 1, turns: 60, rates, parts }));
    expect(violations.map((violation) => violation.id)).toContain(id);
  });

  test("shows in the gates: G4", () => {
    const rates = { ...only(), authority: 1 };
    const report = gates(runLoopback({ turns: 20, rates, parts: { isStale: () => false } }));
    expect(report.violations.map(({ gate_id }) => gate_id)).toContain("G4");
  });
});

test.each([
  [{ turn: 3 }, TypeError, 'Cannot read option "turn": expected one of seed, turns'],
  [
    { turns: 0 },
    RangeError,
    'Cannot read option "turns": expected a whole number from 1 to 100000 but received 0',
  ],
  [{ seed: 0.5 }, RangeError, 'Cannot read option "seed": expected a whole number but received 0.5'],
  [{ sessionId: " " }, RangeError, 'Cannot read option "sessionId"'],
  [{ early: 2 }, RangeError, 'Cannot read option "early": expected a rate from 0 to 1 but received 2'],
  [{ rates: { bargein: 1 } }, TypeError, "did you mean barge_in?"],
  [{ rates: { cancel: Number.NaN } }, RangeError, 'Cannot read option "cancel"'],
  [
    { rates: { cancel: 0.9 } },
    RangeError,
    'Cannot read option "rates": expected rates that add up to at most 1',
  ],
])("refuses the options %j", (options, error, message) => {
  const call = () => runLoopback(options as LoopbackOptions);
  expect(call).toThrow(error);
  expect(call).toThrow(message);
});
