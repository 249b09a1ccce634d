/**
 * Splits a stream of chunks into lines in bounded memory.
 *
 * Bytes are decoded in one go up to the last line feed of a chunk, which is much faster than line by
 * line. Only when that text is not UTF-8 are its lines handed on as bytes, so that just the bad line is
 * refused.
 */
import { joinBytes } from "../internal/join-bytes.ts";
import { DEFAULT_MAX_LENGTH } from "../internal/json-text/json-limits.ts";
import type { JsonProblem } from "../internal/json-text/json-problem.ts";
import { jsonProblem } from "../internal/json-text/json-problem.ts";

/** One line, without its line feed. */
export interface Line {
  /** The text; bytes when they are not UTF-8. */
  readonly text: string | Uint8Array;
  /** 1-based. */
  readonly number: number;
  /** Set for a line over the limit, whose text was not kept. */
  readonly tooLong?: JsonProblem;
}

/** Takes chunks and hands on lines. */
export interface LineSplitter {
  push(chunk: Uint8Array): void;
  end(): void;
}

const LINE_FEED = 10;

/** A splitter that calls `onLine` for each line of at most `maxLength` bytes. */
export function createLineSplitter(
  onLine: (line: Line) => void,
  maxLength = DEFAULT_MAX_LENGTH,
): LineSplitter {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let number = 0;
  let kept: Uint8Array[] = [];
  let keptLength = 0;
  let skipping = false;

  const emit = (text: string | Uint8Array) => onLine({ text, number: ++number });
  const emitTooLong = () => {
    number += 1;
    onLine({ text: "", number, tooLong: tooLongProblem(maxLength) });
  };

  const splitText = (text: string) => {
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      emit(text.slice(start, end));
      start = end + 1;
    }
    if (start < text.length) emit(text.slice(start));
  };

  /** Bytes of whole lines. */
  const splitBytes = (bytes: Uint8Array) => {
    let text: string | undefined;
    try {
      text = decoder.decode(bytes);
    } catch {
      for (let start = 0; start < bytes.length; ) {
        const end = bytes.indexOf(LINE_FEED, start);
        emit(bytes.slice(start, end < 0 ? bytes.length : end));
        start = end < 0 ? bytes.length : end + 1;
      }
    }
    if (text !== undefined) splitText(text);
  };

  const keep = (bytes: Uint8Array) => {
    if (bytes.length === 0 || skipping) return;
    kept.push(bytes.slice());
    keptLength += bytes.length;
    if (keptLength <= maxLength) return;
    kept = [];
    keptLength = 0;
    skipping = true;
  };

  const pushBytes = (bytes: Uint8Array) => {
    const first = bytes.indexOf(LINE_FEED);
    if (first < 0) return keep(bytes);
    let rest = bytes;
    if (skipping || keptLength > 0) {
      keep(bytes.subarray(0, first));
      finishKept();
      rest = bytes.subarray(first + 1);
    }
    const last = rest.lastIndexOf(LINE_FEED);
    if (last >= 0) splitBytes(rest.subarray(0, last + 1));
    keep(rest.subarray(last + 1));
  };

  const finishKept = () => {
    if (skipping) emitTooLong();
    else if (keptLength > 0) splitBytes(joinBytes(kept, keptLength));
    kept = [];
    keptLength = 0;
    skipping = false;
  };

  return {
    push: pushBytes,
    end: finishKept,
  };
}

function tooLongProblem(maxLength: number): JsonProblem {
  return jsonProblem({
    code: "too_large",
    path: "",
    line: 1,
    column: 1,
    offset: 0,
    expected: `a line of at most ${maxLength} bytes`,
    received: "a longer one",
    hint: "Check that the file has one JSON value a line, or raise the limit",
  });
}
