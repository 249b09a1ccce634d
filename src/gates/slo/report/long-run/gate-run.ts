/**
 * The turns of a run on their way into a report: kept as long as they are few, then taken up in a digest.
 *
 * Up to {@link MOST_TURNS} turns the report shows every one of them. Beyond that its verdict, figures and drawings
 * are still those of all turns, but the turns that it names are a sample.
 */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { requireShape } from "../../../invalid-input.ts";
import { evaluateMvpSloGates } from "../../evaluate-mvp-slo-gates.ts";
import type { MvpSloGateOptions } from "../../slo-options.ts";
import { TURN_SAMPLE } from "../../turn-sample.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { createRunDigest, type RunDigest } from "./run-digest.ts";

/** Most turns that are kept one and all. */
export const MOST_TURNS = 10_000;

/** Most violations of turns that a longer run lists of each code; the rest is counted. */
export const MOST_VIOLATIONS_PER_CODE = 10_000;

/** Bounds on what is kept. */
export interface GateRunBounds {
  readonly mostTurns?: number;
  readonly mostViolationsPerCode?: number;
}

/** Takes the turns of a run, in their order. */
export interface GateRun {
  /** Adds a turn. Throws TypeError or RangeError that names the field if it is not well formed. */
  add(turn: TurnMetrics): void;
  /** What a report of the run is made from. */
  input(): GateReportInput;
}

/** A run without turns, judged by the options. */
export function createGateRun(options: MvpSloGateOptions, bounds: GateRunBounds = {}): GateRun {
  const { mostTurns = MOST_TURNS, mostViolationsPerCode = MOST_VIOLATIONS_PER_CODE } = bounds;
  let turns: TurnMetrics[] = [];
  let digest: RunDigest | undefined;
  let added = 0;
  return {
    add(turn) {
      if (TURN_SAMPLE(turn) !== undefined) requireShape(`samples[${added}]`, turn, TURN_SAMPLE);
      added += 1;
      if (digest === undefined && turns.length < mostTurns) {
        turns.push(turn);
        return;
      }
      if (digest === undefined) {
        digest = createRunDigest(options, mostViolationsPerCode);
        for (const earlier of turns) digest.add(earlier);
        turns = [];
      }
      digest.add(turn);
    },
    input: () => digest?.input() ?? { report: evaluateMvpSloGates(turns, options), turns },
  };
}
