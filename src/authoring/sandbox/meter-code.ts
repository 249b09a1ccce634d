/**
 * Rewrites the code of one function so that it pays for itself.
 *
 * Control only ever moves forwards, except to the head of a loop and into another function. So a function pays at its
 * entry for every instruction outside of its loops, and each loop at its head, once for each turn, for the
 * instructions that are in it and in no inner loop. Whatever runs was paid for before it ran, at a price that depends
 * on nothing but the path that the module takes. Arms that are not taken are paid for, too.
 *
 * Calls count the depth of the stack, and instructions that work on many bytes at once pay by the byte.
 */
import type { ByteCursor } from "../packages/byte-cursor.ts";
import { readUnsigned, requireBytes } from "../packages/byte-cursor.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { readInstruction, readValueType } from "./read-instruction.ts";
import { BULK_OPCODES, OPCODES } from "./wasm-opcodes.ts";

/** Indices of what the meter adds to the module. */
export interface MeterIndices {
  /** Globals: fuel that is left, and depth of calls that is left. */
  readonly fuel: number;
  readonly depth: number;
  /** Functions in whose type a number goes in and out: pays for bytes, grows the memory. */
  readonly charge: number;
  readonly grow: number;
  /** Functions with a lower index are those of the host. */
  readonly imported_functions: number;
}

/** An instruction that something is written before, behind or instead of. */
interface Edit {
  readonly at: number;
  readonly end: number;
  readonly kind: "loop" | "call" | "bulk" | "grow";
  /** Index of the loop in `costs`. */
  readonly region: number;
}

interface Survey {
  readonly edits: readonly Edit[];
  /** Price of each region; the first is the function outside of its loops. */
  readonly costs: readonly number[];
}

/** Locals that one unit of fuel makes. */
const LOCALS_PER_FUEL = 8;

/** Locals that fit into one step of the depth of calls. */
const LOCALS_PER_STEP = 16;

const EMPTY_BLOCK_TYPE = 0x40;

/** Writes the rewritten body of a function; the cursor spans the body, from its locals to its last `end`. */
export function meterBody(
  cursor: ByteCursor,
  out: ByteWriter,
  { indices, params }: { readonly indices: MeterIndices; readonly params: number },
): void {
  const { bytes } = cursor;
  const start = cursor.at;
  const locals = params + readLocals(cursor);
  const code = cursor.at;
  const { edits, costs } = survey(cursor, { entry: 1 + Math.floor(locals / LOCALS_PER_FUEL), indices });
  const step = 1 + Math.floor(locals / LOCALS_PER_STEP);
  const priceOf = (region: number) => costs[region] ?? 0;

  out.bytes(bytes.subarray(start, code));
  spend(out, indices.fuel, { amount: priceOf(0) });
  let copied = code;
  for (const { at, end, kind, region } of edits) {
    out.bytes(bytes.subarray(copied, at));
    copied = end;
    if (kind === "grow") {
      out.bytes([OPCODES.call]).unsigned(indices.grow);
      continue;
    }
    if (kind === "call") spend(out, indices.depth, { amount: step });
    if (kind === "bulk") out.bytes([OPCODES.call]).unsigned(indices.charge);
    out.bytes(bytes.subarray(at, end));
    if (kind === "loop") spend(out, indices.fuel, { amount: priceOf(region) });
    if (kind === "call") giveBack(out, indices.depth, { amount: step });
  }
  out.bytes(bytes.subarray(copied, cursor.end));
}

/** Takes the amount off a global and traps when it falls below zero. */
export function spend(out: ByteWriter, global: number, { amount }: { readonly amount: number }): void {
  out.bytes([OPCODES.global_get]).unsigned(global).bytes([OPCODES.i32_const]).signed(amount);
  out.bytes([OPCODES.i32_sub, OPCODES.global_set]).unsigned(global);
  trapBelowZero(out, global);
}

/** Traps when a global is below zero. */
export function trapBelowZero(out: ByteWriter, global: number): void {
  out.bytes([OPCODES.global_get]).unsigned(global).bytes([OPCODES.i32_const, 0, OPCODES.i32_lt_s]);
  out.bytes([OPCODES.if, EMPTY_BLOCK_TYPE, OPCODES.unreachable, OPCODES.end]);
}

function giveBack(out: ByteWriter, global: number, { amount }: { readonly amount: number }): void {
  out.bytes([OPCODES.global_get]).unsigned(global).bytes([OPCODES.i32_const]).signed(amount);
  out.bytes([OPCODES.i32_add, OPCODES.global_set]).unsigned(global);
}

/** Reads over the declarations of locals and gives their number. */
function readLocals(cursor: ByteCursor): number {
  let locals = 0;
  for (let left = readUnsigned(cursor, "the locals of a function"); left > 0; left -= 1) {
    locals += readUnsigned(cursor, "the locals of a function");
    readValueType(cursor, "the type of a local");
  }
  return locals;
}

function survey(
  cursor: ByteCursor,
  { entry, indices }: { readonly entry: number; readonly indices: MeterIndices },
): Survey {
  const costs = [entry];
  const edits: Edit[] = [];
  /** Regions of the blocks that are open; the function itself is the outermost. */
  const open = [0];
  while (open.length > 0) {
    const at = cursor.at;
    const opcode = readInstruction(cursor);
    let region = open[open.length - 1] ?? 0;
    if (opcode === OPCODES.loop) region = costs.push(0) - 1;
    costs[region] = (costs[region] ?? 0) + 1;
    if (opcode === OPCODES.end) open.pop();
    else if (opcode === OPCODES.block || opcode === OPCODES.loop || opcode === OPCODES.if) open.push(region);
    const kind = editOf(opcode, { at, cursor, indices });
    if (kind !== undefined) edits.push({ at, end: cursor.at, kind, region });
  }
  // What stands behind the last `end` would run unmetered, if anything could.
  requireBytes({ ...cursor, end: cursor.at }, "the end of a function", { count: cursor.end - cursor.at });
  return { edits, costs };
}

function editOf(
  opcode: number,
  place: { readonly at: number; readonly cursor: ByteCursor; readonly indices: MeterIndices },
): Edit["kind"] | undefined {
  if (opcode === OPCODES.loop) return "loop";
  if (opcode === OPCODES.memory_grow) return "grow";
  if (BULK_OPCODES.has(opcode)) return "bulk";
  if (opcode === OPCODES.call_indirect) return "call";
  if (opcode !== OPCODES.call) return undefined;
  const callee = readUnsigned({ ...place.cursor, at: place.at + 1 }, "the function of a call");
  return callee < place.indices.imported_functions ? undefined : "call";
}
