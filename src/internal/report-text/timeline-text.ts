/** Draws a timeline: one line an event, the world on the left and the runtime on the right, marked rows with an arrow. */
import { alignColumns, type Cell } from "./align-columns.ts";
import { type Palette, PLAIN_PALETTE } from "./palette.ts";
import { shortened } from "./printable-text.ts";

/** One row of a timeline. */
export interface DrawnRow {
  /** Monotonic time since the run began, in ms. */
  readonly at_ms: number;
  readonly from: "world" | "subject";
  readonly name: string;
  readonly turn_id?: string | undefined;
  /** What else tells the row apart. */
  readonly detail?: string;
  /** The first row that proves a failure. */
  readonly marked?: boolean | undefined;
}

/** How a timeline is drawn. */
export interface TimelineTextOptions {
  readonly palette?: Palette;
  /** Most characters of a name, turn or detail; 60 unless told. */
  readonly maxText?: number;
  /** Heading of the column of the subject; "runtime" unless told. */
  readonly subject?: string;
}

/** The timeline as lines of text, with a heading. Rows of the same instant show their time once. */
export function timelineText(
  rows: readonly DrawnRow[],
  { palette = PLAIN_PALETTE, maxText = 60, subject = "runtime" }: TimelineTextOptions = {},
): string[] {
  const cell = (text: string, style?: Cell["style"]): Cell => ({ text, ...(style && { style }) });
  const heading = ["", "ms", "world", subject, "turn", ""].map((text, column) => ({
    ...cell(text, palette.dim),
    ...(column === 1 && { align: "right" as const }),
  }));
  const lines = rows.map(({ at_ms, from, name, turn_id = "", detail = "", marked = false }, index) => {
    const isNew = rows[index - 1]?.at_ms !== at_ms;
    const dress = marked ? palette.fail : from === "world" ? palette.dim : palette.strong;
    const drawn = shortened(name, maxText);
    return [
      cell(marked ? ">" : " ", palette.fail),
      { ...cell(isNew ? String(at_ms) : "", palette.dim), align: "right" as const },
      cell(from === "world" ? drawn : "", dress),
      cell(from === "subject" ? drawn : "", dress),
      cell(shortened(turn_id, maxText)),
      cell(shortened(detail, maxText), palette.dim),
    ];
  });
  return alignColumns([heading, ...lines]);
}
