/** Colours of a terminal. Text that has been made printable cannot contain any of these sequences. */
import { type Palette, PLAIN_PALETTE } from "../../../internal/report-text/palette.ts";

const dress =
  (on: number, off: number) =>
  (text: string): string =>
    text === "" ? text : `\u001b[${on}m${text}\u001b[${off}m`;

/** The palette of a terminal that knows colours. */
export const ANSI_PALETTE: Palette = {
  pass: dress(32, 39),
  fail: dress(31, 39),
  warn: dress(33, 39),
  dim: dress(2, 22),
  strong: dress(1, 22),
};

/** The palette that was asked for. */
export function chosenPalette(color: boolean | Palette): Palette {
  if (typeof color !== "boolean") return color;
  return color ? ANSI_PALETTE : PLAIN_PALETTE;
}
