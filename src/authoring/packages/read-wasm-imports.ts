/** Reads the import section of a WebAssembly module: what it asks of its host, item by item. */
import {
  type ByteCursor,
  hexByte,
  readByte,
  readCount,
  readName,
  readUnsigned,
  refuseBytes,
  WasmReadError,
} from "./byte-cursor.ts";

/** Most imports that are read; engines allow as many. */
export const MAX_IMPORTS = 100_000;

/** Most different import modules, so that lists of them stay short enough for a manifest. */
export const MAX_IMPORT_MODULES = 1_000;

/** What is imported, as `WebAssembly.Module.imports` calls it. */
export type WasmImportKind = "function" | "table" | "memory" | "global" | "tag";

/** One import. */
export interface WasmImport {
  readonly module: string;
  readonly name: string;
  readonly kind: WasmImportKind;
  /** Offset in bytes from the start of the artifact, counted from 0. */
  readonly offset: number;
}

/** The imports of a section, in order. The cursor stands at the content of the section and spans it. */
export function readWasmImports(cursor: ByteCursor): WasmImport[] {
  const countAt = cursor.at;
  // Two names, a kind and a description take at least four bytes.
  const count = readCount(cursor, "the number of imports", { least: 4 });
  refuseBeyond(count, MAX_IMPORTS, { offset: countAt, subject: "the number of imports" });
  const modules = new Set<string>();
  const imports: WasmImport[] = [];
  for (let index = 0; index < count; index += 1) {
    const offset = cursor.at;
    const subject = `import ${index}`;
    const module = readName(cursor, `the module name of ${subject}`);
    const name = readName(cursor, `the item name of ${subject}`);
    imports.push({ module, name, kind: readDescription(cursor, subject), offset });
    refuseBeyond(modules.add(module).size, MAX_IMPORT_MODULES, { offset, subject: "the import modules" });
  }
  return imports;
}

function refuseBeyond(count: number, most: number, place: { offset: number; subject: string }): void {
  if (count <= most) return;
  const expected = `at most ${most}`;
  throw new WasmReadError({ reason_code: "wasm_limit_exceeded", ...place, expected, received: `${count}` });
}

function readDescription(cursor: ByteCursor, subject: string): WasmImportKind {
  const offset = cursor.at;
  const kind = readByte(cursor, `the kind of ${subject}`);
  switch (kind) {
    case 0:
      readUnsigned(cursor, `the type of ${subject}`);
      return "function";
    case 1:
      readReferenceType(cursor, subject);
      readLimits(cursor, subject, { flags: [0, 1, 4, 5] });
      return "table";
    case 2:
      // Shared memory (2) has to have a maximum (1), 64-bit addresses are 4.
      readLimits(cursor, subject, { flags: [0, 1, 3, 4, 5, 7] });
      return "memory";
    case 3:
      readValueType(cursor, subject);
      readOneOf(cursor, `the mutability of ${subject}`, { allowed: [0, 1] });
      return "global";
    case 4:
      readOneOf(cursor, `the attribute of ${subject}`, { allowed: [0] });
      readUnsigned(cursor, `the type of ${subject}`);
      return "tag";
    default: {
      const expected = "0 (function), 1 (table), 2 (memory), 3 (global) or 4 (tag)";
      return refuseBytes(`the kind of ${subject}`, { offset, expected, received: hexByte(kind) });
    }
  }
}

function readOneOf(cursor: ByteCursor, subject: string, { allowed }: { allowed: readonly number[] }): number {
  const offset = cursor.at;
  const byte = readByte(cursor, subject);
  if (allowed.includes(byte)) return byte;
  const expected = `${allowed.length === 1 ? "" : "one of "}${allowed.map(hexByte).join(", ")}`;
  return refuseBytes(subject, { offset, expected, received: hexByte(byte) });
}

function readLimits(cursor: ByteCursor, subject: string, { flags }: { flags: readonly number[] }): void {
  const flag = readOneOf(cursor, `the limits of ${subject}`, { allowed: flags });
  const bits = (flag & 4) === 0 ? 32 : 64;
  readUnsigned(cursor, `the minimum of ${subject}`, { bits });
  if ((flag & 1) !== 0) readUnsigned(cursor, `the maximum of ${subject}`, { bits });
}

/** Heap types with a byte of their own, from exn (0x69) to noexn (0x74); func is 0x70, extern 0x6f. */
const isAbstractHeapType = (byte: number): boolean => byte >= 0x69 && byte <= 0x74;

/** Numbers and vectors, from v128 (0x7b) to i32 (0x7f). */
const isNumberType = (byte: number): boolean => byte >= 0x7b && byte <= 0x7f;

function readValueType(cursor: ByteCursor, subject: string): void {
  if (isNumberType(cursor.bytes[cursor.at] ?? 0) && cursor.at < cursor.end) cursor.at += 1;
  else readReferenceType(cursor, subject);
}

function readReferenceType(cursor: ByteCursor, subject: string): void {
  const what = `the type of ${subject}`;
  const offset = cursor.at;
  const byte = readByte(cursor, what);
  if (isAbstractHeapType(byte)) return;
  // Nullable (0x63) or not (0x64) reference to a heap type.
  if (byte !== 0x63 && byte !== 0x64) {
    refuseBytes(what, { offset, expected: "a value type that it may have", received: hexByte(byte) });
  }
  const heapTypeAt = cursor.at;
  if (isAbstractHeapType(cursor.bytes[heapTypeAt] ?? 0)) {
    readByte(cursor, what);
    return;
  }
  readUnsigned(cursor, what);
  const last = cursor.bytes[cursor.at - 1] ?? 0;
  // The index of a type is a signed integer that must not be negative.
  if ((last & 0x40) === 0) return;
  refuseBytes(what, { offset: heapTypeAt, expected: "a heap type", received: `${hexByte(last)} at its end` });
}
