/**
 * Makes text of unknown origin safe to show: characters that move the cursor, reorder the line or show
 * nothing at all are written as escapes, so that no id can forge a report line.
 */

// C0 and C1 controls, line and paragraph separators, bidirectional and invisible formatting, halves of
// surrogate pairs, noncharacters of the basic plane.
const UNPRINTABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\ufff0-\uffff]|\p{Cs}/gu;

/** The text with such characters as `\u0007`; with `keepLines`, line feeds stay. */
export function printable(text: string, { keepLines = false }: { keepLines?: boolean } = {}): string {
  return text.replace(UNPRINTABLE, (char) => (keepLines && char === "\n" ? char : escapeUnit(char)));
}

function escapeUnit(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** As `printable`, cut to `max` characters with an ellipsis. */
export function shortened(text: string, max: number): string {
  const characters = Array.from(printable(text.length > max * 8 ? text.slice(0, max * 8) : text));
  const isCut = characters.length > max || text.length > max * 8;
  return isCut ? `${characters.slice(0, max - 1).join("")}…` : characters.join("");
}

const WIDE = /[\u1100-\u115e\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

/** Columns that printable text takes up on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    width += WIDE.test(char) || /\p{Emoji_Presentation}/u.test(char) ? 2 : 1;
  }
  return width;
}
