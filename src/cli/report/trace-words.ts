/** The verdict on a stream in words, for every report. */
import { formatCount } from "../../gates/slo/report/format-figure.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import type { TraceViolation } from "../../trace/result/trace-result.ts";
import type { EventRef } from "../../trace/view/event-ref.ts";
import { lineOf, type TraceRun, traceVerdict } from "../trace/trace-run.ts";

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** The verdict as a sentence without a final period. */
export function traceSentence(run: TraceRun): string {
  const { summary, not_evaluated } = run.result;
  const { violations, unreadable_events, incomplete_turns, events, sessions, invariants } = summary;
  const broken = invariants.filter((one) => one.violations > 0).length;
  const among = `${counted(events, "event")} of ${counted(sessions, "session")}`;
  const scope = `${invariants.length - not_evaluated.length} of ${counted(invariants.length, "invariant")} evaluated`;
  const parts = [
    ...(violations > 0 ? [`${counted(violations, "violation")} of ${counted(broken, "invariant")}`] : []),
    ...(unreadable_events > 0 ? [`${counted(unreadable_events, "line")} that cannot be judged`] : []),
    ...(incomplete_turns > 0 ? [counted(incomplete_turns, "incomplete turn")] : []),
  ];
  const outcome = {
    failed: parts.join(", "),
    passed: ["No violation", ...parts].join(", "),
    inconclusive: "Nothing could be evaluated",
  }[traceVerdict(run)];
  return `${outcome} in ${among}; ${scope}`;
}

const OPTIONS: readonly (readonly [name: string, option: string])[] = [
  ["`options.plans`", "--plan"],
  ["`options.evidence`", "--evidence"],
  ["reorderWindow", "--reorder-window"],
  ["startsMidway", "--starts-midway"],
  ["concurrentTurns", "--concurrent-turns"],
];

/** Words of the checker with the options of the command instead of those of the function. */
export const inCommandWords = (text: string): string =>
  OPTIONS.reduce((words, [name, option]) => words.replaceAll(name, option), printable(text));

/** Where a violation stands: session and turn. */
export function whereOf({ session_id, turn_id }: TraceViolation): string {
  const turn = turn_id === undefined ? "" : `, turn ${JSON.stringify(turn_id)}`;
  return printable(`session ${JSON.stringify(session_id)}${turn}`);
}

/** An event of a window as cells: line, sequence, time, what it is, its id. */
export function refCells(ref: EventRef): readonly string[] {
  return [
    `line ${lineOf(ref)}`,
    `seq ${ref.runtime_sequence}`,
    `${ref.runtime_timestamp_ms} ms`,
    printable(ref.signal ?? ref.lane),
    printable(ref.event_id),
  ];
}
