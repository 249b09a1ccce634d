/** The sums over the turns of a run as SQL: those of the tally, but percentiles in place of counts by latency. */
import { GATE_TABLE } from "../gate-table.ts";
import { LATENCY_SERIES, SERIES_NAMES, type SeriesName } from "../latency-series.ts";
import { addTurn, COUNTING_GATES, type CountingGateId, emptyTally } from "../run-tally.ts";
import { columnCondition, eventCondition } from "./rule-condition.ts";
import type { MvpSloSqlSettings } from "./sql-options.ts";
import { malformedCondition } from "./turn-columns.ts";

/** The percentiles that a series is judged by, such as p50 and p95. */
export function percentilesOf(series: SeriesName): string[] {
  return GATE_TABLE[LATENCY_SERIES[series].gate_id].limits.map(({ name }) => name);
}

/** The columns of the sums, each as SQL with its name. */
export function tallyColumns({ terminalEvents, checkTurns }: MvpSloSqlSettings): string[] {
  const offends = (gate_id: CountingGateId) =>
    eventCondition((turn) => {
      const tally = emptyTally();
      addTurn(tally, turn);
      return tally.offenders[gate_id].count > 0;
    }, terminalEvents);
  return [
    "count(*) AS samples",
    `${checkTurns ? countOf(malformedCondition()) : "0"} AS malformed_turns`,
    `${countOf("accepted")} AS accepted`,
    `${countOf("accepted AND turn_terminal_at_ms IS NOT NULL")} AS terminal_marked`,
    ...SERIES_NAMES.flatMap(seriesColumns),
    ...COUNTING_GATES.map((gate_id) => `${countOf(offends(gate_id))} AS ${gate_id}_offenders`),
  ];
}

function seriesColumns(name: SeriesName): string[] {
  const { covers, from, to } = LATENCY_SERIES[name];
  const covered = columnCondition(covers);
  const latency = `${to} - ${from}`;
  // As decimals, for which DuckDB finds the nearest rank in whole numbers.
  const shares = percentilesOf(name).map((percentile) => Number(percentile.slice(1)) / 100);
  return [
    `${countOf(covered)} AS ${name}_covered`,
    `${countOf(`${covered} AND ${latency} IS NULL`)} AS ${name}_missing`,
    `${countOf(`${covered} AND ${latency} < 0`)} AS ${name}_negative`,
    `quantile_disc(${latency}, [${shares.join(", ")}]) FILTER (WHERE ${covered} AND ${latency} >= 0) AS ${name}_percentiles`,
  ];
}

const countOf = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
