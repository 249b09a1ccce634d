/**
 * The seven gates over a run that is too large or too spread out to hold in one array.
 *
 * Memory is bounded by the range of latencies and the cap on kept violations, not by the number of turns.
 * Percentiles stay exact. However a run is cut up, the merged report is the same, byte for byte; merging
 * is associative and commutative.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { requireShape } from "../invalid-input.ts";
import {
  type MvpSloAccumulatorOptions,
  type MvpSloAccumulatorSettings,
  readAccumulatorOptions,
} from "./accumulator-options.ts";
import {
  type AccumulatorContent,
  type MvpSloAccumulatorState,
  readAccumulatorState,
  writeAccumulatorState,
} from "./accumulator-state.ts";
import { SERIES_NAMES } from "./latency-series.ts";
import { compareText, createRetainedFindings } from "./retained-findings.ts";
import { endToEndAnchor, reportedSeries } from "./run-figures.ts";
import { runReport } from "./run-report.ts";
import { addTally, addTurn, emptyTally } from "./run-tally.ts";
import type { MvpSloGateReport, MvpSloViolation } from "./slo-report.ts";
import { findingViolation, turnFindings } from "./turn-finding.ts";
import { TURN_SAMPLE } from "./turn-sample.ts";

/** Adds turns up and reports on all of them. */
export interface MvpSloAccumulator {
  /** Adds a turn. Throws, and changes nothing, if it is not well formed. */
  add(turn: TurnMetrics): MvpSloAccumulator;
  /** Adds everything that another accumulator with the same options has seen; the other does not change. */
  merge(other: Pick<MvpSloAccumulator, "toJSON">): MvpSloAccumulator;
  /** Everything it has seen, as JSON; `JSON.stringify` calls this. */
  toJSON(): MvpSloAccumulatorState;
  /** Forgets everything, its options included, and continues from a state. */
  fromJSON(state: unknown): MvpSloAccumulator;
  /** The verdict so far. Violations are listed by gate, code and turn id. */
  report(): MvpSloGateReport;
}

/**
 * An accumulator of no turns. Its report is that of `evaluateMvpSloGates` over the added turns, apart
 * from the order of violations. Options and samples are read as strictly.
 *
 * @since 0.1.0
 */
export function createMvpSloAccumulator(options: MvpSloAccumulatorOptions = {}): MvpSloAccumulator {
  let settings = readAccumulatorOptions(options);
  let tally = emptyTally();
  let retained = createRetainedFindings(settings.maxViolationsPerCode);

  const absorb = (content: AccumulatorContent) => {
    addTally(tally, content.tally);
    for (const finding of content.findings) retained.add(finding);
  };

  const accumulator: MvpSloAccumulator = {
    add(turn) {
      requireShape("turn", turn, TURN_SAMPLE);
      addTurn(tally, turn);
      // Which anchor holds is not known before the report, unless it is forced.
      const series = settings.anchor === "auto" ? SERIES_NAMES : reportedSeries(settings.anchor);
      for (const finding of turnFindings(turn, series)) retained.add(finding);
      return accumulator;
    },
    merge(other) {
      const content = readAccumulatorState(other.toJSON());
      requireSameSettings(settings, content.settings);
      absorb(content);
      return accumulator;
    },
    toJSON: () => writeAccumulatorState({ settings, tally, findings: retained.list() }),
    fromJSON(state) {
      const content = readAccumulatorState(state);
      settings = content.settings;
      tally = emptyTally();
      retained = createRetainedFindings(settings.maxViolationsPerCode);
      absorb(content);
      return accumulator;
    },
    report() {
      const anchor = endToEndAnchor(tally, settings.anchor);
      const series = reportedSeries(anchor);
      const findings = retained.list().filter((finding) => series.includes(finding.series));
      const report = runReport({ tally, settings, anchor }, findings.map(findingViolation));
      return { ...report, violations: [...report.violations].sort(compareViolations) };
    },
  };
  return accumulator;
}

function requireSameSettings(ours: MvpSloAccumulatorSettings, theirs: MvpSloAccumulatorSettings): void {
  const [expected, received] = [canonicalJson(ours), canonicalJson(theirs)];
  if (expected === received) return;
  throw new RangeError(`Cannot merge accumulators: expected options ${expected} but received ${received}`);
}

/** By gate, those of no gate last, then code, then turn id, those of no turn first. */
function compareViolations(left: MvpSloViolation, right: MvpSloViolation): number {
  return (
    compareText(left.gate_id ?? "~", right.gate_id ?? "~") ||
    compareText(left.code, right.code) ||
    compareText(left.turn_id ?? "", right.turn_id ?? "")
  );
}
