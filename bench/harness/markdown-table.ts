/** Tables that read well in a terminal and are Markdown. */

/** Rows under headings; columns after the first are right-aligned when they hold numbers. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(3, heading.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const isNumeric = headings.map((_, column) =>
    rows.some((row) => /^[<>~=]* ?[\d.,]+/.test(row[column] ?? "")),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column]!, isNumeric[column]!)).join(" | ")} |`;
  const rule = widths.map((width, column) => "-".repeat(width - 1) + (isNumeric[column] ? ":" : "-"));
  return [line(headings), `| ${rule.join(" | ")} |`, ...rows.map((row) => line(row))].join("\n");
}

const pad = (text: string, width: number, right: boolean) =>
  right ? text.padStart(width) : text.padEnd(width);

/** `12345.6` as `12,346`; small numbers keep three digits. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "-";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

/** `1.234` as `1.23x`. */
export const times = (ratio: number): string => `${ratio.toFixed(2)}x`;

/** A verdict on a target: benchmarks report, they do not assert. */
export const metOrMissed = (isMet: boolean): string => (isMet ? "met" : "MISSED");
