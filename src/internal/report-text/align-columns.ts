/** Aligns the cells of a text table by what a terminal shows, not by the length of the strings. */
import { displayWidth } from "./printable-text.ts";

/** One cell: its text, and how to dress it once it has been padded. */
export interface Cell {
  readonly text: string;
  readonly align?: "left" | "right";
  readonly style?: (text: string) => string;
}

/** One line a row, columns two spaces apart, without spaces at the line ends. */
export function alignColumns(rows: readonly (readonly Cell[])[], gap = "  "): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(text));
    });
  }
  return rows.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== "");
    const cells = row.slice(0, last + 1).map((cell, column) => {
      const isOpenEnd = column === last && cell.align !== "right";
      return pad(cell, isOpenEnd ? 0 : (widths[column] ?? 0));
    });
    return cells.join(gap);
  });
}

function pad({ text, align, style }: Cell, width: number): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  const dressed = style === undefined || text === "" ? text : style(text);
  return align === "right" ? space + dressed : dressed + space;
}
