/** Options of the MVP SLO gates: read strictly, since a mistyped limit would pass every run. */
import { BOOLEAN, INTEGER, type InputShape, oneOf, requireFields, requireShape } from "../invalid-input.ts";
import { GATE_TABLE } from "./gate-table.ts";
import type { EndToEndAnchor } from "./slo-report.ts";
import { DEFAULT_MVP_SLO_THRESHOLDS, type MvpSloThresholds } from "./slo-thresholds.ts";

/** How a run is judged. */
export interface MvpSloGateOptions {
  /** Limits that differ from {@link DEFAULT_MVP_SLO_THRESHOLDS}. */
  readonly thresholds?: Partial<MvpSloThresholds>;
  /**
   * Where G7 measures. `auto` (default): to the start of playback if any accepted turn has both playback
   * markers, else to the terminal signal if any accepted turn has one.
   */
  readonly anchor?: "auto" | EndToEndAnchor;
  /** Whether a run without end-to-end markers fails. Default true: missing evidence is not a pass. */
  readonly requireEndToEnd?: boolean;
  /** `compat`, the only mode so far: exactly the gates that other implementations share. */
  readonly mode?: "compat";
}

/** Options with every default filled in. */
export interface MvpSloSettings {
  readonly thresholds: MvpSloThresholds;
  readonly anchor: "auto" | EndToEndAnchor;
  readonly requireEndToEnd: boolean;
  readonly mode: "compat";
}

/** Options of an accumulator. */
export interface MvpSloAccumulatorOptions extends MvpSloGateOptions {
  /** Most violations of turns that are kept of each code. Default 1000; the counts stay exact. */
  readonly maxViolationsPerCode?: number;
}

/** Options of an accumulator with every default filled in. */
export interface MvpSloAccumulatorSettings extends MvpSloSettings {
  readonly maxViolationsPerCode: number;
}

const RATIO: InputShape = {
  expected: "a ratio from 0 to 1",
  type: "number",
  accepts: (value) => typeof value === "number" && value >= 0 && value <= 1,
};

const ANCHOR = oneOf(["auto", "playback", "terminal"]);
const MODE = oneOf(["compat"]);
const NAMES = ["thresholds", "anchor", "requireEndToEnd", "mode"];
const GATE_OPTIONS: ReadonlySet<string> = new Set(NAMES);
const ACCUMULATOR_OPTIONS: ReadonlySet<string> = new Set([...NAMES, "maxViolationsPerCode"]);
const LIMITS = Object.values(GATE_TABLE).flatMap((gate) => gate.limits);
const LIMIT_NAMES: ReadonlySet<string> = new Set(LIMITS.map((limit) => limit.figure));

/**
 * Options with their defaults. An option that is undefined counts as not given.
 * Throws TypeError or RangeError that names the option, such as `options.thresholds.end_to_end_p50_ms`.
 */
export function readMvpSloOptions(options: MvpSloGateOptions): MvpSloSettings {
  requireFields("options", options, { only: GATE_OPTIONS });
  return withDefaults(options);
}

/** The same for an accumulator. */
export function readAccumulatorOptions(options: MvpSloAccumulatorOptions): MvpSloAccumulatorSettings {
  requireFields("options", options, { only: ACCUMULATOR_OPTIONS });
  const { maxViolationsPerCode = 1000 } = options;
  requireShape("options.maxViolationsPerCode", maxViolationsPerCode, INTEGER);
  return { ...withDefaults(options), maxViolationsPerCode };
}

function withDefaults(options: MvpSloGateOptions): MvpSloSettings {
  const { thresholds = {}, anchor = "auto", requireEndToEnd = true, mode = "compat" } = options;
  requireShape("options.anchor", anchor, ANCHOR);
  requireShape("options.requireEndToEnd", requireEndToEnd, BOOLEAN);
  requireShape("options.mode", mode, MODE);
  return { thresholds: readThresholds(thresholds), anchor, requireEndToEnd, mode };
}

function readThresholds(given: Partial<MvpSloThresholds>): MvpSloThresholds {
  requireFields("options.thresholds", given, { only: LIMIT_NAMES });
  const thresholds: { -readonly [K in keyof MvpSloThresholds]: number } = { ...DEFAULT_MVP_SLO_THRESHOLDS };
  for (const { figure, unit } of LIMITS) {
    const limit = given[figure];
    if (limit === undefined) continue;
    requireShape(`options.thresholds.${figure}`, limit, unit === "ratio" ? RATIO : INTEGER);
    thresholds[figure] = limit;
  }
  return thresholds;
}
