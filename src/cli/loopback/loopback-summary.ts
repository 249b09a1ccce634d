/** What came of a loopback session, judged: events, evidence, how turns ended, and the trace check. */

import { checkBaselineCompleteness } from "../../evidence/baseline-completeness.ts";
import { formatCount } from "../../gates/slo/report/format-figure.ts";
import { alignColumns } from "../../internal/report-text/align-columns.ts";
import type { Palette } from "../../internal/report-text/palette.ts";
import type { LoopbackRun } from "../../reference/loopback/run-loopback.ts";
import { checkTrace } from "../../trace/check-trace.ts";

/** The summary of a session, as JSON says it. */
export interface LoopbackSummary {
  readonly passed: boolean;
  readonly seed: number;
  readonly turns: number;
  readonly events: number;
  /** Virtual time of the session, in ms. */
  readonly duration_ms: number;
  /** How turns ended: `commit`, or the reason of the abort. */
  readonly outcomes: { readonly [outcome: string]: number };
  readonly incidents: LoopbackRun["incidents"];
  readonly complete_evidence: number;
  readonly violations: number;
  readonly incomplete_turns: number;
  readonly invariants_evaluated: number;
  readonly invariants: number;
}

/** Judges a session. */
export function summarise(run: LoopbackRun, seed: number): LoopbackSummary {
  const { events, plans, evidence, incidents } = run;
  const { summary, not_evaluated } = checkTrace(events, { plans, evidence });
  const outcomes: { [outcome: string]: number } = {};
  for (const { terminal_outcome, terminal_reason } of evidence) {
    const outcome = terminal_reason === "" ? terminal_outcome : terminal_reason;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const complete = evidence.filter((entry) => checkBaselineCompleteness(entry).complete).length;
  const { violations, incomplete_turns, turns_opened } = summary;
  return {
    passed: violations === 0 && incomplete_turns === 0 && complete === turns_opened,
    seed,
    turns: turns_opened,
    events: events.length,
    duration_ms: events.at(-1)?.runtime_timestamp_ms ?? 0,
    outcomes,
    incidents,
    complete_evidence: complete,
    violations,
    incomplete_turns,
    invariants_evaluated: summary.invariants.length - not_evaluated.length,
    invariants: summary.invariants.length,
  };
}

/** The summary as text, with a line feed at the end. */
export function summaryText(summary: LoopbackSummary, palette: Palette): string {
  const { seed, turns, events, duration_ms, outcomes, incidents, complete_evidence } = summary;
  const rows: readonly (readonly [name: string, text: string])[] = [
    ["turns", `${formatCount(turns)} in ${(duration_ms / 1000).toFixed(1)} s of virtual time, seed ${seed}`],
    ["events", formatCount(events)],
    ["ended by", counts(outcomes)],
    ["incidents", counts(incidents) || "none"],
    ["evidence", `${formatCount(complete_evidence)} of ${formatCount(turns)} turns complete`],
    [
      "trace",
      `${formatCount(summary.violations)} violations, ${formatCount(summary.incomplete_turns)} incomplete turns; ${summary.invariants_evaluated} of ${summary.invariants} invariants evaluated`,
    ],
  ];
  const lines = alignColumns(rows.map(([name, text]) => [{ text: name, style: palette.dim }, { text }]));
  const verdict = summary.passed ? palette.pass("PASSED") : palette.fail("FAILED");
  return `${[...lines, "", `${verdict}  Loopback session of the reference runtime`].join("\n")}\n`;
}

const counts = (named: { readonly [name: string]: number }): string =>
  Object.entries(named)
    .filter(([, count]) => count > 0)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .map(([name, count]) => `${name} ${formatCount(count)}`)
    .join(", ");
