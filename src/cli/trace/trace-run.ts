/** The check of one stream as the command reports it: the verdict, and what it rests on. */
import type { Invariant } from "../../trace/invariant.ts";
import type { NdjsonTraceResult } from "../../trace/ndjson/ndjson-trace-checker.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";

/** What a call checked and found. */
export interface TraceRun {
  /** Name of the input, as reports show it. */
  readonly name: string;
  /** The invariants that were asked for. */
  readonly invariants: readonly Invariant[];
  readonly result: NdjsonTraceResult;
}

/** How a check came out. */
export type TraceVerdict = "passed" | "failed" | "inconclusive";

/** A line that cannot be read counts as a violation, as an artifact does that breaks its contract. */
export function traceVerdict({ result }: TraceRun): TraceVerdict {
  const { violations, unreadable_events, invariants } = result.summary;
  if (violations + unreadable_events > 0) return "failed";
  return invariants.some(({ checked }) => checked > 0) ? "passed" : "inconclusive";
}

const EXIT_OF: Readonly<Record<TraceVerdict, ExitCode>> = {
  passed: EXIT.pass,
  failed: EXIT.violations,
  inconclusive: EXIT.inconclusive,
};

/** The exit code that goes with the verdict. */
export const traceExitCode = (run: TraceRun): ExitCode => EXIT_OF[traceVerdict(run)];

/** 1-based line of an event. */
export const lineOf = ({ event_index }: { readonly event_index: number }): number => event_index + 1;

/** The invariant in the words of the semantics. */
export function textOf({ invariants }: TraceRun, id: string): string {
  return invariants.find((one) => one.id === id)?.text ?? id;
}
