/** Options of an accumulator: those of the gates and a bound on what it keeps. */
import { INTEGER, objectOf, optional } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import { type MvpSloGateOptions, type MvpSloSettings, OPTION_SHAPES, withDefaults } from "./slo-options.ts";

/** Options of an accumulator. */
export interface MvpSloAccumulatorOptions extends MvpSloGateOptions {
  /** Most violations of turns that are kept of each code. Default 1000; the counts stay exact. */
  readonly maxViolationsPerCode?: number;
}

/** Options of an accumulator with every default filled in. */
export interface MvpSloAccumulatorSettings extends MvpSloSettings {
  readonly maxViolationsPerCode: number;
}

const OPTIONS = objectOf<MvpSloAccumulatorOptions>({
  ...OPTION_SHAPES,
  maxViolationsPerCode: optional(INTEGER),
});

/** Options with their defaults, read as strictly as those of the gates. */
export function readAccumulatorOptions(options: MvpSloAccumulatorOptions): MvpSloAccumulatorSettings {
  const { maxViolationsPerCode = 1000, ...gateOptions } = requireShape("options", options, OPTIONS);
  return { ...withDefaults(gateOptions), maxViolationsPerCode };
}
