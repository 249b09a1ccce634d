/** Turn metrics as columns of DuckDB. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import { recordOf } from "../../../internal/record-of.ts";
import { sqlText, type TerminalEventsForm } from "./sql-options.ts";

const FLAG = "BOOLEAN";

/** Types by field. */
const TURN_COLUMNS = {
  turn_id: "VARCHAR",
  accepted: FLAG,
  happy_path: FLAG,
  ...recordOf(TURN_MARKERS, () => "BIGINT"),
  baseline_complete: FLAG,
  accepted_stale_epoch_output: FLAG,
  terminal_events: "VARCHAR[]",
  tags: "MAP(VARCHAR, VARCHAR)",
} satisfies { readonly [K in keyof TurnMetrics]-?: string };

const OPTIONAL: readonly string[] = [...TURN_MARKERS, "tags"];

/** What is read, and how. */
export interface MvpSloSqlSource {
  /** How `terminal_events` are read. JSON text is a little faster. Default `list`. */
  readonly terminalEvents?: TerminalEventsForm;
}

/**
 * SQL that reads turn metrics from NDJSON: a table function of DuckDB, to be used as `from`. Paths may be globs, and
 * compressed files are read, too. Only the columns that a query asks for are decoded.
 *
 * @since 0.1.0
 */
export function mvpSloSqlSource(path: string, { terminalEvents = "list" }: MvpSloSqlSource = {}): string {
  const columns = { ...TURN_COLUMNS, ...(terminalEvents === "json" && { terminal_events: "VARCHAR" }) };
  const types = Object.entries(columns).map(([name, type]) => `${name}: ${sqlText(type)}`);
  return `read_json(${sqlText(path)}, format = 'newline_delimited', columns = {${types.join(", ")}})`;
}

/** The condition of a row that is no turn: a field is missing, or a marker is out of range. */
export function malformedCondition(): string {
  const required = Object.keys(TURN_COLUMNS).filter((name) => !OPTIONAL.includes(name));
  return [
    ...required.map((name) => `${name} IS NULL`),
    "turn_id = ''",
    ...TURN_MARKERS.map((marker) => `${marker} NOT BETWEEN 0 AND ${Number.MAX_SAFE_INTEGER}`),
  ].join(" OR ");
}
