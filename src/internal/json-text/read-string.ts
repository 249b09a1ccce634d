/** Reads a JSON string, and finds the halves of surrogate pairs that I-JSON forbids in it. */
import { quote } from "../quote.ts";
import { describeUnit, type JsonReader, report, stop } from "./json-reader.ts";

const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/;
const LOW_SURROGATE = /^(?:[\udc00-\udfff]|\\u[dD][c-fC-F][\da-fA-F]{2})$/;

/**
 * The string whose opening quote the reader stands at, or undefined after a syntax error. A lone
 * surrogate is reported and read on, so that one pass finds all of them.
 */
export function readString(reader: JsonReader): string | undefined {
  const { text, at: start } = reader;
  let isPlain = true;
  let at = start + 1;
  for (;;) {
    let unit = text.charCodeAt(at);
    let width = 1;
    if (unit === 0x22) break;
    if (!(unit >= 0x20)) return refuseUnit(reader, at);
    if (unit === 0x5c) {
      const escaped = ESCAPE.exec(text.slice(at, at + 6))?.[0];
      if (escaped === undefined) return refuseEscape(reader, at);
      isPlain = false;
      width = escaped.length;
      if (width === 6) unit = Number.parseInt(escaped.slice(2), 16);
    }
    if (unit >= 0xd800 && unit <= 0xdfff) {
      // Both halves are written the same way: a raw half next to an escaped one is not UTF-8 text.
      if (unit <= 0xdbff && LOW_SURROGATE.test(text.slice(at + width, at + 2 * width))) at += width;
      else reportLoneSurrogate(reader, at, unit);
    }
    at += width;
  }
  reader.at = at + 1;
  return isPlain ? text.slice(start + 1, at) : JSON.parse(text.slice(start, at + 1));
}

function reportLoneSurrogate(reader: JsonReader, at: number, unit: number): void {
  const hint = "Write the character itself, or both halves of its surrogate pair";
  report(reader, {
    code: "lone_surrogate",
    at,
    expected: "Unicode text",
    received: quote(String.fromCharCode(unit)),
    hint,
  });
}

function refuseEscape(reader: JsonReader, at: number): undefined {
  const { text } = reader;
  // A string that is cut off is better called that than a bad escape.
  if (!text.includes('"', at + 2)) return refuseUnit(reader, text.length);
  // Quoting doubles the backslash; the message should show what the text has.
  const received = quote(text.slice(at, at + (text[at + 1] === "u" ? 6 : 2))).replace("\\\\", "\\");
  const expected = 'an escape such as "\\n" or "\\u000a"';
  return stop(reader, { code: "syntax", at, expected, received, hint: 'Write a backslash as "\\\\"' });
}

/** Refuses a control character, or the end of the text, inside of a string. */
function refuseUnit(reader: JsonReader, at: number): undefined {
  const { text } = reader;
  const received = describeUnit(text, at);
  if (at < text.length) {
    const hint = `Write it as ${quote(text.charAt(at))}, or close the string before it`;
    return stop(reader, { code: "syntax", at, expected: "control characters to be escaped", received, hint });
  }
  const hint = "Close the string, or send the whole text";
  return stop(reader, {
    code: "syntax",
    at: reader.at,
    expected: "a closing quote for the string",
    received,
    hint,
  });
}
