/** Options of a comparison of two runs: read strictly, since a mistyped margin would pass every run. */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { defined } from "../../internal/defined.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { type InputShape, listOf, objectOf, oneOf, optional, TEXT } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import { SERIES_NAMES, type SeriesName } from "../slo/latency-series.ts";
import { requireConfidence } from "../slo/strength/evaluate-mvp-slo-strength.ts";

/** The figures that can be compared; `shift` is the median of the differences within pairs. */
export const REGRESSION_FIGURES = ["p50", "p95", "shift"] as const;

/** A figure that can be compared. */
export type RegressionFigure = (typeof REGRESSION_FIGURES)[number];

/** The largest difference that does not matter: a share of the baseline's figure, but at least so many ms. */
export interface PracticalMargin {
  readonly relative: number;
  readonly absolute_ms: number;
}

/** How two runs are compared. */
export interface CompareEvidenceOptions {
  /**
   * Which turns belong together. `none` (default): the runs are compared as a whole. `turn_id`: turns of equal id, such
   * as those of a replay of one script. A function: turns of equal key; a turn for which it gives undefined has no
   * partner.
   */
  readonly pairBy?: "none" | "turn_id" | ((turn: TurnMetrics) => string | undefined);
  /** Tags by whose values the runs are also compared, each one or several joined by `+`. Default none. */
  readonly by?: readonly string[];
  /** Latencies that are compared. Default all that either run has; of the end-to-end ones only one. */
  readonly series?: readonly SeriesName[];
  /** Figures that are compared. Default p50 and p95, and for pairs also shift. */
  readonly figures?: readonly RegressionFigure[];
  /** Default 10% of the baseline's figure, at least 10 ms. */
  readonly margin?: Partial<PracticalMargin>;
  /** Confidence of each bound, above 0.5 and below 1. Default 0.95. */
  readonly confidence?: number;
}

/** Options with every default filled in. */
export interface RegressionSettings extends Omit<CompareEvidenceOptions, "margin" | "series"> {
  readonly pairBy: NonNullable<CompareEvidenceOptions["pairBy"]>;
  readonly by: readonly string[];
  readonly series: readonly SeriesName[] | undefined;
  readonly figures: readonly RegressionFigure[];
  readonly margin: PracticalMargin;
  readonly confidence: number;
}

const AMOUNT: InputShape<number> = (received) => {
  if (typeof received === "number" && received >= 0 && Number.isFinite(received)) return undefined;
  return {
    path: "",
    expected: "a number of at least 0",
    received,
    isOutOfRange: typeof received === "number",
  };
};

const PAIRING: InputShape<RegressionSettings["pairBy"]> = (received) =>
  typeof received === "function" ? undefined : oneOf(["none", "turn_id"])(received);

const OPTIONS = objectOf<CompareEvidenceOptions>({
  pairBy: optional(PAIRING),
  by: optional(listOf(TEXT)),
  series: optional(listOf(oneOf(SERIES_NAMES))),
  figures: optional(listOf(oneOf(REGRESSION_FIGURES))),
  margin: optional(
    objectOf<Partial<PracticalMargin>>({ relative: optional(AMOUNT), absolute_ms: optional(AMOUNT) }),
  ),
  confidence: () => undefined,
});

/** Options with their defaults. Throws TypeError or RangeError that names the option that is not well formed. */
export function readRegressionOptions(options: CompareEvidenceOptions): RegressionSettings {
  const {
    pairBy = "none",
    by = [],
    series,
    figures,
    margin = {},
    confidence = 0.95,
  } = requireShape("options", options, OPTIONS);
  requireConfidence(confidence);
  if (pairBy === "none" && figures?.includes("shift")) {
    throw new RangeError(
      `Cannot evaluate options.figures: expected shift only with options.pairBy but received ${describeValue(pairBy)}`,
    );
  }
  return {
    pairBy,
    by: [...new Set(by)],
    series,
    figures: figures ?? (pairBy === "none" ? ["p50", "p95"] : REGRESSION_FIGURES),
    margin: { relative: 0.1, absolute_ms: 10, ...defined(margin) },
    confidence,
  };
}
