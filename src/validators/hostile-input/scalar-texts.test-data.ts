/** Hostile numbers and strings in a text that is right otherwise. */
import type { HostileSection } from "./hostile-input.test-kit.ts";
import { TEXT, textInputs } from "./texts.test-data.ts";

const number = (literal: string): string =>
  TEXT.replace('"transport_sequence":1', `"transport_sequence":${literal}`);
const string = (literal: string): string => TEXT.replace('"sess-1"', literal);

const NUMBERS = textInputs(
  [
    ["`NaN`", "NaN", "JSN-05"],
    ["`Infinity`", "Infinity", "JSN-05"],
    ["`-Infinity`", "-Infinity", "JSN-05"],
    ["`007`", "007", "JSN-05"],
    ["`+1`", "+1", "JSN-05"],
    ["`.5`", ".5", "JSN-05"],
    ["`1.`", "1.", "JSN-05"],
    ["`0x10`", "0x10", "JSN-05"],
    ["`1_000`", "1_000", "JSN-05"],
    ["an Arabic digit", "\u0661", "JSN-05"],
    ["`1e400`", "1e400", "JSN-08"],
    ["a number of 1,000,000 digits", "9".repeat(1_000_000), "JSN-08"],
    ["`1e308`", "1e308", "EVT-15"],
    ["2^53", "9007199254740992", "EVT-15"],
    ["2^53 + 1", "9007199254740993", "EVT-15"],
    ["2^53 - 1", "9007199254740991", "accepted"],
    ["`1.5`", "1.5", "EVT-06"],
    ["`1.0`", "1.0", "accepted", "Integers count by value"],
    ["`1e2`", "1e2", "accepted", "Integers count by value"],
    ["`-0`", "-0", "accepted", "Integers count by value"],
    ["`1e-400`", "1e-400", "accepted", "It is 0 to every reader with 64-bit floats"],
    ["`null`", "null", "EVT-06"],
    ["a number in quotes", '"1"', "EVT-06"],
  ],
  number,
);

const STRINGS = textInputs(
  [
    ["a NUL as it is", '"a\0b"', "JSN-05"],
    ["a NUL as an escape", '"a\\u0000b"', "accepted", "Ids are opaque"],
    ["a tab as it is", '"a\tb"', "JSN-05"],
    ["a lone surrogate as an escape", '"\\ud800"', "JSN-02"],
    ["a lone surrogate as it is", '"\ud800"', "JSN-02"],
    ["two surrogates in the wrong order", '"\\udc00\\ud800"', "JSN-02"],
    ["a surrogate pair as escapes", '"\\ud83d\\ude00"', "accepted"],
    ["a noncharacter", '"\\uffff"', "accepted", "Every JSON parser lets it through"],
    ["a line separator as it is", '"\u2028"', "accepted", "JSON allows it"],
    ["an escape of C", '"\\x41"', "JSN-05"],
    ["an escape cut short", '"\\u12"', "JSN-05"],
    ["a string without its closing quote", '"sess-1', "JSN-05"],
    ["16 MB in one id", `"${"x".repeat(16_000_000)}"`, "accepted", "Within the limit of 16 Mi"],
  ],
  string,
);

/** Hostile numbers and strings. */
export const HOSTILE_SCALARS: readonly HostileSection[] = [
  { title: "Numbers", inputs: NUMBERS },
  { title: "Strings", inputs: STRINGS },
];
