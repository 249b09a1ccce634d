/** Breaks text into lines between words. */
import { displayWidth, printable } from "../../../internal/report-text/printable-text.ts";

/**
 * The text as printable lines of at most `width` columns; longer words stay whole, so that they can be copied. Lines
 * of the text stay lines.
 */
export const wrapText = (text: string, width: number): string[] =>
  text.split("\n").flatMap((line) => wrapLine(line.trimEnd(), width));

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).split(/ +/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A label with text that hangs behind it: `  expected      one close`. */
export function labelled(
  label: string,
  {
    text,
    width,
    style = (same) => same,
  }: { readonly text: string; readonly width: number; readonly style?: (text: string) => string },
): string[] {
  const [first = "", ...rest] = wrapText(text, Math.max(20, width - HANG));
  const head = `  ${label}`.padEnd(HANG);
  return [head + style(first), ...rest.map((line) => " ".repeat(HANG) + style(line))].map((line) =>
    line.trimEnd(),
  );
}

const HANG = 16;
