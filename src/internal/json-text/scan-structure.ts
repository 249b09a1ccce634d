/** One quick pass over JSON text that counts what a parsed value no longer shows. */

export interface JsonStructure {
  /** Colons outside of strings: the names in the text, repeated ones included. */
  readonly names: number;
  /** Most objects and arrays inside each other. */
  readonly depth: number;
}

/** Exact for JSON text; for other text it ends as quickly and means nothing. */
export function scanStructure(text: string): JsonStructure {
  const hasEscapes = text.includes("\\");
  let names = 0;
  let open = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      // Most text is inside of strings, and the engine searches faster than a loop can look.
      do at = text.indexOf('"', at + 1);
      while (hasEscapes && at > 0 && isEscaped(text, at));
      if (at < 0) break;
    } else if (unit === 0x3a) {
      names++;
    } else if (unit === 0x7b || unit === 0x5b) {
      open++;
      if (open > depth) depth = open;
    } else if (unit === 0x7d || unit === 0x5d) {
      open--;
    }
  }
  return { names, depth };
}

/** Whether an odd number of backslashes stands before the unit. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charCodeAt(start - 1) === 0x5c) start--;
  return (at - start) % 2 === 1;
}
