/** A turn of which a gate could not measure the latency, and the violation that follows. */

import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { quote } from "../../internal/quote.ts";
import { GATE_TABLE } from "./gate-table.ts";
import { LATENCY_SERIES, type MarkerName, type SeriesName } from "./latency-series.ts";
import type { MvpSloViolation } from "./slo-report.ts";

/** A latency that could not be measured. */
export interface TurnFinding {
  readonly series: SeriesName;
  readonly turn_id: string;
  /** The markers that the turn lacks; empty when they are there but in the wrong order. */
  readonly lacks: readonly MarkerName[];
  /** The negative difference of markers in the wrong order, in ms. */
  readonly observed?: number;
}

/** The latency of a turn in ms, or why there is none; undefined where the gate does not cover the turn. */
export function measureTurn(series: SeriesName, turn: TurnMetrics): number | TurnFinding | undefined {
  const { covers, from, to } = LATENCY_SERIES[series];
  if (!covers(turn)) return undefined;
  const { turn_id, [from]: start, [to]: end } = turn;
  if (start === undefined || end === undefined) {
    return { series, turn_id, lacks: [from, to].filter((marker) => turn[marker] === undefined) };
  }
  // Markers may be -0, and so may their difference; reports say 0.
  const observed = end - start || 0;
  return observed < 0 ? { series, turn_id, lacks: [], observed } : observed;
}

/** What is wrong with the turn in these series, in their order. */
export function turnFindings(turn: TurnMetrics, names: readonly SeriesName[]): TurnFinding[] {
  return names.map((name) => measureTurn(name, turn)).filter((measured) => typeof measured === "object");
}

/** The violation that a finding is reported as. */
export function findingViolation({ series, turn_id, lacks, observed }: TurnFinding): MvpSloViolation {
  const { gate_id, from, to, missing, negative } = LATENCY_SERIES[series];
  const isMissing = observed === undefined;
  const received = isMissing ? `no ${lacks.join(" and no ")}` : `${observed} ms`;
  const message = `Cannot measure ${gate_id} ${GATE_TABLE[gate_id].title} of turn ${quote(turn_id)}: expected ${to} - ${from} >= 0 ms but received ${received}`;
  return {
    gate_id,
    code: isMissing ? missing : negative,
    turn_id,
    ...(!isMissing && { observed, limit: 0 }),
    message,
  };
}
