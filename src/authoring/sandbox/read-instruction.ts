/** Reads instructions one by one: the opcode, and over what follows it. */
import {
  type ByteCursor,
  hexByte,
  readByte,
  readCount,
  readUnsigned,
  requireBytes,
  WasmReadError,
} from "../packages/byte-cursor.ts";
import { type Immediates, immediatesOf, OPCODE_PREFIXES } from "./wasm-opcodes.ts";

/** Value types: i32, i64, f32, f64, v128, funcref, externref. */
const VALUE_TYPE_BYTES: ReadonlySet<number> = new Set([0x7f, 0x7e, 0x7d, 0x7c, 0x7b, 0x70, 0x6f]);

const EMPTY_BLOCK_TYPE = 0x40;

const COUNTED_BYTES = { "4_bytes": 4, "8_bytes": 8, "16_bytes": 16, lane: 1 } as const;

/** Refuses what the sandbox cannot meter or bound. Always throws. */
export function refuseFeature(
  subject: string,
  { offset, received }: { offset: number; received: string },
): never {
  throw new WasmReadError({
    reason_code: "wasm_feature_unsupported",
    subject,
    offset,
    expected: "WebAssembly 2.0",
    received,
  });
}

/** Reads a value type of WebAssembly 2.0. */
export function readValueType(cursor: ByteCursor, subject: string): number {
  const offset = cursor.at;
  const byte = readByte(cursor, subject);
  if (VALUE_TYPE_BYTES.has(byte)) return byte;
  return refuseFeature(subject, { offset, received: `the type ${hexByte(byte)}` });
}

/** Reads an instruction and gives its opcode; the cursor moves behind it. Throws for one that is not known. */
export function readInstruction(cursor: ByteCursor): number {
  const offset = cursor.at;
  const first = readByte(cursor, "an instruction");
  let opcode = first;
  if (OPCODE_PREFIXES.has(first)) {
    const number = readUnsigned(cursor, "the number of an instruction");
    if (number > 0xff) return refuseFeature("an instruction", { offset, received: named(first, number) });
    opcode = first * 0x100 + number;
  }
  const immediates = immediatesOf(opcode);
  if (immediates === undefined) {
    const received = opcode === first ? `the opcode ${hexByte(first)}` : named(first, opcode % 0x100);
    return refuseFeature("an instruction", { offset, received });
  }
  skipImmediates(cursor, immediates);
  return opcode;
}

const named = (prefix: number, number: number): string => `the opcode ${hexByte(prefix)} ${hexByte(number)}`;

function skipImmediates(cursor: ByteCursor, immediates: Immediates): void {
  const subject = "what follows an instruction";
  switch (immediates) {
    case "none":
      return;
    case "index":
      readUnsigned(cursor, subject);
      return;
    case "two_indices":
      readUnsigned(cursor, subject);
      readUnsigned(cursor, subject);
      return;
    case "branch_table":
      for (let left = readCount(cursor, subject); left >= 0; left -= 1) readUnsigned(cursor, subject);
      return;
    case "value_types":
      for (let left = readCount(cursor, subject); left > 0; left -= 1) readValueType(cursor, subject);
      return;
    case "block_type":
      skipBlockType(cursor);
      return;
    case "heap_type":
      skipHeapType(cursor);
      return;
    case "memory_argument":
      skipMemoryArgument(cursor);
      return;
    case "memory_argument_and_lane":
      skipMemoryArgument(cursor);
      readByte(cursor, subject);
      return;
    case "i32":
      skipSigned(cursor, 5);
      return;
    case "i64":
      skipSigned(cursor, 10);
      return;
    default: {
      const count = COUNTED_BYTES[immediates];
      requireBytes(cursor, subject, { count });
      cursor.at += count;
    }
  }
}

/** Empty, a value type, or the index of a function type as a signed integer that is not negative. */
function skipBlockType(cursor: ByteCursor): void {
  const subject = "the type of a block";
  const offset = cursor.at;
  const byte = readByte(cursor, subject);
  if (byte === EMPTY_BLOCK_TYPE || VALUE_TYPE_BYTES.has(byte)) return;
  if (byte >= 0x40 && byte < 0x80) refuseFeature(subject, { offset, received: `the type ${hexByte(byte)}` });
  cursor.at = offset;
  skipSigned(cursor, 5);
}

function skipHeapType(cursor: ByteCursor): void {
  const offset = cursor.at;
  const byte = readByte(cursor, "the type of a reference");
  if (byte === 0x70 || byte === 0x6f) return;
  refuseFeature("the type of a reference", { offset, received: `the type ${hexByte(byte)}` });
}

function skipMemoryArgument(cursor: ByteCursor): void {
  const offset = cursor.at;
  const alignment = readUnsigned(cursor, "the alignment of an access");
  // Bit 6 says that the index of a memory follows.
  if (alignment >= 0x40)
    refuseFeature("the memory of an access", { offset, received: "one of several memories" });
  readUnsigned(cursor, "the offset of an access");
}

function skipSigned(cursor: ByteCursor, most: number): void {
  for (let count = 1; readByte(cursor, "an integer") >= 0x80; count += 1) {
    if (count === most)
      refuseFeature("an integer", { offset: cursor.at, received: `more than ${most} bytes` });
  }
}
