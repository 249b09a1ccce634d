/**
 * The MVP SLO gates as one SQL query for DuckDB, written from the tables that the gates are evaluated by.
 *
 * For turns that already are where a database can see them. The row that the query gives says what a report says,
 * but counts the violations of turns instead of listing them, and names no turns.
 */
import { anchorSql, type GateSql, gateSql } from "./gate-sql.ts";
import { type MvpSloSqlOptions, readSqlOptions, sqlText } from "./sql-options.ts";
import { tallyColumns } from "./tally-sql.ts";

/**
 * A query that evaluates gates G1 to G7 over the turns that `from` selects and gives one row: the summary of
 * `MvpSloGateReport` by the same names (null where a report leaves a field out), `malformed_turns`,
 * `violations` as a list of `{ gate_id, code, count }`, and `gates` as a list of `{ gate_id, status,
 * covered_turns, violations }`. A row that lacks a field or holds a marker out of range is malformed
 * and fails the run; no other check is made. Throws TypeError or RangeError that names an option that is not
 * well formed. Source: NF-024 to NF-029, NF-038.
 *
 * @since 0.1.0
 */
export function mvpSloSql(options: MvpSloSqlOptions = {}): string {
  const settings = readSqlOptions(options);
  const gates = gateSql(settings);
  const figures = gates.flatMap((gate) => gate.figures);
  return `WITH tally AS (
  SELECT
    ${tallyColumns(settings).join(",\n    ")}
  FROM ${settings.from}
),
anchored AS (
  SELECT *, ${anchorSql(settings)} AS end_to_end_anchor FROM tally
),
observed AS (
  SELECT
    *,
    ${figures.map(({ name, sql }) => `${sql} AS ${name}`).join(",\n    ")}
  FROM anchored
),
judged AS (
  SELECT
    *,
    ${gates.map((gate) => `${sumOf(gate)} AS ${gate.gate_id}_violations`).join(",\n    ")}
  FROM observed
)
SELECT
  samples,
  malformed_turns,
  accepted AS accepted_turns,
  first_output_covered AS happy_path_turns,
  cancel_fence_covered AS cancel_observed_turns,
  ${figures.map(({ name }) => name).join(",\n  ")},
  ${gates.map(({ gate_id }) => `${gate_id}_violations`).join(" + ")} = 0 AND accepted > 0 AND malformed_turns = 0 AS passed,
  end_to_end_anchor,
  [violation FOR violation IN [
    ${violationRows(gates).join(",\n    ")}
  ] IF violation.count > 0] AS violations,
  [
    ${gates.map(gateRow).join(",\n    ")}
  ] AS gates
FROM judged`;
}

const sumOf = ({ violations }: GateSql) => violations.map(({ sql }) => sql).join(" + ");

/** By gate and code, those of no gate last. */
function violationRows(gates: readonly GateSql[]): string[] {
  const ofGates = gates.flatMap(({ gate_id, violations }) =>
    [...violations]
      .sort((left, right) => (left.code < right.code ? -1 : 1))
      .map(({ code, sql }) => violationRow(sqlText(gate_id), code, sql)),
  );
  return [...ofGates, violationRow("NULL", "no_accepted_turns", "(accepted = 0)::INTEGER")];
}

const violationRow = (gate: string, code: string, count: string) =>
  `{gate_id: ${gate}, code: ${sqlText(code)}, count: ${count}}`;

function gateRow({ gate_id, covered, unevaluated }: GateSql): string {
  const cases = [
    ...(unevaluated === undefined ? [] : [`WHEN ${unevaluated} THEN 'not_evaluated'`]),
    `WHEN ${gate_id}_violations > 0 THEN 'fail'`,
    `WHEN ${covered} = 0 THEN 'not_observed'`,
  ];
  const status = `CASE ${cases.join(" ")} ELSE 'pass' END`;
  return `{gate_id: ${sqlText(gate_id)}, status: ${status}, covered_turns: ${covered}, violations: ${gate_id}_violations}`;
}
