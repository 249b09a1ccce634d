/**
 * Syntax errors with advice: the usual mistakes of people who write JSON by hand, and of programs that
 * print JavaScript or Python values instead of JSON.
 */
import { describeUnit, type JsonReader, stop } from "./json-reader.ts";

/** What the grammar asks for at a place; decides which advice makes sense. */
export type Awaited = "value" | "name" | "separator";

/** Where the grammar was not met and what it asks for there. */
export interface SyntaxFault {
  readonly at: number;
  readonly awaited: Awaited;
  readonly expected: string;
}

const ADVICE: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/^['‘’“”`]/, "Use straight double quotes"],
  [/^[/#]/, "Remove the comment; JSON has none"],
  [/^(?:[-+]?(?:nan|inf)|undefined)/i, "Leave the member out, or send a finite number"],
  [/^(?:true|false|null)\b/i, "Write true, false and null in lower case"],
  [/^None\b/, "Write null"],
  [/^-?0+\d/, "Remove the leading zeros"],
  [/^[-+.\d]/, "Write a decimal number with digits around the point and no plus sign"],
  [/^[\w$]/, "Put strings in double quotes"],
  [/^=/, "Put a colon between name and value"],
  [/^[^!-~]/, "Remove the character, or use a plain space"],
];

/** Reports that the text at the offset is not what the grammar asks for. */
export function refuseSyntax(reader: JsonReader, { at, awaited, expected }: SyntaxFault): undefined {
  const received = describeUnit(reader.text, at);
  stop(reader, { code: "syntax", at, expected, received, hint: adviceFor(reader, at, awaited) });
}

function adviceFor({ text, open }: JsonReader, at: number, awaited: Awaited): string | undefined {
  if (at >= text.length) {
    const closers = open.map(({ names }) => (names === undefined ? "]" : "}")).reverse();
    return `Close what is open with ${closers.slice(0, 64).join("")}, or send the whole text`;
  }
  const rest = text.slice(at, at + 40);
  const before = text.slice(Math.max(0, at - 200), at).trimEnd();
  if (/^[\]}]/.test(rest) && before.endsWith(",")) return "Remove the trailing comma";
  if (/^[,:\]}]/.test(rest)) return awaited === "separator" ? undefined : "Add what is missing before it";
  if (awaited === "separator" && /^["{[\w-]/.test(rest)) return "Add the missing comma or colon";
  if (awaited === "name" && /^[\w$-]/.test(rest)) return "Put the name in double quotes";
  return ADVICE.find(([pattern]) => pattern.test(rest))?.[1];
}
