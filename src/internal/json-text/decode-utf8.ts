/**
 * Bytes to text, strictly: ill-formed UTF-8 is refused with its place instead of being replaced, because
 * two texts that differ only in replaced bytes would become one.
 */
import { type JsonProblem, jsonProblem } from "./json-problem.ts";
import { positionAt } from "./locate-pointer.ts";

let decoder: TextDecoder | undefined;

/** The text, or the problem at the first byte sequence that is not UTF-8. Keeps a byte order mark. */
export function decodeUtf8(bytes: Uint8Array): string | JsonProblem {
  decoder ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch (error) {
    const offset = firstBadSequence(bytes);
    // The bytes are fine, so the decoder failed for another reason, such as memory shared with a worker.
    if (offset === bytes.length) throw error;
    return badUtf8(bytes, offset);
  }
}

/** Length of the sequence that a lead byte announces, 0 for a byte that can lead none. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Offset of the first ill-formed sequence, or the length of the bytes. Table 3-7 of the Unicode Standard. */
function firstBadSequence(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0) return at;
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next] ?? 0;
      const lowest = next > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const highest = next > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < lowest || byte > highest) return at;
    }
    at += length;
  }
  return at;
}

function badUtf8(bytes: Uint8Array, offset: number): JsonProblem {
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, offset));
  const [lead = 0, second = 0] = bytes.subarray(offset, offset + 2);
  const shown = Array.from(bytes.subarray(offset, offset + 4), (byte) => byte.toString(16).padStart(2, "0"));
  return jsonProblem({
    code: "invalid_utf8",
    path: "",
    ...positionAt(before, before.length),
    offset,
    expected: "well-formed UTF-8",
    received: `${shown.length === 1 ? "byte" : "bytes"} ${shown.join(" ")} at byte ${offset}`,
    hint: adviceFor(lead, second, bytes.length - offset, offset),
  });
}

function adviceFor(lead: number, second: number, left: number, offset: number): string {
  if (offset === 0 && (lead | second) === 0xff && lead >= 0xfe) return "Save the text as UTF-8, not UTF-16";
  if (left < sequenceLength(lead)) return "Send the whole text; it ends inside a character";
  if (lead === 0xed && second > 0x9f) return "Encode surrogate pairs as one character of four bytes";
  const isOverlong = lead === 0xc0 || lead === 0xc1 || (lead === 0xe0 && second < 0xa0);
  if (isOverlong || (lead === 0xf0 && second < 0x90)) return "Encode each character in its shortest form";
  return "Encode the text as UTF-8";
}
