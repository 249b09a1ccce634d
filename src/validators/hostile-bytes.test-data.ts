/** Hostile bytes: encodings that are wrong, or right for something else. */
import { contracts } from "../contracts/catalog.ts";
import type { HostileInput, HostileSection } from "./hostile-input.test-kit.ts";

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

const UTF_8: readonly HostileInput[] = [
  { input: "a sequence cut short by a quote (`c3`)", give: () => inString(0xc3), gets: "JSN-03" },
  {
    input: "bytes that end inside of a character (`e2 82`)",
    give: () => Uint8Array.from([0x22, 0xe2, 0x82]),
    gets: "JSN-03",
  },
  { input: "an overlong slash (`c0 af`)", give: () => inString(0xc0, 0xaf), gets: "JSN-03" },
  {
    input: "an overlong slash of three bytes (`e0 80 af`)",
    give: () => inString(0xe0, 0x80, 0xaf),
    gets: "JSN-03",
  },
  { input: "an encoded surrogate (`ed a0 80`)", give: () => inString(0xed, 0xa0, 0x80), gets: "JSN-03" },
  {
    input: "an encoded surrogate pair (CESU-8)",
    give: () => inString(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
    gets: "JSN-03",
  },
  {
    input: "a character beyond U+10FFFF (`f4 90 80 80`)",
    give: () => inString(0xf4, 0x90, 0x80, 0x80),
    gets: "JSN-03",
  },
  { input: "a sequence of five bytes", give: () => inString(0xf8, 0x88, 0x80, 0x80, 0x80), gets: "JSN-03" },
  { input: "a continuation byte alone (`80`)", give: () => inString(0x80), gets: "JSN-03" },
  { input: "a byte `ff`", give: () => inString(0xff), gets: "JSN-03" },
  { input: "Latin-1 (`e9`)", give: () => inString(0xe9), gets: "JSN-03" },
];

const OTHER: readonly HostileInput[] = [
  { input: "UTF-8 with a byte order mark", give: () => `\ufeff${TEXT}`, gets: "JSN-04" },
  {
    input: "UTF-16, little-endian, with a byte order mark",
    give: () => utf16(`\ufeff${TEXT}`, true),
    gets: "JSN-03",
  },
  {
    input: "UTF-16, big-endian, with a byte order mark",
    give: () => utf16(`\ufeff${TEXT}`, false),
    gets: "JSN-03",
  },
  {
    input: "UTF-16 without a byte order mark",
    give: () => utf16(TEXT, true),
    gets: "JSN-05",
    because: "It is UTF-8 with a NUL at every other byte",
  },
  { input: "gzip", give: () => Uint8Array.from([0x1f, 0x8b, 0x08, 0x00]), gets: "JSN-03" },
  { input: "CBOR", give: () => Uint8Array.from([0xa1, 0x61, 0x61, 0x01]), gets: "JSN-03" },
  { input: "no bytes", give: () => new Uint8Array(0), gets: "JSN-05" },
  {
    input: "bytes whose buffer was handed to a worker",
    give: detached,
    gets: "JSN-05",
    because: "They have become no bytes",
  },
];

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
