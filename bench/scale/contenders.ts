/** What is measured: ways from a file of turns to the figures of the gates. Each runs in a process of its own. */
import { createReadStream } from "node:fs";
import { pathToFileURL } from "node:url";

import { scanTurnFiles } from "../../src/cli/scale/scan-turn-files.ts";
import type { MvpSloAccumulatorState } from "../../src/gates/slo/accumulator-state.ts";
import { LATENCY_SERIES } from "../../src/gates/slo/latency-series.ts";
import { createMvpSloAccumulator } from "../../src/gates/slo/mvp-slo-accumulator.ts";
import { reportedSeries } from "../../src/gates/slo/run-figures.ts";
import { mvpSloSql } from "../../src/gates/slo/sql/mvp-slo-sql.ts";
import { mvpSloSqlSource } from "../../src/gates/slo/sql/turn-columns.ts";
import { createLineSplitter } from "../../src/validators/line-splitter.ts";

/** What a contender is given. */
export interface Task {
  readonly file: string;
  readonly threads: number;
  /** The module of our workers. */
  readonly workerFile: string;
}

/** Gives the row that the SQL query gives, and the milliseconds that it took. */
export type Contender = (task: Task) => Promise<Outcome>;

/** What came of it. */
export interface Outcome {
  readonly row: Readonly<Record<string, unknown>>;
  readonly ms: number;
}

async function ours({ file, threads, workerFile }: Task): Promise<Outcome> {
  const start = performance.now();
  const scan = await scanTurnFiles([{ path: file, name: file }], {
    workers: threads,
    workerFile: pathToFileURL(workerFile),
  });
  const row = rowOf(scan.accumulator);
  const ms = performance.now() - start;
  return { row: { ...row, malformed_turns: scan.malformed.count }, ms };
}

/** The configuration that was fastest: explicit columns, terminal events as text, no check of single turns. */
async function duckDb({ file, threads }: Task): Promise<Outcome> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await instance.connect();
  const form = { terminalEvents: "json" } as const;
  const start = performance.now();
  const sql = mvpSloSql({ from: mvpSloSqlSource(file, form), ...form, checkTurns: false });
  const [row = {}] = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return { row, ms: performance.now() - start };
}

/** What one writes without thinking of scale: lines, JSON.parse, and the accumulator, which checks every turn. */
async function parsed({ file }: Task): Promise<Outcome> {
  const start = performance.now();
  const accumulator = createMvpSloAccumulator();
  const splitter = createLineSplitter(({ text }) => accumulator.add(JSON.parse(String(text))));
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
    splitter.push(chunk as Uint8Array);
  splitter.end();
  const row = rowOf(accumulator.toJSON());
  return { row, ms: performance.now() - start };
}

/** The contenders by name. */
export const CONTENDERS = { ours, duckDb, parsed } satisfies Record<string, Contender>;

/** The verdict with the numbers of violations, which a report cuts off after some thousands. */
function rowOf(state: MvpSloAccumulatorState): Record<string, unknown> {
  const report = createMvpSloAccumulator().fromJSON(state).report();
  const { gates, violations, end_to_end_anchor, omitted_violations: _omitted, ...summary } = report;
  const ofTurns = reportedSeries(end_to_end_anchor).flatMap((name) => {
    const { gate_id, missing, negative } = LATENCY_SERIES[name];
    const { covered, missing: lacking, latencies } = state.series[name];
    const measured = latencies.reduce((sum, [, turns]) => sum + turns, 0);
    return [
      { gate_id, code: missing, count: lacking },
      { gate_id, code: negative, count: covered - lacking - measured },
    ];
  });
  const ofRun = violations
    .filter(({ turn_id }) => turn_id === undefined)
    .map(({ gate_id, code }) => ({ gate_id, code, count: 1 }));
  return {
    ...summary,
    malformed_turns: 0,
    end_to_end_anchor,
    violations: [...ofTurns, ...ofRun].filter(({ count }) => count > 0),
    gates: gates.map(({ gate_id, status, covered_turns, violations: found }) => {
      return { gate_id, status, covered_turns, violations: found };
    }),
  };
}

/** Text of a row that is equal for equal rows, in whatever order their parts are. */
export function rowText(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(row, (_name, value: unknown) => {
    if (typeof value === "bigint") return Number(value);
    if (Array.isArray(value)) return value.map((item) => rowText(item)).sort();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
