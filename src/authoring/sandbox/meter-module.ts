/**
 * Rewrites a module so that its fuel, its stack, its memory and its tables have bounds that it cannot get around.
 *
 * Everything that is added stands behind what is there, in each section, so that no index changes; and as the module
 * was valid before, none of its own instructions can name what is added. The start function is taken out of its
 * section and exported, so that it runs when there is somebody who looks after it.
 */
import { type ByteCursor, readCount, readUnsigned } from "../packages/byte-cursor.ts";
import { type ByteWriter, createByteWriter } from "./byte-writer.ts";
import { type MeterIndices, meterBody, spend, trapBelowZero } from "./meter-code.ts";
import { BYTES_PER_FUEL, SANDBOX_LIMITS } from "./sandbox-abi.ts";
import type { SizeLimits, WasmLayout } from "./wasm-layout.ts";
import { OPCODES } from "./wasm-opcodes.ts";

/** Exports of a metered module that its host uses; modules cannot have such names of their own. */
export const METER_EXPORTS = {
  /** Globals of type i32. `refused` is 1 once the memory was asked to grow beyond its bound. */
  fuel: "rspp:fuel",
  depth: "rspp:depth",
  refused: "rspp:refused",
  /** The function of the start section, where there is one. */
  start: "rspp:start",
} as const;

/** Bytes of a page of memory. */
export const PAGE_BYTES = 65_536;

/** Bounds of a module. */
export interface MeterBounds {
  readonly memory_pages: number;
}

const I32 = 0x7f;
const VARIABLE = 1;

/** The bytes of the metered module. Throws a WasmReadError for an instruction that the meter does not know. */
export function meterModule(layout: WasmLayout, { memory_pages }: MeterBounds): Uint8Array {
  const { bytes, types, functions, imported_functions, globals } = layout;
  const indices: MeterIndices & { readonly refused: number } = {
    fuel: globals,
    depth: globals + 1,
    refused: globals + 2,
    charge: functions.length,
    grow: functions.length + 1,
    imported_functions,
  };
  const out = createByteWriter(bytes.length * 2 + 512).bytes(bytes.subarray(0, 8));
  const copy = (id: number) => {
    const section = layout.sections.get(id);
    if (section !== undefined) out.section(id, createByteWriter().bytes(contentOf(section)));
  };
  const extend = (id: number, count: number, write: (added: ByteWriter) => void) => {
    const content = createByteWriter();
    const section = layout.sections.get(id);
    const cursor = section === undefined ? undefined : { ...section };
    content.unsigned(count + (cursor === undefined ? 0 : readCount(cursor, cursor.stretch)));
    if (cursor !== undefined) content.bytes(contentOf(cursor));
    write(content);
    out.section(id, content);
  };

  // A number goes in and a number comes out.
  extend(1, 1, (added) => added.bytes([0x60, 1, I32, 1, I32]));
  copy(2);
  extend(3, 2, (added) => added.unsigned(types.length).unsigned(types.length));
  if (layout.tables.length > 0) out.section(4, boundedTables(layout));
  if (layout.memory?.is_imported === false) {
    out.section(5, bounded(createByteWriter().unsigned(1), layout.memory, { most: memory_pages }));
  }
  // Without fuel until the host gives some.
  extend(6, 3, (added) => {
    for (const _ of METERED_GLOBALS) added.bytes([I32, VARIABLE, OPCODES.i32_const, 0, OPCODES.end]);
  });
  const start = layout.sections.get(8);
  extend(7, METERED_GLOBALS.length + (start === undefined ? 0 : 1), (added) => {
    for (const name of METERED_GLOBALS) added.name(METER_EXPORTS[name]).bytes([3]).unsigned(indices[name]);
    if (start === undefined) return;
    const index = readUnsigned({ ...start }, "the start function");
    added.name(METER_EXPORTS.start).bytes([0]).unsigned(index);
  });
  copy(9);
  copy(12);
  out.section(10, meteredCode(layout, indices, { memory_pages }));
  copy(11);
  return out.written().slice();
}

const METERED_GLOBALS = ["fuel", "depth", "refused"] as const;

const contentOf = ({ bytes, at, end }: ByteCursor): Uint8Array => bytes.subarray(at, end);

function boundedTables({ tables }: WasmLayout): ByteWriter {
  const content = createByteWriter().unsigned(tables.length);
  for (const table of tables) {
    bounded(content.bytes([table.element_type]), table, { most: SANDBOX_LIMITS.table_entries });
  }
  return content;
}

/** Writes limits that have a maximum of at most `most`. */
function bounded(out: ByteWriter, limits: SizeLimits, { most }: { readonly most: number }): ByteWriter {
  const { minimum, maximum = most } = limits;
  return out.bytes([1]).unsigned(minimum).unsigned(Math.min(maximum, most));
}

function meteredCode(
  layout: WasmLayout,
  indices: MeterIndices & { readonly refused: number },
  bounds: MeterBounds,
): ByteWriter {
  const { functions, imported_functions, sections } = layout;
  const defined = functions.slice(imported_functions);
  const content = createByteWriter(layout.bytes.length * 2).unsigned(defined.length + 2);
  const section = sections.get(10);
  if (section !== undefined) {
    const cursor = { ...section };
    readCount(cursor, cursor.stretch);
    for (const { params } of defined) {
      const size = readUnsigned(cursor, "the size of a function");
      const body = { ...cursor, end: cursor.at + size, stretch: "the body of a function" };
      cursor.at = body.end;
      const metered = createByteWriter(2 * size + 32);
      meterBody(body, metered, { indices, params: params.length });
      content.sized(metered);
    }
  }
  return content.sized(chargeFunction(indices, bounds)).sized(growFunction(indices, bounds));
}

/** Pays for as many bytes as its argument says, and gives the argument back. */
function chargeFunction({ fuel }: MeterIndices, { memory_pages }: MeterBounds): ByteWriter {
  // What is longer than anything there can be traps by itself, and must not look like a lack of fuel.
  const longest = Math.min(memory_pages * PAGE_BYTES, 2 ** 32 - 1);
  const shift = Math.log2(BYTES_PER_FUEL);
  const body = createByteWriter().bytes([0]);
  body.bytes([OPCODES.global_get]).unsigned(fuel);
  body.bytes([OPCODES.local_get, 0, OPCODES.i32_const]).signed(longest);
  body.bytes([OPCODES.local_get, 0, OPCODES.i32_const]).signed(longest);
  body.bytes([
    OPCODES.i32_lt_u,
    OPCODES.select,
    OPCODES.i32_const,
    shift,
    OPCODES.i32_shr_u,
    OPCODES.i32_sub,
  ]);
  body.bytes([OPCODES.global_set]).unsigned(fuel);
  trapBelowZero(body, fuel);
  return body.bytes([OPCODES.local_get, 0, OPCODES.end]);
}

const BLOCK_OF_NOTHING = 0x40;

/** Grows the memory within its bound and pays for the new pages; beyond it the answer is -1 and is remembered. */
function growFunction(
  { fuel, refused }: MeterIndices & { readonly refused: number },
  { memory_pages }: MeterBounds,
): ByteWriter {
  const body = createByteWriter().bytes([0]);
  body.bytes([OPCODES.local_get, 0, OPCODES.i32_const]).signed(memory_pages);
  body.bytes([OPCODES.memory_size, 0, OPCODES.i32_sub, OPCODES.i32_gt_u, OPCODES.if, BLOCK_OF_NOTHING]);
  body.bytes([OPCODES.i32_const, 1, OPCODES.global_set]).unsigned(refused);
  body.bytes([OPCODES.i32_const]).signed(-1).bytes([OPCODES.return, OPCODES.end]);
  spend(body, fuel, { amount: 1 });
  body.bytes([OPCODES.global_get]).unsigned(fuel);
  body.bytes([OPCODES.local_get, 0, OPCODES.i32_const]).signed(PAGE_BYTES / BYTES_PER_FUEL);
  body.bytes([OPCODES.i32_mul, OPCODES.i32_sub, OPCODES.global_set]).unsigned(fuel);
  trapBelowZero(body, fuel);
  return body.bytes([OPCODES.local_get, 0, OPCODES.memory_grow, 0, OPCODES.end]);
}
