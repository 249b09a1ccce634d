/** How many malformed lines a run may have: none unless the caller says otherwise, because they are turns unseen. */
import { quote } from "../../internal/quote.ts";
import { UsageError } from "../usage-error.ts";
import type { ScannedFiles } from "./join-lanes.ts";

/** A number of lines, or a share of all lines. */
export interface MalformedLimit {
  /** As it was written. */
  readonly text: string;
  readonly lines?: number;
  /** From 0 to 1. */
  readonly share?: number;
}

/** The limit of `--max-malformed-lines 10` or `--max-malformed-lines 0.1%`. */
export function parseMalformedLimit(option: string, text: string): MalformedLimit {
  if (/^\d{1,15}$/.test(text)) return { text, lines: Number(text) };
  const percent = /^(\d{1,3}(?:\.\d{1,9})?)%$/.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return { text, share: Number(percent) / 100 };
  throw new UsageError(
    `Cannot use ${option}: expected a number of lines or a share of them but received ${quote(text)}`,
    `Write ${option} 10 or ${option} 0.1%`,
  );
}

/** What is wrong with a scan that has more malformed lines than it may, with the first of them. */
export function malformedProblem(scan: ScannedFiles, limit: MalformedLimit): UsageError | undefined {
  const { count, first } = scan.malformed;
  const { text, share = 0, lines = share * scan.lines } = limit;
  if (count <= lines) return undefined;
  const allowed =
    limit.share === undefined ? `${text} malformed lines` : `${text} of ${scan.lines} lines malformed`;
  const places = first.map(
    ({ file, line, column, message }) =>
      `${file}:${line}${column === undefined ? "" : `:${column}`} ${message}`,
  );
  const more = count > first.length ? [`... and ${count - first.length} more`] : [];
  return new UsageError(
    [`Cannot evaluate the gates: expected at most ${allowed} but received ${count}`, ...places, ...more].join(
      "\n",
    ),
    "Mend the lines, or allow as many with --max-malformed-lines; a run without them may look better than it was",
  );
}
