/** The gates as SQL in DuckDB: over a file of turns, and region by region, with the figures of the evaluator. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DuckDBInstance } from "@duckdb/node-api";
import { createMvpSloAccumulator, mvpSloSql, mvpSloSqlSource } from "@rspp/contracts/v1/gates";

import { madeUpTurns } from "./turns.mjs";

const folder = mkdtempSync(join(tmpdir(), "gate-with-duckdb-"));
const path = join(folder, "turns.ndjson");
const turns = madeUpTurns(5000);
writeFileSync(path, turns.map((turn) => `${JSON.stringify(turn)}\n`).join(""));

const database = await (await DuckDBInstance.create(":memory:")).connect();
const rowOf = async (query) => (await database.runAndReadAll(query)).getRowObjectsJson()[0];

const row = await rowOf(mvpSloSql({ from: mvpSloSqlSource(path) }));
console.log(
  "all",
  row.samples,
  "turns:",
  row.passed ? "pass" : row.violations.map(({ code }) => code).join(", "),
);

const accumulator = createMvpSloAccumulator();
for (const turn of turns) accumulator.add(turn);
const report = accumulator.report();
assert.equal(row.passed, report.passed);
for (const figure of [
  "turn_open_decision_p95_ms",
  "end_to_end_p50_ms",
  "end_to_end_p95_ms",
  "terminal_correctness_ratio",
])
  assert.equal(Number(row[figure]), report[figure], figure);
assert.deepEqual(
  row.gates.map(({ gate_id, status, violations }) => [gate_id, status, Number(violations)]),
  report.gates.map(({ gate_id, status, violations }) => [gate_id, status, violations]),
);

// What the turns are selected from may be any SQL: here the turns of one region, with limits of their own.
await database.run(`CREATE TABLE turns AS SELECT * FROM ${mvpSloSqlSource(path)}`);
const from = "(SELECT * FROM turns WHERE tags['region'] = 'eu-west')";
const region = await rowOf(mvpSloSql({ from, thresholds: { first_output_p95_ms: 2000 } }));
console.log("eu-west", region.samples, "turns: first output p95", region.first_output_p95_ms, "ms");
const ofRegion = createMvpSloAccumulator();
for (const turn of turns) if (turn.tags.region === "eu-west") ofRegion.add(turn);
assert.equal(Number(region.first_output_p95_ms), ofRegion.report().first_output_p95_ms);

database.closeSync();
rmSync(folder, { recursive: true });
