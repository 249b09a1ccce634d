/** Reads a JSON string, and finds the halves of surrogate pairs that I-JSON forbids in it. */
import { quote } from "../quote.ts";
import { describeUnit, type JsonReader, report, stop } from "./json-reader.ts";

const SHORT_ESCAPES = '"\\/bfnrt';
const SHORT_MEANINGS = '"\\/\b\f\n\r\t';

/**
 * The string whose opening quote the reader stands at, or undefined after a syntax error. A lone
 * surrogate is reported and read on, so that one pass finds all of them.
 */
export function readString(reader: JsonReader): string | undefined {
  const { text } = reader;
  let value = "";
  let at = reader.at + 1;
  let copied = at;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit !== 0x22 && unit !== 0x5c) {
      if (unit >= 0xd800 && unit <= 0xdfff) {
        if (isPair(unit, text.charCodeAt(at + 1))) at++;
        else reportLoneSurrogate(reader, at, unit);
      }
      at++;
      continue;
    }
    value += text.slice(copied, at);
    if (unit === 0x22) {
      reader.at = at + 1;
      return value;
    }
    if (unit !== 0x5c) return refuseUnit(reader, at);

    const meaning = readEscape(reader, at);
    if (meaning === undefined) return undefined;
    value += meaning;
    at = copied = reader.at;
  }
}

/** Both halves must be written the same way: a raw half next to an escaped one is not UTF-8 text. */
function readEscape(reader: JsonReader, at: number): string | undefined {
  const { text } = reader;
  const short = SHORT_ESCAPES.indexOf(text[at + 1] ?? " ");
  if (short >= 0) {
    reader.at = at + 2;
    return SHORT_MEANINGS[short];
  }
  const unit = escapedUnit(text, at);
  if (unit === undefined) return refuseEscape(reader, at);
  reader.at = at + 6;
  if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);

  const next = escapedUnit(text, at + 6);
  if (next !== undefined && isPair(unit, next)) {
    reader.at = at + 12;
    return String.fromCharCode(unit, next);
  }
  reportLoneSurrogate(reader, at, unit);
  return String.fromCharCode(unit);
}

function escapedUnit(text: string, at: number): number | undefined {
  const escape = text.slice(at, at + 6);
  return /^\\u[\da-f]{4}$/i.test(escape) ? Number.parseInt(escape.slice(2), 16) : undefined;
}

function isPair(high: number, low: number): boolean {
  return high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

function reportLoneSurrogate(reader: JsonReader, at: number, unit: number): void {
  report(reader, "lone_surrogate", at, {
    expected: "Unicode text",
    received: quote(String.fromCharCode(unit)),
    hint: "Write the character itself, or both halves of its surrogate pair",
  });
}

function refuseEscape(reader: JsonReader, at: number): undefined {
  const isUnicode = reader.text[at + 1] === "u";
  stop(reader, "syntax", at, {
    expected: isUnicode ? "four hexadecimal digits after \\u" : "an escape that JSON knows",
    // The quote doubles the backslash; the reader of the message should see what the text has.
    received: quote(reader.text.slice(at, at + (isUnicode ? 6 : 2))).replace("\\\\", "\\"),
    hint: 'Write a backslash as "\\\\"',
  });
}

function refuseUnit(reader: JsonReader, at: number): undefined {
  const { text } = reader;
  if (at >= text.length) {
    stop(reader, "syntax", reader.at, {
      expected: "a string with a closing quote",
      received: describeUnit(text, at),
      hint: "Close the string, or send the whole text if it was cut off",
    });
    return;
  }
  stop(reader, "syntax", at, {
    expected: "control characters in strings to be escaped",
    received: describeUnit(text, at),
    hint: `Write it as ${quote(text.charAt(at))}, or close the string before it`,
  });
}
