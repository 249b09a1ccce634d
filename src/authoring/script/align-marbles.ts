/** Sets rows of marbles above each other: one column for an instant, the same in every row. */
import type { WrittenCell } from "./format-marbles.ts";

/** A row with its name. */
export interface NamedRow {
  readonly name: string;
  readonly cells: readonly WrittenCell[];
}

/** The rows as lines; `mark_ms` is the instant that a caret under them points at. */
export function alignMarbles(
  rows: readonly NamedRow[],
  { frame, mark_ms }: { readonly frame: number; readonly mark_ms?: number },
): string[] {
  const instants = [...new Set(rows.flatMap(({ cells }) => cells.map(({ at_ms }) => at_ms)))].sort(
    (one, other) => one - other,
  );
  const labelWidth = Math.max(0, ...rows.map(({ name }) => name.length)) + 2;
  const lines = rows.map(({ name }) => name.padEnd(labelWidth));
  let caret = " ".repeat(labelWidth);
  let now = 0;
  instants.forEach((at_ms, index) => {
    const frames = (at_ms - now) / frame;
    const dashes = index === 0 ? frames : frames - 1;
    const isDrawn = Number.isInteger(frames) && dashes <= 8;
    const gap = isDrawn ? "-".repeat(dashes) : ` ${at_ms - now}ms `;
    const texts = rows.map(({ cells }) => symbolsAt(cells, at_ms));
    const width = Math.max(...texts.map(({ length }) => length));
    texts.forEach((text, row) => {
      lines[row] += gap + (text === "" ? "-" : text).padEnd(width);
    });
    if (mark_ms !== undefined && at_ms < mark_ms) caret += " ".repeat(gap.length + width);
    else if (at_ms === mark_ms) caret += `${" ".repeat(gap.length)}^ at ${at_ms} ms`;
    now = at_ms;
  });
  const trimmed = lines.map((line) => line.trimEnd());
  return mark_ms === undefined ? trimmed : [...trimmed, caret.trimEnd()];
}

function symbolsAt(cells: readonly WrittenCell[], at_ms: number): string {
  const symbols = cells.find((cell) => cell.at_ms === at_ms)?.symbols ?? [];
  return symbols.length > 1 ? `(${symbols.join("")})` : symbols.join("");
}
