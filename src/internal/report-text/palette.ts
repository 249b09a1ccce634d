/** Colours of a text report, as functions that a caller with a terminal supplies. */
export interface Palette {
  pass(text: string): string;
  fail(text: string): string;
  warn(text: string): string;
  dim(text: string): string;
  strong(text: string): string;
}

const same = (text: string) => text;

/** No colours at all. */
export const PLAIN_PALETTE: Palette = { pass: same, fail: same, warn: same, dim: same, strong: same };
