/** The judgement over each gate as SQL, in terms of the sums over the run. */
import { GATE_TABLE, type GateLimit } from "../gate-table.ts";
import { LATENCY_SERIES, SERIES_NAMES, type SeriesName } from "../latency-series.ts";
import { COUNTING_GATES } from "../run-tally.ts";
import { MVP_SLO_GATE_IDS, type MvpSloGateId, type MvpSloViolationCode } from "../slo-report.ts";
import { type MvpSloSqlSettings, sqlText } from "./sql-options.ts";
import { percentilesOf } from "./tally-sql.ts";

/** The SQL of one gate. */
export interface GateSql {
  readonly gate_id: MvpSloGateId;
  /** SQL of the number of turns that it covers. */
  readonly covered: string;
  /** SQL of the figures that it bounds, by their names in the report; null where none was observed. */
  readonly figures: readonly { readonly name: string; readonly sql: string }[];
  /** SQL of how often each of its violations was found. */
  readonly violations: readonly { readonly code: MvpSloViolationCode; readonly sql: string }[];
  /** Condition of a gate that could not be evaluated, where there is such a thing. */
  readonly unevaluated?: string;
}

/** The anchor that holds, null for none: the rule of `endToEndAnchor`. */
export function anchorSql({ anchor }: MvpSloSqlSettings): string {
  if (anchor !== "auto") return `CASE WHEN accepted > 0 THEN ${sqlText(anchor)} END`;
  return "CASE WHEN accepted = 0 THEN NULL WHEN playback_missing < accepted THEN 'playback' WHEN terminal_marked > 0 THEN 'terminal' END";
}

/** The gates, in the order of reports. */
export function gateSql(settings: MvpSloSqlSettings): GateSql[] {
  return MVP_SLO_GATE_IDS.map((gate_id) => gateOf(gate_id, settings));
}

function gateOf(gate_id: MvpSloGateId, { thresholds, requireEndToEnd }: MvpSloSqlSettings): GateSql {
  const series = SERIES_NAMES.filter((name) => LATENCY_SERIES[name].gate_id === gate_id);
  const [first] = series;
  const { limits } = GATE_TABLE[gate_id];
  const figures = limits.map(({ name, figure }) => ({
    name: figure,
    sql: observedSql(gate_id, name, series),
  }));
  const broken = limits.map((limit) => ({
    code: limit.code,
    sql: brokenSql(limit, thresholds[limit.figure]),
  }));
  if (first === undefined) return { gate_id, covered: "accepted", figures, violations: broken };
  const { missing, negative } = LATENCY_SERIES[first];
  const gate = {
    gate_id,
    figures,
    violations: [
      { code: missing, sql: ofSeries(series, "missing", "0") },
      { code: negative, sql: ofSeries(series, "negative", "0") },
      ...broken,
    ],
  };
  if (series.length === 1) return { ...gate, covered: `${first}_covered` };
  // Several series of one gate are those of the anchors; without an anchor, nothing is measured.
  const unevaluated = "end_to_end_anchor IS NULL AND accepted > 0";
  const unevaluatedCount = { code: "end_to_end_not_evaluated", sql: `(${unevaluated})::INTEGER` } as const;
  return {
    ...gate,
    covered: "accepted",
    unevaluated,
    violations: [...gate.violations, ...(requireEndToEnd ? [unevaluatedCount] : [])],
  };
}

/** A column of the series of a gate; of the one whose anchor holds, where there are several. */
function ofSeries(series: readonly SeriesName[], column: string, none?: string): string {
  const [first, ...others] = series.map((name) => `${name}_${column}`);
  if (others.length === 0) return `${first}`;
  const cases = series.map((name) => `WHEN ${sqlText(name)} THEN ${name}_${column}`);
  return `CASE end_to_end_anchor ${cases.join(" ")}${none === undefined ? "" : ` ELSE ${none}`} END`;
}

function observedSql(gate_id: MvpSloGateId, name: string, series: readonly SeriesName[]): string {
  const [first] = series;
  if (first !== undefined) {
    const place = percentilesOf(first).indexOf(name) + 1;
    return `(${ofSeries(series, "percentiles")})[${place}]`;
  }
  const offenders = `${COUNTING_GATES.find((counting) => counting === gate_id)}_offenders`;
  if (name === "count") return offenders;
  return `CASE WHEN accepted = 0 THEN 0 ELSE (accepted - ${offenders}) / accepted END`;
}

/** Whether a figure breaks its limit, as 0 or 1. A figure that was not observed breaks none. */
function brokenSql({ figure, bound }: GateLimit, limit: number): string {
  const isBroken = `${figure} ${bound === "max" ? ">" : "<"} ${numberSql(limit)}`;
  return `coalesce((${isBroken})::INTEGER, 0)`;
}

/** Shares are compared as the floating point numbers that they are, and read from text for that. */
const numberSql = (value: number) => (Number.isInteger(value) ? String(value) : `'${value}'::DOUBLE`);
