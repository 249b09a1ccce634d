/** Vectors of the text itself: what I-JSON (RFC 7493) refuses, and what it must let through. */

import { eventRecordContract } from "../../../src/contracts/events/event-record.ts";
import { EVENT_REQUIREMENTS } from "../../../src/contracts/events/event-rules.ts";
import type { Vector, VectorDraft, Verdict } from "./vector.ts";
import { vector } from "./vector.ts";

const { kind, example } = eventRecordContract;
const TEXT = JSON.stringify(example);
const MOST_BYTES = 16 * 1024 * 1024;

/** The example as text, with one part of it replaced. */
const replaced = (part: string, by: string): string => TEXT.replace(part, () => by);

/** The example with one more field, as text. */
const extended = (field: string): string => `${TEXT.slice(0, -1)},${field}}`;

const nested = (levels: number): string => extended(`"later":${"[".repeat(levels)}${"]".repeat(levels)}`);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of the example with these ones in the place of its session id. */
function bytes(...id: readonly number[]): Pick<Vector, "base64"> {
  const [before, after] = TEXT.split(example.session_id) as [string, string];
  return { base64: Buffer.from([...utf8(before), ...id, ...utf8(after)]).toString("base64") };
}

type Row = readonly [
  rule: string,
  expect: Verdict,
  name: string,
  note: string,
  artifact: VectorDraft["artifact"],
  unknownFields?: "allow",
];

const SESSION = `"session_id":"${example.session_id}"`;
const EVENT_ID = `"event_id":"${example.event_id}"`;

const ROWS: readonly Row[] = [
  [
    "JSN-01",
    "accept",
    "names-in-two-objects",
    "The same name in two objects is no repetition",
    { text: extended('"media_time":{"pts_ms":1},"later":{"pts_ms":2}') },
    "allow",
  ],
  [
    "JSN-01",
    "accept",
    "names-that-differ-in-case",
    "Names match exactly, so these are two",
    { text: extended('"Session_id":"x"') },
    "allow",
  ],
  [
    "JSN-01",
    "refuse",
    "repeated-name",
    "A name stands twice with different values",
    { text: extended('"session_id":"sess-2"') },
  ],
  [
    "JSN-01",
    "refuse",
    "repeated-name-same-value",
    "A name stands twice with the same value",
    { text: extended(SESSION) },
  ],
  [
    "JSN-01",
    "refuse",
    "repeated-name-escaped",
    "A name stands twice, once with an escaped letter",
    { text: extended('"session_\\u0069d":"sess-1"') },
  ],
  [
    "JSN-01",
    "refuse",
    "repeated-name-in-a-nested-object",
    "A name stands twice in an inner object",
    { text: extended('"media_time":{"pts_ms":1,"pts_ms":1}') },
  ],
  [
    "JSN-02",
    "accept",
    "surrogate-pair",
    "A pair of surrogates is one character",
    { text: replaced(SESSION, '"session_id":"\\ud83d\\ude42"') },
  ],
  [
    "JSN-02",
    "refuse",
    "lone-high-surrogate",
    "A high surrogate stands alone",
    { text: replaced(SESSION, '"session_id":"\\ud83d"') },
  ],
  [
    "JSN-02",
    "refuse",
    "lone-low-surrogate",
    "A low surrogate stands alone",
    { text: replaced(SESSION, '"session_id":"a\\ude42b"') },
  ],
  [
    "JSN-02",
    "refuse",
    "surrogates-in-wrong-order",
    "A low surrogate stands before a high one",
    { text: replaced(SESSION, '"session_id":"\\ude42\\ud83d"') },
  ],
  [
    "JSN-03",
    "accept",
    "characters-of-four-bytes",
    "Characters of one to four bytes",
    bytes(0x61, 0xc3, 0xa9, 0xe6, 0x97, 0xa5, 0xf0, 0x9f, 0x99, 0x82),
  ],
  ["JSN-03", "refuse", "stray-continuation-byte", "A continuation byte stands alone", bytes(0x61, 0x80)],
  ["JSN-03", "refuse", "overlong-form", "A character takes more bytes than it needs", bytes(0xc0, 0xaf)],
  ["JSN-03", "refuse", "encoded-surrogate", "A surrogate is encoded as three bytes", bytes(0xed, 0xa0, 0xbd)],
  ["JSN-03", "refuse", "beyond-unicode", "A code point is beyond U+10FFFF", bytes(0xf4, 0x90, 0x80, 0x80)],
  ["JSN-03", "refuse", "cut-off-character", "A character misses its last byte", bytes(0xf0, 0x9f, 0x99)],
  [
    "JSN-04",
    "accept",
    "byte-order-mark-inside-a-text",
    "U+FEFF inside a text is a character like any other",
    { text: replaced(SESSION, '"session_id":"\ufeff"') },
  ],
  ["JSN-04", "refuse", "byte-order-mark", "The text starts with U+FEFF", { text: `\ufeff${TEXT}` }],
  [
    "JSN-04",
    "refuse",
    "byte-order-mark-bytes",
    "The bytes start with EF BB BF",
    { base64: Buffer.from(utf8(`\ufeff${TEXT}`)).toString("base64") },
  ],
  [
    "JSN-05",
    "accept",
    "blanks-around-the-value",
    "Blanks, tabs and line ends around the value mean nothing",
    { text: ` \t\r\n${TEXT}\n\n` },
  ],
  [
    "JSN-05",
    "accept",
    "escapes",
    "Every escape of JSON",
    { text: replaced(SESSION, '"session_id":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00e9"') },
  ],
  ["JSN-05", "refuse", "empty", "There is nothing", { text: "" }],
  ["JSN-05", "refuse", "cut-off", "The last brace is missing", { text: TEXT.slice(0, -1) }],
  ["JSN-05", "refuse", "trailing-data", "A second value follows", { text: `${TEXT} {}` }],
  [
    "JSN-05",
    "refuse",
    "trailing-comma",
    "A comma stands before the last brace",
    { text: `${TEXT.slice(0, -1)},}` },
  ],
  ["JSN-05", "refuse", "comment", "JSON has no comments", { text: `${TEXT} // end` }],
  [
    "JSN-05",
    "refuse",
    "single-quotes",
    "Names stand in single quotes",
    { text: replaced('"session_id"', "'session_id'") },
  ],
  [
    "JSN-05",
    "refuse",
    "line-break-in-a-text",
    "A line break inside a text is not escaped",
    { text: replaced(SESSION, '"session_id":"a\nb"') },
  ],
  [
    "JSN-05",
    "refuse",
    "number-with-a-leading-zero",
    "A number has a leading zero",
    { text: replaced('"transport_sequence":1', '"transport_sequence":01') },
  ],
  [
    "JSN-05",
    "refuse",
    "not-a-number",
    "NaN is not JSON",
    { text: replaced('"transport_sequence":1', '"transport_sequence":NaN') },
  ],
  [
    "JSN-06",
    "accept",
    "sixty-four-levels",
    "64 levels of nesting, the artifact being the first",
    { text: nested(63) },
    "allow",
  ],
  ["JSN-06", "refuse", "sixty-five-levels", "65 levels of nesting", { text: nested(64) }, "allow"],
  [
    "JSN-07",
    "accept",
    "sixteen-mebibytes",
    "Exactly as long as allowed",
    { text: TEXT, padded_to: MOST_BYTES },
  ],
  [
    "JSN-07",
    "refuse",
    "longer-than-sixteen-mebibytes",
    "One blank too long",
    { text: TEXT, padded_to: MOST_BYTES + 1 },
  ],
  [
    "JSN-08",
    "accept",
    "largest-double",
    "The largest double is in range",
    { text: extended('"later":1.7976931348623157e308') },
    "allow",
  ],
  [
    "JSN-08",
    "accept",
    "smallest-double",
    "A number too small for a double is zero",
    { text: extended('"later":1e-400') },
    "allow",
  ],
  [
    "JSN-08",
    "refuse",
    "beyond-the-range",
    "1e400 is no double",
    { text: replaced('"transport_sequence":1', '"transport_sequence":1e400') },
  ],
  [
    "JSN-08",
    "refuse",
    "below-the-range",
    "-1e400 is no double",
    { text: extended('"later":-1e400') },
    "allow",
  ],
  [
    "EVT-06",
    "accept",
    "integer-with-an-exponent",
    "Integers count by value: 1e2 is 100",
    { text: replaced('"transport_sequence":1', '"transport_sequence":1e2') },
  ],
  [
    "EVT-06",
    "accept",
    "integer-with-a-point",
    "Integers count by value: 1.0 is 1",
    { text: replaced('"transport_sequence":1', '"transport_sequence":1.0') },
  ],
  [
    "EVT-06",
    "accept",
    "negative-zero",
    "-0 is 0",
    { text: replaced('"transport_sequence":1', '"transport_sequence":-0') },
  ],
  [
    "EVT-03",
    "accept",
    "names-in-another-order",
    "The order of names means nothing",
    { text: replaced(`${EVENT_ID},`, "").replace("{", `{${EVENT_ID},`) },
  ],
  [
    "EVT-13",
    "refuse",
    "name-in-another-case",
    "Names match exactly, so this one is not declared",
    { text: extended('"Session_id":"sess-1"') },
  ],
  [
    "EVT-13",
    "refuse",
    "field-named-proto",
    "__proto__ is a field like any other, and not declared",
    { text: extended('"__proto__":{}') },
  ],
];

/** Vectors of raw text. Their kind is the event record; the rules hold for every kind. */
export function wireTextVectors(): Vector[] {
  const levels = new Map(EVENT_REQUIREMENTS.map(({ id, level }) => [id, level]));
  return ROWS.map(([rule, expect, name, note, artifact, unknown_fields]) =>
    vector({
      kind,
      rule,
      level: levels.get(rule) ?? "MUST",
      expect,
      name,
      note,
      artifact,
      ...(unknown_fields && { unknown_fields }),
    }),
  );
}
