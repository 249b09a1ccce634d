/** Checks recorded events from the bytes of an NDJSON stream, in bounded memory. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { inheritsNames } from "../../internal/json-text/quick-parse.ts";
import { createLineSplitter, type Line } from "../../validators/line-splitter.ts";
import { refusedText } from "../../validators/validate-text.ts";
import { checkRun } from "../check-run.ts";
import type { TraceResult, TraceViolation } from "../result/trace-result.ts";
import { newStart } from "../trace-checker.ts";
import { readTraceOptions, type TraceOptions } from "../trace-options.ts";
import { readEventLine } from "./event-line.ts";
import { type UnreadableLine, unplacedDiagnostics } from "./unreadable-line.ts";

/** The verdict on an NDJSON stream. Indexes of events count lines from 0, blank ones included. */
export interface NdjsonTraceResult extends TraceResult {
  /**
   * Lines that were not judged, with line and column: no I-JSON, or no event that has a place in a stream. At
   * most as many as `maxReported`; `summary.unreadable_events` counts all.
   */
  readonly unreadable_lines: readonly UnreadableLine[];
}

/** Checks an NDJSON stream as its bytes come. */
export interface NdjsonTraceChecker {
  /** Takes UTF-8 bytes, cut anywhere, and gives the violations that they prove. Never throws for bad data. */
  push(chunk: Uint8Array): readonly TraceViolation[];
  /** Ends the stream, judging a last line without a line feed. Called again, it gives the same. */
  end(): NdjsonTraceResult;
}

/**
 * A checker of NDJSON streams. Blank lines are no events; a line that is not I-JSON is listed and the stream goes
 * on. The shape of events is not validated beyond what gives them their place: that is for
 * `createNdjsonValidator`. Throws a TypeError or RangeError for options that it cannot read.
 *
 * @example
 * const checker = createNdjsonTraceChecker();
 * for await (const chunk of stream) for (const { message } of checker.push(chunk)) console.error(message);
 * const { unreadable_lines, summary } = checker.end();
 * @since 0.1.0
 */
export function createNdjsonTraceChecker(options: TraceOptions = {}): NdjsonTraceChecker {
  const settings = readTraceOptions(options);
  const run = checkRun(newStart(settings), settings);
  const { maxReported } = settings.bounds;
  const unreadable: UnreadableLine[] = [];
  let isProvable = true;
  let result: NdjsonTraceResult | undefined;

  const report = (diagnostics: readonly Diagnostic[], line: number): void => {
    const located = diagnostics.map((diagnostic) => ({ ...diagnostic, line }));
    unreadable.push({ line, diagnostics: located });
  };
  const takeSlowly = ({ text, number, tooLong }: Line): void => {
    const isKept = unreadable.length < maxReported;
    const reading = tooLong === undefined ? parseWireText(text) : { ok: false as const, problems: [tooLong] };
    if (!reading.ok) {
      run.skip(number - 1);
      if (isKept) report(refusedText(reading.problems).diagnostics, number);
    } else if (!run.take(reading.value, number - 1) && isKept) report(unplacedDiagnostics(reading), number);
  };
  const splitter = createLineSplitter((line) => {
    const { text } = line;
    const event = isProvable && typeof text === "string" ? readEventLine(text, run.view) : undefined;
    if (event !== undefined) run.takeView(event, line.number - 1);
    else if (typeof text !== "string" || line.tooLong !== undefined || text.trim() !== "") takeSlowly(line);
  });

  return {
    push(chunk) {
      isProvable = !inheritsNames();
      splitter.push(chunk);
      return run.found();
    },
    end() {
      if (result !== undefined) return result;
      splitter.end();
      result = { ...run.end(), unreadable_lines: unreadable };
      return result;
    },
  };
}

/**
 * Checks an NDJSON stream from its bytes, such as those of a file that is read in chunks.
 *
 * Rejects with a TypeError or RangeError for options that cannot be read, and with the error of the source.
 *
 * @example
 * const result = await checkNdjsonTrace(createReadStream("events.ndjson"));
 * @since 0.1.0
 */
export async function checkNdjsonTrace(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: TraceOptions = {},
): Promise<NdjsonTraceResult> {
  const checker = createNdjsonTraceChecker(options);
  for await (const chunk of chunks) checker.push(chunk);
  return checker.end();
}
