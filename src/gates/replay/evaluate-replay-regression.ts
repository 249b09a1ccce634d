/**
 * The replay gate: every fixture of the gate is compared with its recording and judged by its policy.
 *
 * It fails closed: a fixture that somebody wrote metadata for and nobody recorded or replayed fails, and so does
 * a gate that had nothing to judge.
 */
import type { ReplayFixtureMetadata } from "../../contracts/observability/replay-fixture-metadata.ts";
import { REPLAY_GATES, type ReplayGate } from "../../contracts/observability/replay-gate.ts";
import type {
  ReplayFixtureResult,
  ReplayRegressionReport,
} from "../../contracts/observability/replay-regression-report.ts";
import type { ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import { type InputShape, listOf, objectOf, oneOf, TEXT } from "../../internal/input-shape.ts";
import { quote } from "../../internal/quote.ts";
import { requireShape } from "../invalid-input.ts";
import { compareLineage } from "./compare-lineage.ts";
import { compareTraces } from "./compare-traces.ts";
import { evaluateDivergences } from "./evaluate-divergences.ts";
import { type InvocationEvidence, invocationLatencyDivergences } from "./invocation-latency.ts";
import { type FixtureSettings, fixtureSettings, readFixtureMetadata } from "./read-fixture-metadata.ts";
import { invocationsOfTrace } from "./trace-of-baseline.ts";

/** A fixture: its recording and its replay; what is not there is missing evidence. */
export interface ReplayFixtureTraces {
  readonly fixture_id: string;
  readonly baseline?: ReplayTrace;
  readonly candidate?: ReplayTrace;
  /** Provider invocations of the replay; those that its trace tells unless given. */
  readonly evidence?: readonly InvocationEvidence[];
}

/** What the replay gate is run over. */
export interface ReplayRegressionInput {
  readonly fixtures: readonly ReplayFixtureTraces[];
  /** A fixture that it does not name has no tolerance, expects nothing, and belongs to the full gate. */
  readonly metadata?: ReplayFixtureMetadata;
  readonly gate: ReplayGate;
  /** Time of the report on the wall clock, RFC 3339. */
  readonly now: string;
}

const TIME: InputShape<string> = (received) =>
  typeof received === "string" &&
  /^\d{4}-.*T.*(Z|[+-]\d\d:\d\d)$/.test(received) &&
  !Number.isNaN(Date.parse(received))
    ? undefined
    : { path: "", expected: "an RFC 3339 time", received, isOutOfRange: typeof received === "string" };
const UNCHECKED: InputShape<unknown> = () => undefined;
const INPUT = objectOf({
  // Traces and metadata are checked where they are read.
  fixtures: listOf(
    objectOf({ fixture_id: TEXT, baseline: UNCHECKED, candidate: UNCHECKED, evidence: UNCHECKED }),
  ),
  metadata: UNCHECKED,
  gate: oneOf(REPLAY_GATES),
  now: TIME,
}) as unknown as InputShape<ReplayRegressionInput>;

/**
 * Judges the fixtures of a gate, by their ids in ascending order; equal inputs give equal reports, whatever the
 * order of the fixtures. Throws TypeError or RangeError for input that is not well formed.
 *
 * @since 0.1.0
 */
export function evaluateReplayRegression(input: ReplayRegressionInput): ReplayRegressionReport {
  const { fixtures, metadata = { fixtures: {} }, gate, now } = requireShape("input", input, INPUT);
  const settings = readFixtureMetadata(metadata);
  const traces = new Map(fixtures.map((fixture) => [fixture.fixture_id, fixture]));
  if (traces.size < fixtures.length) throw twice(fixtures);
  const all = [...new Set([...settings.keys(), ...traces.keys()])]
    .sort()
    .map((id) => settings.get(id) ?? fixtureSettings(id));
  const isSelected = (fixture: FixtureSettings) => fixture.gate === "both" || fixture.gate === gate;
  const results = all
    .filter(isSelected)
    .map((fixture) =>
      judgeFixture(fixture, traces.get(fixture.fixture_id) ?? { fixture_id: fixture.fixture_id }),
    );
  return {
    schema_version: "rspp.tooling.replay-regression-report.v1",
    generated_at_utc: `${new Date(now).toISOString().slice(0, 19)}Z`,
    passed: results.length > 0 && results.every(({ passed }) => passed),
    gate,
    fixtures: results,
    not_selected: all.filter((fixture) => !isSelected(fixture)).map(({ fixture_id }) => fixture_id),
    counts: countsOf(results),
  };
}

function judgeFixture(fixture: FixtureSettings, traces: ReplayFixtureTraces): ReplayFixtureResult {
  const { fixture_id, gate, timing_tolerance_ms, expected_divergences } = fixture;
  const { baseline, candidate } = traces;
  const missing_evidence = [
    ...missing("baseline", fixture_id, baseline),
    ...missing("candidate", fixture_id, candidate),
  ];
  const divergences =
    baseline === undefined || candidate === undefined
      ? []
      : [
          ...compareTraces(baseline, candidate, { timingToleranceMs: timing_tolerance_ms }),
          ...compareLineage(baseline, candidate),
          ...invocationLatencyDivergences(traces.evidence ?? invocationsOfTrace(candidate), fixture),
        ];
  const verdict = evaluateDivergences(divergences, { timing_tolerance_ms, expected: expected_divergences });
  return {
    fixture_id,
    gate,
    timing_tolerance_ms,
    divergences,
    failing: [...verdict.failing],
    unexplained: [...verdict.unexplained],
    missing_expected: [...verdict.missing_expected],
    missing_evidence,
    passed: verdict.failing.length === 0 && missing_evidence.length === 0,
  };
}

function missing(side: string, fixture_id: string, trace: ReplayTrace | undefined): string[] {
  const fixture = `Fixture ${quote(fixture_id)}: expected a ${side}`;
  if (trace === undefined) return [`${fixture} but received none`];
  return trace.entries.length === 0 ? [`${fixture} with at least 1 entry but received 0`] : [];
}

function countsOf(results: readonly ReplayFixtureResult[]): ReplayRegressionReport["counts"] {
  const sum = (name: Exclude<keyof ReplayRegressionReport["counts"], "fixtures" | "failed_fixtures">) =>
    results.reduce((total, result) => total + result[name].length, 0);
  return {
    fixtures: results.length,
    failed_fixtures: results.filter(({ passed }) => !passed).length,
    divergences: sum("divergences"),
    failing: sum("failing"),
    unexplained: sum("unexplained"),
    missing_expected: sum("missing_expected"),
    missing_evidence: sum("missing_evidence"),
  };
}

function twice(fixtures: readonly ReplayFixtureTraces[]): RangeError {
  const ids = fixtures.map(({ fixture_id }) => fixture_id);
  const again = ids.findIndex((id, index) => ids.indexOf(id) < index);
  return new RangeError(
    `Cannot evaluate input.fixtures[${again}].fixture_id: expected a fixture that is there once but received ${quote(ids[again] ?? "")} again`,
  );
}
