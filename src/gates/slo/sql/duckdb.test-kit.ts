/** DuckDB for tests, and its answers as plain JSON. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

import type { MvpSloGateReport } from "../slo-report.ts";

/** Answers queries about NDJSON. */
export interface TurnDatabase {
  /** Writes the lines to a file, hands its path to `query`, and gives the first row of the answer. */
  ask(lines: readonly string[], query: (path: string) => string): Promise<Record<string, unknown>>;
  close(): void;
}

/** The database, in process. */
export async function openTurnDatabase(): Promise<TurnDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "turn-database-"));
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  return {
    async ask(lines, query) {
      const path = join(folder, "turns.ndjson");
      writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
      const [row] = (await connection.runAndReadAll(query(path))).getRowObjectsJS();
      return JSON.parse(JSON.stringify(row, asNumber)) as Record<string, unknown>;
    },
    close() {
      connection.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const asNumber = (_name: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);

/** What a row of the query should be for a report that lists all violations. */
export function rowOf(report: MvpSloGateReport, malformed_turns = 0): Record<string, unknown> {
  const { gates, violations, end_to_end_anchor = null, passed, ...summary } = report;
  const counts = new Map<string, { gate_id: string | null; code: string; count: number }>();
  for (const { gate_id = null, code } of violations) {
    const { count } = counts.get(code) ?? { count: 0 };
    counts.set(code, { gate_id, code, count: count + 1 });
  }
  const absent = { turn_open_decision_p95_ms: null, first_output_p95_ms: null, cancel_fence_p95_ms: null };
  return {
    ...absent,
    end_to_end_p50_ms: null,
    end_to_end_p95_ms: null,
    ...summary,
    malformed_turns,
    end_to_end_anchor,
    passed: passed && malformed_turns === 0,
    violations: [...counts.values()],
    gates: gates.map(({ gate_id, status, covered_turns, violations: found }) => {
      return { gate_id, status, covered_turns, violations: found };
    }),
  };
}
