/**
 * The MVP SLO gates with a view to how much the evidence says: thin evidence is not a pass.
 *
 * A percentile of a few turns says little about the next thousand. Every percentile comes with bounds that hold
 * for any distribution. In `compat` mode they are only told. In `strict` mode they decide: a limit between them, or
 * too few turns to have them, is `inconclusive`. Gates that count turns (G4, G5, G6) and violations of single turns say
 * something about this run and not about a percentile beyond it; they decide by the plain rule in both modes.
 */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { describeValue } from "../../../internal/describe-value.ts";
import { type MvpSloAccumulatorState, readAccumulatorState } from "../accumulator-state.ts";
import { evaluateMvpSloGates } from "../evaluate-mvp-slo-gates.ts";
import { GATE_TABLE } from "../gate-table.ts";
import { LATENCY_SERIES } from "../latency-series.ts";
import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import { type MvpSloVerdict, mvpSloVerdict } from "../report/gate-verdict.ts";
import { endToEndAnchor, type Run, reportedSeries } from "../run-figures.ts";
import { addTurn, emptyTally } from "../run-tally.ts";
import { type MvpSloGateOptions, readMvpSloOptions } from "../slo-options.ts";
import { MVP_SLO_GATE_IDS, type MvpSloGateReport } from "../slo-report.ts";
import { figureStrength } from "./figure-strength.ts";
import { PERCENTILE_CODES } from "./percentile-codes.ts";
import type { FigureStrength, MvpSloStrengthReport } from "./strength-report.ts";

export type { FigureStrength, MvpSloStrengthReport } from "./strength-report.ts";

/** How a run is judged. */
export interface MvpSloStrengthOptions extends Omit<MvpSloGateOptions, "mode"> {
  /** `compat` (default): the plain rule decides. `strict`: the bounds decide. */
  readonly mode?: MvpSloStrengthReport["mode"];
  /** Confidence of each bound by itself, above 0.5 and below 1. Default 0.95. */
  readonly confidence?: number;
}

/**
 * Judges the turns of a run, or what an accumulator has seen of them. A state brings its limits and its anchor along;
 * options beside `mode` and `confidence` are refused for it. Throws TypeError or RangeError that names what is not well
 * formed. Source: NF-024 to NF-029, NF-038.
 *
 * @since 0.1.0
 */
export function evaluateMvpSloStrength(
  input: readonly TurnMetrics[] | MvpSloAccumulatorState,
  { mode = "compat", confidence = 0.95, ...options }: MvpSloStrengthOptions = {},
): MvpSloStrengthReport {
  requireMode(mode);
  requireConfidence(confidence);
  const { run, report } = isSamples(input) ? fromSamples(input, options) : fromState(input, options);
  const series = reportedSeries(run.anchor);
  const figures = MVP_SLO_GATE_IDS.flatMap((gate_id) => {
    const name = series.find((candidate) => LATENCY_SERIES[candidate].gate_id === gate_id);
    const latencies = name === undefined ? new Map<number, number>() : run.tally.series[name].latencies;
    return GATE_TABLE[gate_id].limits
      .filter(({ unit }) => unit === "ms")
      .map((limit): FigureStrength => {
        const limit_ms = run.settings.thresholds[limit.figure];
        return figureStrength({ gate_id, limit, limit_ms, latencies, mode, confidence });
      });
  });
  const verdict = mode === "compat" ? mvpSloVerdict(report) : strictVerdict(report, figures);
  return { mode, confidence, verdict, report, figures };
}

/** Fail beats inconclusive beats pass. */
function strictVerdict(report: MvpSloGateReport, figures: readonly FigureStrength[]): MvpSloVerdict {
  const violations = report.violations.filter(({ code }) => !PERCENTILE_CODES.has(code));
  // Violations that are not listed are of single turns, hence they count.
  const passed = violations.length === 0 && (report.omitted_violations ?? 0) === 0;
  const plain = mvpSloVerdict({ ...report, violations, passed });
  const verdicts = [plain, ...figures.map((figure) => figure.verdict)];
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}

interface Judged {
  readonly run: Run;
  readonly report: MvpSloGateReport;
}

const isSamples = (input: unknown): input is readonly TurnMetrics[] => Array.isArray(input);

function fromSamples(samples: readonly TurnMetrics[], options: MvpSloGateOptions): Judged {
  const report = evaluateMvpSloGates(samples, options);
  const settings = readMvpSloOptions(options);
  const tally = emptyTally();
  for (const turn of samples) addTurn(tally, turn);
  return { run: { tally, settings, anchor: endToEndAnchor(tally, settings.anchor) }, report };
}

function fromState(state: MvpSloAccumulatorState, options: MvpSloGateOptions): Judged {
  const [surplus] = Object.keys(options);
  if (surplus !== undefined) {
    throw new TypeError(
      `Cannot evaluate options.${surplus}: expected none with the state of an accumulator, which has options of its own, but received one`,
    );
  }
  const { settings, tally } = readAccumulatorState(state);
  const report = createMvpSloAccumulator().fromJSON(state).report();
  return { run: { tally, settings, anchor: endToEndAnchor(tally, settings.anchor) }, report };
}

function requireMode(mode: unknown): void {
  if (mode === "compat" || mode === "strict") return;
  throw new RangeError(
    `Cannot evaluate options.mode: expected one of compat, strict but received ${describeValue(mode)}`,
  );
}

/** Throws RangeError unless it is a number above 0.5 and below 1. */
export function requireConfidence(confidence: unknown): void {
  if (typeof confidence === "number" && confidence > 0.5 && confidence < 1) return;
  throw new RangeError(
    `Cannot evaluate options.confidence: expected a number above 0.5 and below 1 but received ${describeValue(confidence)}`,
  );
}
