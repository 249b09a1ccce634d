/** Hostile texts: what can arrive from a file or a socket, as a string or as bytes. */
import { contracts } from "../contracts/catalog.ts";
import type { HostileInput, HostileSection } from "./hostile-input.test-kit.ts";

const TEXT = JSON.stringify(contracts.event_record.example);
const PLAN_TEXT = JSON.stringify(contracts.resolved_turn_plan.example);

type Row = readonly [input: string, text: string, gets: string, because?: string];

/** Rows of texts: the text in words, the text itself and what it gets. */
const each = (rows: readonly Row[], give: (text: string) => string | Uint8Array): HostileInput[] =>
  rows.map(([input, text, gets, because]) => ({
    input,
    give: () => give(text),
    gets,
    ...(because !== undefined && { because }),
  }));

const asIs = (text: string): string => text;
const number = (literal: string): string =>
  TEXT.replace('"transport_sequence":1', `"transport_sequence":${literal}`);
const string = (literal: string): string => TEXT.replace('"sess-1"', literal);
/** With further members in front. */
const member = (members: string): string => TEXT.replace("{", `{${members},`);

const SYNTAX = each(
  [
    ["no text", "", "JSN-05"],
    ["nothing but whitespace", " \r\n\t ", "JSN-05"],
    ["a text that ends in the middle", TEXT.slice(0, -5), "JSN-05"],
    ["a second value", `${TEXT}\n${TEXT}`, "JSN-05", "NDJSON is read line by line"],
    ["a trailing comma", TEXT.replace(/}$/, ",}"), "JSN-05"],
    ["a comment", `/* event */${TEXT}`, "JSN-05"],
    ["single quotes", TEXT.replaceAll('"', "'"), "JSN-05"],
    ["a name without quotes", TEXT.replace('"lane"', "lane"), "JSN-05"],
    ["a no-break space before the value", `\u00a0${TEXT}`, "JSN-05"],
    ["a form feed before the value", `\f${TEXT}`, "JSN-05"],
    ["a NUL after the value", `${TEXT}\0`, "JSN-05"],
    ["HTML", "<html></html>", "JSN-05"],
    ["`null`", "null", "CON-01"],
    ["an array", `[${TEXT}]`, "CON-01"],
    ["a string", JSON.stringify(TEXT), "CON-01", "Encoded twice"],
    [
      "carriage returns and indentation",
      JSON.stringify(JSON.parse(TEXT), null, "\t").replaceAll("\n", "\r\n"),
      "accepted",
    ],
  ],
  asIs,
);

const NUMBERS = each(
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
    ["`1.0` and `1e2`", "1.0", "accepted", "Integers count by value"],
    ["`-0`", "-0", "accepted", "Integers count by value"],
    ["`1e-400`", "1e-400", "accepted", "It is 0 to every reader with 64-bit floats"],
    ["`null`", "null", "EVT-06"],
    ["a number in quotes", '"1"', "EVT-06"],
  ],
  number,
);

const STRINGS = each(
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

const NAMES: readonly HostileInput[] = [
  ...each(
    [
      ["a repeated name", '"lane":"DataLane"', "JSN-01"],
      ["a repeated name in another spelling", '"l\\u0061ne":"DataLane"', "JSN-01"],
      ["`__proto__` twice", '"__proto__":1,"__proto__":2', "JSN-01"],
      ["`__proto__`", '"__proto__":{"polluted":true}', "EVT-13"],
      ["`__proto__` with escapes", '"\\u005f_proto__":{"polluted":true}', "EVT-13"],
      ["`constructor`", '"constructor":{"prototype":{"polluted":true}}', "EVT-13"],
      ["an empty name", '"":1', "EVT-13"],
      ["a name with a NUL", '"a\\u0000b":1', "EVT-13"],
      ["a lone surrogate in a name", '"\\ud800":1', "JSN-02"],
    ],
    member,
  ),
  { input: "every field inside of `__proto__`", give: () => `{"__proto__":${TEXT}}`, gets: "EVT-01" },
  {
    input: "a repeated name in a nested object",
    kind: "resolved_turn_plan",
    give: () => PLAN_TEXT.replace('"budgets":{', '"budgets":{"turn_budget_ms":1,'),
    gets: "JSN-01",
  },
  {
    input: "an unknown field `__proto__`",
    unknownFields: "allow",
    give: () => member('"__proto__":{"polluted":true}'),
    gets: "accepted",
    because: "It is a field of its own and changes no prototype",
  },
  {
    input: "2,000,000 repeated names",
    give: () => member(new Array(2_000_000).fill('"a":1').join(",")),
    gets: "JSN-01",
    because: "100 diagnostics",
  },
  {
    input: "1,000,000 unknown names",
    give: () => member(Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join(",")),
    gets: "EVT-13",
  },
  { input: "a name of 16 MB", give: () => member(`"${"n".repeat(16_000_000)}":1`), gets: "EVT-13" },
];

const SIZE: readonly HostileInput[] = [
  { input: "1,000,000 opening brackets", give: () => "[".repeat(1_000_000), gets: "JSN-06" },
  { input: "1,000,000 opening braces", give: () => '{"a":'.repeat(1_000_000), gets: "JSN-06" },
  {
    input: "an unknown field 100,000 levels deep",
    give: () => member(`"a":${"[".repeat(100_000)}${"]".repeat(100_000)}`),
    gets: "JSN-06",
  },
  {
    input: "an unknown field within 64 levels",
    give: () => member(`"a":${"[".repeat(63)}${"]".repeat(63)}`),
    gets: "EVT-13",
  },
  {
    input: "a line of 100 MB",
    give: () => string(`"${"x".repeat(100_000_000)}"`),
    gets: "JSN-07",
    because: "Refused by its length alone",
  },
  { input: "100 MB of spaces as bytes", give: () => new Uint8Array(100_000_000).fill(0x20), gets: "JSN-07" },
];

/** Hostile texts by sort. */
export const HOSTILE_TEXTS: readonly HostileSection[] = [
  { title: "What is not JSON, or not an object", inputs: SYNTAX },
  { title: "Numbers", inputs: NUMBERS },
  { title: "Strings", inputs: STRINGS },
  { title: "Names", inputs: NAMES },
  { title: "Size and depth", inputs: SIZE },
];
