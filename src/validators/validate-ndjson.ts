/**
 * Validation of NDJSON streams: one artifact a line, fed in chunks of any size, in bounded memory.
 *
 * A line that cannot be read is reported under its number and the stream goes on; a line longer than the
 * limit is reported once and skipped without being kept.
 */
import { inheritsNames, quickParse } from "../internal/json-text/quick-parse.ts";
import { safely } from "./assert-fits.ts";
import type { ArtifactOfKind } from "./generated/kinds.ts";
import type { Line } from "./line-splitter.ts";
import { createLineSplitter } from "./line-splitter.ts";
import { eventLineReader, isEventKind, type LineReader } from "./read-event-line.ts";
import type { ContractKind, ValidationResult } from "./validate.ts";
import { kindEntry } from "./validate.ts";
import type { TextOptions } from "./validate-text.ts";
import { refusedText, validateText } from "./validate-text.ts";

/** A refused line. */
export type RefusedLine = Extract<ValidationResult<never>, { ok: false }>;

/** What to do with each line, and how to validate. */
export interface NdjsonOptions<T> extends Omit<TextOptions, "warnings"> {
  /** Called for each valid artifact, in order, with its 1-based line number. */
  readonly onValid?: (artifact: T, line: number) => void;
  /** Called for each refused line; the diagnostics carry the line number of the stream. */
  readonly onRefused?: (refused: RefusedLine, line: number) => void;
}

/** How many lines were seen. */
export interface NdjsonTotals {
  readonly valid: number;
  readonly refused: number;
  /** Lines with nothing but white space; they are no artifacts. */
  readonly blank: number;
}

/** Takes the stream in. */
export interface NdjsonValidator {
  /** Feeds a chunk of UTF-8 bytes, cut anywhere. */
  push(chunk: Uint8Array): void;
  /** Ends the stream, judging a last line without a line feed. */
  end(): NdjsonTotals;
}

/** A validator for a stream of artifacts of one kind. */
export function createNdjsonValidator<K extends ContractKind>(
  kind: K,
  options: NdjsonOptions<ArtifactOfKind[K]> = {},
): NdjsonValidator {
  const { fits } = kindEntry(kind);
  const { onValid, onRefused } = options;
  const readAny: LineReader = (text) => {
    const quick = quickParse(text, options);
    return quick !== undefined && safely(fits, quick.value, options) ? quick.value : undefined;
  };
  const readFast = isEventKind(kind) ? eventLineReader(kind, options) : readAny;
  let isSpoiled = false;
  const read: LineReader = (text) => (isSpoiled ? readAny(text) : readFast(text));
  const totals = { valid: 0, refused: 0, blank: 0 };

  const refuse = (refused: RefusedLine, line: number) => {
    totals.refused += 1;
    onRefused?.(
      { ...refused, diagnostics: refused.diagnostics.map((diagnostic) => ({ ...diagnostic, line })) },
      line,
    );
  };

  const judge = ({ text, number, tooLong }: Line) => {
    if (tooLong !== undefined) return refuse(refusedText([tooLong]), number);
    const value = typeof text === "string" ? read(text) : undefined;
    if (value !== undefined) {
      totals.valid += 1;
      onValid?.(value as ArtifactOfKind[K], number);
      return;
    }
    if (typeof text === "string" && text.trim() === "") {
      totals.blank += 1;
      return;
    }
    const result = validateText(kind, text, options);
    if (!result.ok) return refuse(result, number);
    totals.valid += 1;
    onValid?.(result.value, number);
  };

  const splitter = createLineSplitter(judge, options.maxLength);
  return {
    push(chunk) {
      // Asked once a chunk: it is as expensive as the check of a line.
      isSpoiled = inheritsNames();
      splitter.push(chunk);
    },
    end() {
      splitter.end();
      return totals;
    },
  };
}
