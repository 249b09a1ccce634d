/**
 * The verdict over one figure: what is known of how much it moved, against a margin below which nobody minds.
 *
 * Worse and better are claimed with the bounds of the family, so that many figures and segments together raise no
 * more false alarms than one. Same is claimed with the bounds of the figure by itself: that a run passes needs every
 * figure to be the same or better, and the chance that all of them are wrongly so is at most that of one.
 */
import { formatCount } from "../slo/report/format-figure.ts";
import type { BoundedDifference } from "../statistics/quantile-difference.ts";
import type { FigureComparison, RegressionVerdict } from "./comparison-report.ts";
import type { PracticalMargin } from "./regression-options.ts";

/** A figure on both sides, with a way to bound its difference at a risk. */
export interface FigureEvidence
  extends Pick<FigureComparison, "series" | "figure" | "segment" | "baseline_n" | "candidate_n"> {
  readonly baseline_ms?: number;
  readonly candidate_ms?: number;
  /** Fewest turns on each side, or pairs, with which both bounds exist at this risk. */
  needed(risk: number): number;
  /** The difference with bounds of which each is wrong at most as often as the risk. */
  difference(risk: number): BoundedDifference | undefined;
}

/** By what a figure is judged. */
export interface ComparisonPolicy {
  /** How often each bound of the figure by itself may be wrong. */
  readonly risk: number;
  /** How often each bound of the family may be wrong. */
  readonly familyRisk: number;
  readonly margin: PracticalMargin;
}

/** Whether there are turns enough that the figure can ever be decided; only such figures belong to the family. */
export function isDecidable({ baseline_n, candidate_n, needed }: FigureEvidence, risk: number): boolean {
  return Math.min(baseline_n, candidate_n) >= needed(risk);
}

/** Judges one figure. */
export function compareFigure(
  evidence: FigureEvidence,
  { risk, familyRisk, margin }: ComparisonPolicy,
): FigureComparison {
  const { series, figure, segment, baseline_n, candidate_n, baseline_ms, candidate_ms } = evidence;
  const single = evidence.difference(risk);
  const needed = evidence.needed(familyRisk);
  const identity = {
    series,
    figure,
    ...(segment !== undefined && { segment }),
    baseline_n,
    candidate_n,
    needed,
  };
  if (single === undefined || baseline_ms === undefined || candidate_ms === undefined) {
    const message = `${series} ${figure} cannot be compared: ${sides(identity)}`;
    return { ...identity, verdict: "inconclusive", message };
  }
  const margin_ms = rounded(Math.max(margin.relative * baseline_ms, margin.absolute_ms));
  const decidable = isDecidable(evidence, risk);
  const family = decidable ? evidence.difference(familyRisk) : undefined;
  const delta_ms = rounded(single.observed);
  const told = {
    ...identity,
    baseline_ms,
    candidate_ms,
    delta_ms,
    ...(baseline_ms > 0 && { delta_percent: rounded((100 * single.observed) / baseline_ms) }),
    ...bounds("lower_ms", single.lower),
    ...bounds("upper_ms", single.upper),
    ...bounds("family_lower_ms", family?.lower),
    ...bounds("family_upper_ms", family?.upper),
    margin_ms,
  };
  const verdict = decidable ? verdictOf(single, family, margin_ms) : "inconclusive";
  return { ...told, verdict, message: messageOf(told, verdict) };
}

/** Whether it is not slower by more than the margin; it may not be known whether it is the same or better. */
export function isNotWorse({
  verdict,
  baseline_n,
  candidate_n,
  upper_ms,
  margin_ms,
}: Pick<FigureComparison, "verdict" | "baseline_n" | "candidate_n" | "upper_ms" | "margin_ms">): boolean {
  if (verdict !== "inconclusive") return verdict !== "worse";
  return (
    Math.min(baseline_n, candidate_n) > 0 &&
    upper_ms !== undefined &&
    margin_ms !== undefined &&
    upper_ms <= margin_ms
  );
}

function verdictOf(
  single: BoundedDifference,
  family: BoundedDifference | undefined,
  margin: number,
): RegressionVerdict {
  if (family?.lower !== undefined && family.lower > margin) return "worse";
  if (family?.upper !== undefined && family.upper < -margin) return "better";
  const { lower, upper } = single;
  if (lower === undefined || upper === undefined) return "inconclusive";
  return lower >= -margin && upper <= margin ? "same" : "inconclusive";
}

const bounds = <K extends string>(name: K, value: number | undefined) =>
  (value === undefined ? {} : { [name]: rounded(value) }) as { readonly [N in K]?: number };

/** To a thousandth: more digits would only look exact. */
const rounded = (value: number) => Math.round(value * 1000) / 1000 || 0;

type Sides = Pick<FigureComparison, "baseline_n" | "candidate_n" | "needed">;

const sides = ({ baseline_n, candidate_n }: Sides) =>
  `${formatCount(baseline_n)} measured in the baseline, ${formatCount(candidate_n)} in the candidate`;

function messageOf(told: Omit<FigureComparison, "verdict" | "message">, verdict: RegressionVerdict): string {
  const { series, figure, delta_ms = 0, delta_percent, lower_ms, upper_ms, margin_ms = 0, needed } = told;
  const percent = delta_percent === undefined ? "" : ` (${Math.abs(delta_percent).toFixed(1)}%)`;
  const moved =
    delta_ms === 0
      ? "unchanged"
      : `${tenths(Math.abs(delta_ms))} ms${percent} ${delta_ms > 0 ? "slower" : "faster"}`;
  const from = lower_ms === undefined ? "no lower bound" : `${signed(lower_ms)} ms`;
  const to = upper_ms === undefined ? "no upper bound" : `${signed(upper_ms)} ms`;
  const said = `${series} ${figure} is ${moved}, from ${from} to ${to}; margin ${tenths(margin_ms)} ms`;
  if (verdict !== "inconclusive") return said;
  if (isNotWorse({ verdict, ...told })) return `${said}; not slower by more than the margin, perhaps faster`;
  const few = Math.min(told.baseline_n, told.candidate_n) < needed;
  return few
    ? `${said}; too few turns (${sides(told)}, ${formatCount(needed)} needed on each side)`
    : `${said}; more turns are needed to tell`;
}

/** Figures of a message: a reader has no use for a thousandth of a millisecond. */
const tenths = (value: number) => Math.round(value * 10) / 10 || 0;

const signed = (value: number) => (tenths(value) > 0 ? `+${tenths(value)}` : `${tenths(value)}`);
