/** Hostile bytes: encodings that are wrong, or right for something else. */
import { contracts } from "../../contracts/catalog.ts";
import { type HostileSection, hostileInputs } from "./hostile-input.test-kit.ts";

const TEXT = JSON.stringify(contracts.event_record.example);
const encoder = new TextEncoder();

/** A valid event whose session_id has these bytes. */
function inString(...bytes: number[]): Uint8Array {
  const [before = "", after = ""] = TEXT.split("sess-1");
  return Uint8Array.from([...encoder.encode(before), ...bytes, ...encoder.encode(after)]);
}

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return bytes;
}

const UTF_8 = hostileInputs([
  ["a sequence cut short by a quote (`c3`)", () => inString(0xc3), "JSN-03"],
  ["bytes that end inside of a character (`e2 82`)", () => Uint8Array.of(0x22, 0xe2, 0x82), "JSN-03"],
  ["an overlong slash (`c0 af`)", () => inString(0xc0, 0xaf), "JSN-03"],
  ["an overlong slash of three bytes (`e0 80 af`)", () => inString(0xe0, 0x80, 0xaf), "JSN-03"],
  ["an encoded surrogate (`ed a0 80`)", () => inString(0xed, 0xa0, 0x80), "JSN-03"],
  ["an encoded surrogate pair (CESU-8)", () => inString(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80), "JSN-03"],
  ["a character beyond U+10FFFF (`f4 90 80 80`)", () => inString(0xf4, 0x90, 0x80, 0x80), "JSN-03"],
  ["a sequence of five bytes", () => inString(0xf8, 0x88, 0x80, 0x80, 0x80), "JSN-03"],
  ["a continuation byte alone (`80`)", () => inString(0x80), "JSN-03"],
  ["a byte `ff`", () => inString(0xff), "JSN-03"],
  ["Latin-1 (`e9`)", () => inString(0xe9), "JSN-03"],
]);

const OTHER = hostileInputs([
  ["UTF-8 with a byte order mark", () => encoder.encode(`\ufeff${TEXT}`), "JSN-04"],
  ["UTF-16, little-endian, with a byte order mark", () => utf16(`\ufeff${TEXT}`, true), "JSN-03"],
  ["UTF-16, big-endian, with a byte order mark", () => utf16(`\ufeff${TEXT}`, false), "JSN-03"],
  [
    "UTF-16 without a byte order mark",
    () => utf16(TEXT, true),
    "JSN-05",
    { because: "It is UTF-8 with a NUL at every other byte" },
  ],
  ["gzip", () => Uint8Array.of(0x1f, 0x8b, 0x08, 0x00), "JSN-03"],
  ["CBOR", () => Uint8Array.of(0xa1, 0x61, 0x61, 0x01), "JSN-03"],
  ["no bytes", () => new Uint8Array(0), "JSN-05"],
  ["bytes whose buffer was handed to a worker", detached, "JSN-05", { because: "They have become no bytes" }],
]);

/** Hostile bytes by sort. */
export const HOSTILE_BYTES: readonly HostileSection[] = [
  { title: "Ill-formed UTF-8", inputs: UTF_8 },
  { title: "Other encodings", inputs: OTHER },
];

function detached(): Uint8Array {
  const bytes = encoder.encode(TEXT);
  structuredClone(bytes, { transfer: [bytes.buffer] });
  return bytes;
}
