/** The words of one line of a turn script, each with the column that it begins at. */

/** A word, a quoted text, or the `&` between statements that meet at one instant. */
export interface ScriptToken {
  readonly kind: "word" | "text" | "and";
  /** The word, or what stands between the quotes. */
  readonly text: string;
  /** 1-based column, in characters of the line. */
  readonly column: number;
}

/** The words of a line, or the column of a quote that is never closed. */
export type LineTokens =
  | {
      readonly ok: true;
      readonly tokens: readonly ScriptToken[];
      /** Column behind the last word. */
      readonly end: number;
    }
  | { readonly ok: false; readonly column: number; readonly received: string };

const TOKEN = /\s*(?:(#.*)|(&)|("(?:[^"\\]|\\.)*")|([^\s&"]+))/y;

/** Cuts a line into words; `#` begins a comment. Text in quotes is a JSON string. */
export function lineTokens(line: string): LineTokens {
  const tokens: ScriptToken[] = [];
  let at = 0;
  while (line.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(line);
    if (match === null) return unreadable(line, at);
    const [whole, comment, and, text, word] = match;
    const column = at + whole.search(/\S/) + 1;
    if (comment !== undefined) break;
    if (and !== undefined) tokens.push({ kind: "and", text: and, column });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, column });
    else {
      const content = unquoted(text ?? "");
      if (content === undefined) return { ok: false, column, received: text ?? "" };
      tokens.push({ kind: "text", text: content, column });
    }
    at += whole.length;
  }
  return { ok: true, tokens, end: at + 1 };
}

function unreadable(line: string, at: number): LineTokens {
  const rest = line.slice(at).trimStart();
  return { ok: false, column: line.length - rest.length + 1, received: rest };
}

function unquoted(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}
