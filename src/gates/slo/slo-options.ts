/** Options of the MVP SLO gates: read strictly, since a mistyped limit would pass every run. */
import { defined } from "../../internal/defined.ts";
import {
  BOOLEAN,
  type FieldShapes,
  INTEGER,
  objectOf,
  oneOf,
  optional,
  RATIO,
} from "../../internal/input-shape.ts";
import { recordOf } from "../../internal/record-of.ts";
import { requireShape } from "../invalid-input.ts";
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

/** Limits are named by what they bound: ratios end in `_ratio`, all others are whole numbers. */
const LIMITS = recordOf(Object.keys(DEFAULT_MVP_SLO_THRESHOLDS) as (keyof MvpSloThresholds)[], (name) =>
  optional(name.endsWith("ratio") ? RATIO : INTEGER),
);

/** The options by their shapes. */
export const OPTION_SHAPES: FieldShapes<MvpSloGateOptions> = {
  thresholds: optional(objectOf(LIMITS)),
  anchor: optional(oneOf(["auto", "playback", "terminal"])),
  requireEndToEnd: optional(BOOLEAN),
  mode: optional(oneOf(["compat"])),
};

const OPTIONS = objectOf(OPTION_SHAPES);

/**
 * Options with their defaults. An option that is undefined counts as not given.
 * Throws TypeError or RangeError that names the option, such as `options.thresholds.end_to_end_p50_ms`.
 */
export function readMvpSloOptions(options: MvpSloGateOptions): MvpSloSettings {
  return withDefaults(requireShape("options", options, OPTIONS));
}

/** Options that are well formed, with their defaults. */
export function withDefaults({ thresholds = {}, ...options }: MvpSloGateOptions): MvpSloSettings {
  return {
    anchor: "auto",
    requireEndToEnd: true,
    mode: "compat",
    ...defined(options),
    thresholds: { ...DEFAULT_MVP_SLO_THRESHOLDS, ...defined(thresholds) },
  };
}
