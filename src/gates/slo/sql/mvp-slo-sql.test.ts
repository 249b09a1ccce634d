import { describe, expect, it } from "vitest";

import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { LATENCY_SERIES, SERIES_NAMES } from "../latency-series.ts";
import { MVP_SLO_GATE_IDS } from "../slo-report.ts";
import { mvpSloSql } from "./mvp-slo-sql.ts";
import { columnCondition, eventCondition } from "./rule-condition.ts";
import { mvpSloSqlSource } from "./turn-columns.ts";

describe("mvpSloSql", () => {
  it("has every gate, series and limit of the tables", () => {
    const sql = mvpSloSql({ thresholds: { first_output_p95_ms: 977, terminal_correctness_ratio: 0.875 } });
    for (const gate_id of MVP_SLO_GATE_IDS) expect(sql).toContain(`{gate_id: '${gate_id}', status: `);
    for (const name of SERIES_NAMES) {
      const { from, to } = LATENCY_SERIES[name];
      expect(sql).toContain(`quantile_disc(${to} - ${from}, [`);
    }
    expect(sql).toContain("first_output_p95_ms > 977");
    expect(sql).toContain("terminal_correctness_ratio < '0.875'::DOUBLE");
  });

  it("is the same text for the same options", () => {
    expect(mvpSloSql({ anchor: "terminal" })).toBe(mvpSloSql({ anchor: "terminal" }));
  });

  it("reads the turns from where it is told", () => {
    expect(mvpSloSql()).toContain("\n  FROM turns\n");
    expect(mvpSloSql({ from: "runs.today" })).toContain("\n  FROM runs.today\n");
    expect(mvpSloSqlSource("it's here.ndjson")).toMatch(/^read_json\('it''s here.ndjson', /);
  });

  it.each([
    [{ from: "" }, "Cannot evaluate options.from: expected a non-empty string"],
    [{ terminalEvents: "text" }, "Cannot evaluate options.terminalEvents: expected one of list, json"],
    [{ thresholds: { first_output_p95_ms: "1; DROP TABLE" } }, "options.thresholds.first_output_p95_ms"],
    [{ form: "x" }, "Cannot evaluate options.form"],
  ])("refuses options that it does not know: %j", (options, message) => {
    expect(() => mvpSloSql(options as object)).toThrow(message);
  });
});

describe("the condition of a rule", () => {
  const ofEvents = (rule: (turn: TurnMetrics) => boolean) => eventCondition(rule, "list");

  it.each([
    [(turn: TurnMetrics) => turn.happy_path, "happy_path"],
    [(turn: TurnMetrics) => turn.audio_ingress_at_ms !== undefined, "audio_ingress_at_ms IS NOT NULL"],
    [(turn: TurnMetrics) => turn.accepted && !turn.happy_path, "accepted AND NOT happy_path"],
    [
      (turn: TurnMetrics) => turn.accepted !== turn.happy_path,
      "(accepted AND NOT happy_path OR NOT accepted AND happy_path)",
    ],
    [() => true, "true"],
    [() => false, "false"],
  ])("is found by asking it: %s", (rule, condition) => {
    expect(columnCondition(rule)).toBe(condition);
  });

  it("names the lists of terminal events that count, or that do not", () => {
    const [first, second] = ["commit", "abort"].map((event) => (turn: TurnMetrics) => {
      return turn.accepted && turn.terminal_events.join() === event;
    });
    expect(ofEvents(first!)).toBe("accepted AND terminal_events IN (['commit'])");
    expect(ofEvents((turn) => turn.accepted && !second!(turn))).toBe(
      "accepted AND terminal_events NOT IN (['abort'])",
    );
    expect(eventCondition(first!, "json")).toBe(`accepted AND terminal_events IN ('["commit"]')`);
    expect(ofEvents((turn) => !turn.baseline_complete)).toBe("NOT baseline_complete");
    expect(ofEvents(() => false)).toBe("false");
  });

  it.each([
    [(turn: TurnMetrics) => turn.terminal_events.length > 1],
    [(turn: TurnMetrics) => turn.terminal_events.includes("?")],
    [(turn: TurnMetrics) => turn.accepted === (turn.terminal_events.length === 0)],
  ])("is refused where SQL could not say it: %s", (rule) => {
    expect(() => ofEvents(rule)).toThrow("Cannot write SQL: expected a rule that");
  });
});
