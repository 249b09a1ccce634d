/**
 * The instructions that the meter knows, by what follows their opcode: WebAssembly 2.0 without anything newer.
 *
 * A meter that guessed the length of an instruction could be led past a loop that it does not see, so there is no
 * rule for what is not listed: tail calls, exceptions, threads, garbage collection, relaxed SIMD and whatever comes
 * next are refused until somebody has thought about what they cost.
 */

/** What follows an opcode. */
export type Immediates =
  | "none"
  | "block_type"
  | "index"
  | "two_indices"
  | "branch_table"
  | "value_types"
  | "heap_type"
  | "memory_argument"
  | "memory_argument_and_lane"
  | "lane"
  | "i32"
  | "i64"
  | "4_bytes"
  | "8_bytes"
  | "16_bytes";

/** Opcodes that the meter treats in a way of their own. Those with a prefix are `prefix * 0x100 + number`. */
export const OPCODES = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  call: 0x10,
  call_indirect: 0x11,
  local_get: 0x20,
  global_get: 0x23,
  global_set: 0x24,
  return: 0x0f,
  select: 0x1b,
  memory_size: 0x3f,
  memory_grow: 0x40,
  i32_const: 0x41,
  i32_lt_s: 0x48,
  i32_lt_u: 0x49,
  i32_gt_u: 0x4b,
  i32_add: 0x6a,
  i32_sub: 0x6b,
  i32_mul: 0x6c,
  i32_shr_u: 0x76,
  memory_init: 0xfc08,
  memory_copy: 0xfc0a,
  memory_fill: 0xfc0b,
  table_init: 0xfc0c,
  table_copy: 0xfc0e,
  table_grow: 0xfc0f,
  table_fill: 0xfc11,
} as const;

/** Instructions whose work grows with the number on top of the stack. */
export const BULK_OPCODES: ReadonlySet<number> = new Set([
  OPCODES.memory_init,
  OPCODES.memory_copy,
  OPCODES.memory_fill,
  OPCODES.table_init,
  OPCODES.table_copy,
  OPCODES.table_grow,
  OPCODES.table_fill,
]);

/** First bytes of opcodes that go on with a number. */
export const OPCODE_PREFIXES: ReadonlySet<number> = new Set([0xfc, 0xfd]);

type Range = readonly [first: number, last: number, immediates: Immediates];

const PLAIN: readonly Range[] = [
  [0x00, 0x01, "none"],
  [0x02, 0x04, "block_type"],
  [0x05, 0x05, "none"],
  [0x0b, 0x0b, "none"],
  [0x0c, 0x0d, "index"],
  [0x0e, 0x0e, "branch_table"],
  [0x0f, 0x0f, "none"],
  [0x10, 0x10, "index"],
  [0x11, 0x11, "two_indices"],
  [0x1a, 0x1b, "none"],
  [0x1c, 0x1c, "value_types"],
  [0x20, 0x26, "index"],
  [0x28, 0x3e, "memory_argument"],
  [0x3f, 0x40, "index"],
  [0x41, 0x41, "i32"],
  [0x42, 0x42, "i64"],
  [0x43, 0x43, "4_bytes"],
  [0x44, 0x44, "8_bytes"],
  [0x45, 0xc4, "none"],
  [0xd0, 0xd0, "heap_type"],
  [0xd1, 0xd1, "none"],
  [0xd2, 0xd2, "index"],
];

/** Saturating conversions, bulk memory and tables. */
const MISCELLANEOUS: readonly Range[] = [
  [0, 7, "none"],
  [8, 8, "two_indices"],
  [9, 9, "index"],
  [10, 10, "two_indices"],
  [11, 11, "index"],
  [12, 12, "two_indices"],
  [13, 13, "index"],
  [14, 14, "two_indices"],
  [15, 17, "index"],
];

/** Fixed-width SIMD. */
const VECTOR: readonly Range[] = [
  [0, 11, "memory_argument"],
  [12, 13, "16_bytes"],
  [14, 20, "none"],
  [21, 34, "lane"],
  [35, 83, "none"],
  [84, 91, "memory_argument_and_lane"],
  [92, 93, "memory_argument"],
  [94, 255, "none"],
];

/** Numbers between those of SIMD that mean nothing in it. */
const VECTOR_GAPS: ReadonlySet<number> = new Set([
  0x9a, 0xa2, 0xa5, 0xa6, 0xaf, 0xb0, 0xb2, 0xb3, 0xb4, 0xbb, 0xc2, 0xc5, 0xc6, 0xcf, 0xd0, 0xd2, 0xd3, 0xd4,
  0xe2, 0xee,
]);

const tableOf = (ranges: readonly Range[]): readonly (Immediates | undefined)[] => {
  const table: (Immediates | undefined)[] = Array.from({ length: 256 });
  for (const [first, last, immediates] of ranges) table.fill(immediates, first, last + 1);
  return table;
};

const PLAIN_TABLE = tableOf(PLAIN);
const MISCELLANEOUS_TABLE = tableOf(MISCELLANEOUS);
const VECTOR_TABLE = tableOf(VECTOR).map((immediates, number) =>
  VECTOR_GAPS.has(number) ? undefined : immediates,
);

/** What follows an opcode, or undefined for one that the meter does not know. */
export function immediatesOf(opcode: number): Immediates | undefined {
  if (opcode < 0x100) return PLAIN_TABLE[opcode];
  const prefix = Math.floor(opcode / 0x100);
  // Numbers from 256 on would run into the next prefix, so the reader keeps them out.
  return (prefix === 0xfc ? MISCELLANEOUS_TABLE : prefix === 0xfd ? VECTOR_TABLE : [])[opcode % 0x100];
}
