/**
 * Reads the primitives of the WebAssembly binary format: bytes, LEB128 integers and names.
 *
 * A cursor never leaves its bounds, so that a size that lies costs an error and never a byte of somebody
 * else's section. What cannot be read is thrown as a WasmReadError, which `readWasmModule` makes a value of.
 */
import { decodeUtf8 } from "../../internal/json-text/decode-utf8.ts";
import type { PackageFault } from "./package-finding.ts";

/** Longest name that is read, in bytes; engines read no longer ones either. */
export const MAX_NAME_BYTES = 100_000;

/** The bytes are no module that this reader accepts. */
export class WasmReadError extends Error {
  override readonly name = "WasmReadError";
  readonly fault: PackageFault;

  constructor(fault: PackageFault) {
    super(`Cannot read ${fault.subject}: expected ${fault.expected} but received ${fault.received}`);
    this.fault = fault;
  }
}

/** The stretch that is the whole file. */
export const WHOLE_ARTIFACT = "the artifact";

/** A stretch of bytes and a place in it. */
export interface ByteCursor {
  readonly bytes: Uint8Array;
  /** Offset of the next byte. */
  at: number;
  /** Offset behind the last byte that may be read. */
  readonly end: number;
  /** What the stretch is, such as `the import section`. */
  readonly stretch: string;
}

/** A byte as hexadecimal dumps show it. */
export const hexByte = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;

/** Refuses the bytes at an offset as malformed. Always throws. */
export function refuseBytes(subject: string, fault: Omit<PackageFault, "subject" | "reason_code">): never {
  throw new WasmReadError({ reason_code: "wasm_malformed", subject, ...fault });
}

/** Asks for `count` further bytes. Throws: truncated at the end of the file, malformed at that of a section. */
export function requireBytes(cursor: ByteCursor, subject: string, { count = 1 } = {}): void {
  const { at, end, stretch } = cursor;
  if (count <= end - at) return;
  const left = end - at;
  throw new WasmReadError({
    reason_code: stretch === WHOLE_ARTIFACT ? "wasm_truncated" : "wasm_malformed",
    subject,
    offset: at,
    expected: `${count} more ${count === 1 ? "byte" : "bytes"}`,
    received: left === 0 ? `the end of ${stretch}` : `${left} before the end of ${stretch}`,
  });
}

/** The next byte. */
export function readByte(cursor: ByteCursor, subject: string): number {
  requireBytes(cursor, subject);
  return cursor.bytes[cursor.at++] ?? 0;
}

/**
 * An unsigned LEB128 integer of 32 or 64 bits. Padding is fine as long as it stays within the 5 or 10 bytes
 * that the format allows: linkers pad on purpose. A 64-bit value beyond 2^53 comes back rounded.
 */
export function readUnsigned(cursor: ByteCursor, subject: string, { bits = 32 } = {}): number {
  const start = cursor.at;
  const most = Math.ceil(bits / 7);
  let value = 0;
  for (let index = 0; ; index += 1) {
    const byte = readByte(cursor, subject);
    if (index === most - 1 && byte >= 2 ** (bits - 7 * index)) {
      const expected = `a LEB128 integer of at most ${bits} bits in ${most} bytes`;
      const received = byte >= 0x80 ? "a longer one" : `${hexByte(byte)} as byte ${most} of it`;
      return refuseBytes(subject, { offset: start, expected, received });
    }
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return value;
  }
}

/** A count of items of which each takes at least `least` bytes: more than there is room for is refused. */
export function readCount(cursor: ByteCursor, subject: string, { least = 1 } = {}): number {
  const offset = cursor.at;
  const count = readUnsigned(cursor, subject);
  const most = Math.floor((cursor.end - cursor.at) / least);
  if (count <= most) return count;
  const expected = `at most ${most}, for which ${cursor.stretch} has room`;
  return refuseBytes(subject, { offset, expected, received: `${count}` });
}

/** A name: its length in bytes, then that many bytes of well-formed UTF-8. */
export function readName(cursor: ByteCursor, subject: string): string {
  const start = cursor.at;
  const length = readUnsigned(cursor, `the length of ${subject}`);
  if (length > MAX_NAME_BYTES) {
    throw new WasmReadError({
      reason_code: "wasm_limit_exceeded",
      subject,
      offset: start,
      expected: `at most ${MAX_NAME_BYTES} bytes`,
      received: `${length}`,
    });
  }
  requireBytes(cursor, subject, { count: length });
  const offset = cursor.at;
  cursor.at += length;
  // A copy, because a decoder refuses memory that is shared with a worker.
  const text = decodeUtf8(cursor.bytes.slice(offset, cursor.at));
  if (typeof text === "string") return text;
  return refuseBytes(subject, {
    offset: offset + text.offset,
    expected: "well-formed UTF-8",
    received: `byte ${hexByte(cursor.bytes[offset + text.offset] ?? 0)}`,
  });
}
