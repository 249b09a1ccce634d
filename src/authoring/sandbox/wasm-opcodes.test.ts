/** The table of instructions, held against the engine: code that cannot be reached may use any instruction. */
import { describe, expect, test } from "vitest";

import { WasmReadError } from "../packages/byte-cursor.ts";
import { createByteWriter } from "./byte-writer.ts";
import { readInstruction } from "./read-instruction.ts";
import { type Immediates, immediatesOf } from "./wasm-opcodes.ts";

/** Bytes that follow an opcode and are valid in the module below. */
const VALID: Readonly<Record<Immediates, readonly number[]>> = {
  none: [],
  block_type: [0x40],
  index: [0],
  two_indices: [0, 0],
  branch_table: [2, 0, 0, 0],
  value_types: [1, 0x7f],
  heap_type: [0x70],
  memory_argument: [0, 0],
  memory_argument_and_lane: [0, 0, 0],
  lane: [0],
  i32: [0x80, 0x80, 0x80, 0x80, 0x00],
  i64: [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
  "4_bytes": [1, 2, 3, 4],
  "8_bytes": [1, 2, 3, 4, 5, 6, 7, 8],
  "16_bytes": Array.from({ length: 16 }, (_, index) => index),
};

/** A module with one of everything, and a function in which the instructions cannot be reached. */
function moduleWith(instructions: readonly number[]): Uint8Array {
  const list = (...items: readonly (readonly number[])[]) =>
    createByteWriter().bytes([items.length, ...items.flat()]);
  const code = [0x00, ...instructions, 0x00, 0x0b];
  const body = createByteWriter().bytes([1, 1, 0x7f, ...code]);
  return createByteWriter()
    .bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
    .section(1, list([0x60, 0, 0]))
    .section(3, list([0]))
    .section(4, list([0x70, 0, 1]))
    .section(5, list([0, 1]))
    .section(6, list([0x7f, 1, 0x41, 0, 0x0b]))
    .section(7, list([1, 0x66, 0, 0]))
    .section(9, list([1, 0, 1, 0]))
    .section(12, createByteWriter().bytes([1]))
    .section(10, createByteWriter().bytes([1]).sized(body))
    .section(11, list([1, 1, 0]))
    .written()
    .slice();
}

const isValid = (instructions: readonly number[]) =>
  WebAssembly.validate(moduleWith(instructions) as Uint8Array<ArrayBuffer>);

const opcodes = [
  ...Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0xfc && byte !== 0xfd),
  ...Array.from({ length: 256 }, (_, number) => 0xfc00 + number),
  ...Array.from({ length: 256 }, (_, number) => 0xfd00 + number),
];

const bytesOf = (opcode: number): number[] =>
  opcode < 0x100
    ? [opcode]
    : [
        opcode >> 8,
        ...createByteWriter()
          .unsigned(opcode % 0x100)
          .written(),
      ];

const read = (bytes: readonly number[]) => {
  const cursor = { bytes: Uint8Array.from(bytes), at: 0, end: bytes.length, stretch: "the code" };
  return { opcode: readInstruction(cursor), at: cursor.at };
};

const known = opcodes.filter((opcode) => immediatesOf(opcode) !== undefined);

describe("every instruction that is known", () => {
  test("is valid for the engine, followed by what the table says, and no shorter or longer", () => {
    for (const opcode of known) {
      const immediates = VALID[immediatesOf(opcode) ?? "none"];
      const bytes = [...bytesOf(opcode), ...immediates];
      const closing = [0x02, 0x03].includes(opcode) ? [0x0b] : opcode === 0x04 ? [0x05, 0x0b] : [];
      // These end or divide a block, so that one has to be open.
      const opening = opcode === 0x0b ? [0x02, 0x40] : opcode === 0x05 ? [0x04, 0x40] : [];
      if (opcode === 0x05) closing.push(0x0b);
      const subject = `opcode ${opcode.toString(16)}`;
      expect(isValid([...opening, ...bytes, ...closing]), subject).toBe(true);
      expect(read([...bytes, 0, 0, 0]), subject).toEqual({ opcode, at: bytes.length });
      if (immediates.length > 0) expect(() => read(bytes.slice(0, -1)), subject).toThrow(WasmReadError);
    }
  });

  test("is one of those of WebAssembly 2.0", () => {
    const count = (from: number) => known.filter((opcode) => opcode >= from && opcode < from + 0x100).length;
    // `else` and `end` are among the first.
    expect([count(0), count(0xfc00), count(0xfd00)]).toEqual([183, 18, 236]);
  });
});

test("what the engine knows and the meter does not is refused", () => {
  const strangers = opcodes.filter((opcode) => immediatesOf(opcode) === undefined);
  const shapes: readonly number[][] = [[], [0], [0, 0], [0x40], [0x70], [0, 0, 0]];
  for (const opcode of strangers) {
    for (const shape of shapes) {
      expect(() => read([...bytesOf(opcode), ...shape, 0, 0, 0])).toThrow(WasmReadError);
    }
  }
  // Tail calls are such a case in engines of today: without this one the test could not fail.
  expect([0x12, 0x13, 0x06, 0x08, 0xfe].every((opcode) => strangers.includes(opcode))).toBe(true);
});

test.each([
  ["relaxed SIMD", [0xfd, 0x80, 0x02]],
  ["a number that would run into another prefix", [0xfc, 0x80, 0x02]],
  ["a second memory", [0x28, 0x42, 0, 0]],
  ["typed references", [0xd0, 0x6e]],
  ["a block of a type that is not known", [0x02, 0x64]],
  ["an integer that does not end", [0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
])("%s is refused with a reason", (_, bytes) => {
  expect(() => read([...bytes, 0, 0, 0, 0])).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ reason_code: "wasm_feature_unsupported" }) }),
  );
});
