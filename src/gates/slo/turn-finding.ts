/** A turn of which a gate could not measure the latency, and the violation that follows. */

import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { quote } from "../../internal/quote.ts";
import { GATE_TABLE } from "./gate-table.ts";
import { LATENCY_SERIES, type MarkerName, measureLatency, type SeriesName } from "./latency-series.ts";
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

/** What is wrong with the turn in these series, in their order. */
export function turnFindings(turn: TurnMetrics, names: readonly SeriesName[]): TurnFinding[] {
  const findings: TurnFinding[] = [];
  for (const series of names) {
    const { covers, from, to } = LATENCY_SERIES[series];
    if (!covers(turn)) continue;
    const observed = measureLatency(series, turn);
    if (observed === undefined) {
      const lacks = [from, to].filter((marker) => turn[marker] === undefined);
      findings.push({ series, turn_id: turn.turn_id, lacks });
    } else if (observed < 0) {
      findings.push({ series, turn_id: turn.turn_id, lacks: [], observed });
    }
  }
  return findings;
}

/** The violation that a finding is reported as. */
export function findingViolation({ series, turn_id, lacks, observed }: TurnFinding): MvpSloViolation {
  const { gate_id, from, to, missing, negative } = LATENCY_SERIES[series];
  const subject = `${gate_id} ${GATE_TABLE[gate_id].title} of turn ${quote(turn_id)}`;
  if (observed === undefined) {
    const message = `Cannot measure ${subject}: expected ${from} and ${to} but received no ${lacks.join(" and no ")}`;
    return { gate_id, code: missing, turn_id, message };
  }
  const message = `Cannot accept ${subject}: expected ${to} - ${from} >= 0 ms but received ${observed} ms`;
  return { gate_id, code: negative, turn_id, observed, limit: 0, message };
}
