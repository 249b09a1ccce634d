/** Hostile texts: what can arrive from a file or a socket, as a string or as bytes. */
import { contracts } from "../../contracts/catalog.ts";
import {
  asPlan,
  type HostileInput,
  type HostileSection,
  hostileInputs,
  open,
} from "./hostile-input.test-kit.ts";

/** A valid event as text. */
export const TEXT = JSON.stringify(contracts.event_record.example);
const PLAN_TEXT = JSON.stringify(contracts.resolved_turn_plan.example);

/** A row of a text: in words, the text itself, what it gets and why. */
export type TextRow = readonly [input: string, text: string, gets: string, because?: string];

/** Inputs from rows; `give` makes the whole text. */
export const textInputs = (
  rows: readonly TextRow[],
  give: (text: string) => string | Uint8Array,
): HostileInput[] =>
  rows.map(([input, text, gets, because]) => ({
    input,
    give: () => give(text),
    gets,
    ...(because !== undefined && { because }),
  }));

const asIs = (text: string): string => text;
/** With further members in front. */
const member = (members: string): string => TEXT.replace("{", `{${members},`);

const SYNTAX = textInputs(
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

const NAMES = [
  ...textInputs(
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
  ...hostileInputs([
    ["every field inside of `__proto__`", () => `{"__proto__":${TEXT}}`, "EVT-01"],
    [
      "a repeated name in a nested object",
      () => PLAN_TEXT.replace('"budgets":{', '"budgets":{"turn_budget_ms":1,'),
      "JSN-01",
      asPlan,
    ],
    [
      "an unknown field `__proto__`",
      () => member('"__proto__":{"polluted":true}'),
      "accepted",
      { ...open, because: "It is a field of its own and changes no prototype" },
    ],
    [
      "2,000,000 repeated names",
      () => member(new Array(2_000_000).fill('"a":1').join(",")),
      "JSN-01",
      { because: "100 diagnostics" },
    ],
    [
      "1,000,000 unknown names",
      () => member(Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join(",")),
      "EVT-13",
    ],
    ["a name of 16 MB", () => member(`"${"n".repeat(16_000_000)}":1`), "EVT-13"],
  ]),
];

const SIZE = hostileInputs([
  ["1,000,000 opening brackets", () => "[".repeat(1_000_000), "JSN-06"],
  ["1,000,000 opening braces", () => '{"a":'.repeat(1_000_000), "JSN-06"],
  [
    "an unknown field 100,000 levels deep",
    () => member(`"a":${"[".repeat(100_000)}${"]".repeat(100_000)}`),
    "JSN-06",
  ],
  ["an unknown field within 64 levels", () => member(`"a":${"[".repeat(63)}${"]".repeat(63)}`), "EVT-13"],
  [
    "a line of 100 MB",
    () => member(`"a":"${"x".repeat(100_000_000)}"`),
    "JSN-07",
    { because: "Refused by its length alone" },
  ],
  ["100 MB of spaces as bytes", () => new Uint8Array(100_000_000).fill(0x20), "JSN-07"],
]);

/** Hostile texts by sort. */
export const HOSTILE_TEXTS: readonly HostileSection[] = [
  { title: "What is not JSON, or not an object", inputs: SYNTAX },
  { title: "Names", inputs: NAMES },
  { title: "Size and depth", inputs: SIZE },
];
