/** The gates against the verdicts that the Go implementation of the platform gave. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { readBaselineArtifact } from "../../evidence/read-baseline-artifact.ts";
import { toTurnMetrics } from "../../evidence/to-turn-metrics.ts";
import { evaluateMvpSloGates } from "./evaluate-mvp-slo-gates.ts";
import { createMvpSloAccumulator } from "./mvp-slo-accumulator.ts";
import type { MvpSloGateReport } from "./slo-report.ts";

const PEER = new URL("../../../../shared/data/peer-go/", import.meta.url);
const ORACLE = new URL("oracle/slo-gates.ndjson", PEER);

interface OracleCase {
  readonly mode: "compat";
  readonly anchor: "terminal";
  readonly samples: readonly TurnMetrics[];
  readonly expected: Omit<MvpSloGateReport, "gates">;
}

const isPresent = existsSync(ORACLE);
if (!isPresent) console.warn(`Skipping the peer verdicts on SLO gates: ${ORACLE.pathname} is absent`);

describe.skipIf(!isPresent)("the verdicts of the Go implementation", () => {
  const lines = isPresent ? readFileSync(ORACLE, "utf8").trim().split("\n") : [];
  const cases = lines.map((line) => JSON.parse(line) as OracleCase);

  it("are 250", () => {
    expect(cases).toHaveLength(250);
  });

  it("are ours: figures exactly, violations in order", () => {
    for (const [index, { samples, expected, mode, anchor }] of cases.entries()) {
      const { gates, end_to_end_anchor, ...summary } = evaluateMvpSloGates(samples, { mode, anchor });
      const violations = summary.violations.map(({ gate_id, code, turn_id }) => ({ gate_id, code, turn_id }));
      expect({ index, ...summary, violations }).toEqual({ index, ...expected });
      expect(gates).toHaveLength(7);
      expect(end_to_end_anchor).toBe(summary.accepted_turns === 0 ? undefined : "terminal");
    }
  });

  it("are those of the accumulator", () => {
    for (const { samples, expected, anchor } of cases) {
      const accumulator = createMvpSloAccumulator({ anchor });
      for (const turn of samples) accumulator.add(turn);
      const { passed, violations } = accumulator.report();
      expect(passed).toBe(expected.passed);
      expect(violations).toHaveLength(expected.violations.length);
    }
  });

  it("come with a runtime baseline that passes all but the end-to-end gate, for which it has no markers", () => {
    const reading = readBaselineArtifact(
      JSON.parse(readFileSync(new URL("runtime-baseline.json", PEER), "utf8")),
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
    const turns = reading.value.entries.map(toTurnMetrics);
    expect(evaluateMvpSloGates(turns).violations).toMatchObject([{ code: "end_to_end_not_evaluated" }]);
    expect(evaluateMvpSloGates(turns, { requireEndToEnd: false })).toMatchObject({
      passed: true,
      turn_open_decision_p95_ms: 90,
      first_output_p95_ms: 470,
      cancel_fence_p95_ms: 120,
    });
  });
});
