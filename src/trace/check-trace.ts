/** Checks a whole recorded stream. */
import type { Event } from "../contracts/signals/event.ts";
import { describeValue } from "../internal/describe-value.ts";
import type { TraceResult } from "./result/trace-result.ts";
import { createTraceChecker, type TraceChecker } from "./trace-checker.ts";
import type { TraceOptions } from "./trace-options.ts";

/**
 * Checks a recorded stream against the invariants of the runtime semantics: the verdict itself for an
 * iterable, a promise of it for an async iterable. Sessions may be interleaved; memory does not grow with
 * the stream. An invariant without evidence is listed in `not_evaluated`, never taken for held.
 *
 * Throws (or rejects with) a TypeError for what is not iterable or for options that cannot be read; bad
 * data never throws.
 *
 * @example
 * const { violations, incomplete_turns, not_evaluated } = checkTrace(events, { plans });
 * @since 0.1.0
 */
export function checkTrace(events: Iterable<Event>, options?: TraceOptions): TraceResult;
export function checkTrace(events: AsyncIterable<Event>, options?: TraceOptions): Promise<TraceResult>;
export function checkTrace(
  events: Iterable<Event> | AsyncIterable<Event>,
  options: TraceOptions = {},
): TraceResult | Promise<TraceResult> {
  const checker = createTraceChecker(options);
  if (isAsync(events)) return checkAsync(events, checker);
  if (
    typeof (events as Iterable<Event> | undefined)?.[Symbol.iterator] !== "function" ||
    typeof events === "string"
  ) {
    throw new TypeError(
      `Cannot check a trace: expected an iterable or async iterable of events but received ${describeValue(events)}`,
    );
  }
  for (const event of events) checker.push(event);
  return checker.end();
}

const isAsync = (events: Iterable<Event> | AsyncIterable<Event>): events is AsyncIterable<Event> =>
  typeof (events as AsyncIterable<Event> | undefined)?.[Symbol.asyncIterator] === "function";

async function checkAsync(events: AsyncIterable<Event>, checker: TraceChecker): Promise<TraceResult> {
  for await (const event of events) checker.push(event);
  return checker.end();
}
