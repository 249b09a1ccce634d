/**
 * Reads what a module is made of: its types, functions, memory, tables, globals and exports.
 *
 * It is for modules whose structure and types were checked before, by `readWasmModule` and by the engine; what goes
 * beyond WebAssembly 2.0 with one memory is refused here, as the meter could not bound it.
 */
import {
  type ByteCursor,
  hexByte,
  readByte,
  readCount,
  readName,
  readUnsigned,
} from "../packages/byte-cursor.ts";
import { readValueType, refuseFeature } from "./read-instruction.ts";

/** Parameters and results by the bytes of their types. */
export interface FunctionType {
  readonly params: readonly number[];
  readonly results: readonly number[];
}

/** Sizes in pages of 64 KiB, or in entries. */
export interface SizeLimits {
  readonly minimum: number;
  readonly maximum: number | undefined;
  /** Offset in the module. */
  readonly offset: number;
}

/** A table that the module defines. */
export interface TableLayout extends SizeLimits {
  readonly element_type: number;
}

/** An import. */
export interface ImportLayout {
  readonly module: string;
  readonly name: string;
  readonly kind: "function" | "memory" | "other";
  readonly type?: FunctionType;
  readonly offset: number;
}

/** An export; kind 0 is a function, 2 the memory. */
export interface ExportLayout {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
}

/** What a module is made of. */
export interface WasmLayout {
  readonly bytes: Uint8Array;
  /** Content of each section but custom ones, by id, each with the cursor at its start. */
  readonly sections: ReadonlyMap<number, ByteCursor>;
  readonly types: readonly FunctionType[];
  readonly imports: readonly ImportLayout[];
  /** Every function, imported ones first. */
  readonly functions: readonly FunctionType[];
  readonly imported_functions: number;
  readonly memory: (SizeLimits & { readonly is_imported: boolean }) | undefined;
  readonly tables: readonly TableLayout[];
  readonly globals: number;
  readonly exports: readonly ExportLayout[];
}

/** Highest id of a section; 13 is for exceptions. */
const LAST_SECTION = 12;

/** Reads a module. Throws a WasmReadError for what the sandbox does not support. */
export function readWasmLayout(bytes: Uint8Array): WasmLayout {
  const sections = sectionsOf(bytes);
  const listOf = <T>(id: number, read: (cursor: ByteCursor) => T): T[] => {
    const section = sections.get(id);
    if (section === undefined) return [];
    const cursor = { ...section };
    return Array.from({ length: readCount(cursor, cursor.stretch) }, () => read(cursor));
  };
  const types = listOf(1, readFunctionType);
  const memories: (SizeLimits & { readonly is_imported: boolean })[] = [];
  const typeAt = (cursor: ByteCursor) => types[readUnsigned(cursor, "the type of a function")] ?? NO_TYPE;
  const imports = listOf(2, (cursor): ImportLayout => {
    const offset = cursor.at;
    const module = readName(cursor, "an import");
    const name = readName(cursor, "an import");
    const kind = readByte(cursor, "an import");
    if (kind === 0) return { module, name, kind: "function", type: typeAt(cursor), offset };
    if (kind === 2) {
      memories.push({ ...readLimits(cursor, "the memory"), is_imported: true });
      return { module, name, kind: "memory", offset };
    }
    if (kind === 1) {
      readValueType(cursor, "the type of a table");
      readLimits(cursor, "a table");
    } else if (kind === 3) {
      readValueType(cursor, "the type of a global");
      readByte(cursor, "a global");
    } else refuseFeature("an import", { offset, received: `the kind ${kind}` });
    return { module, name, kind: "other", offset };
  });
  const imported = imports.flatMap(({ type }) => (type === undefined ? [] : [type]));
  const defined = listOf(3, typeAt);
  const tables = listOf(4, (cursor): TableLayout => {
    const element_type = readValueType(cursor, "the type of a table");
    return { element_type, ...readLimits(cursor, "a table") };
  });
  memories.push(...listOf(5, (cursor) => ({ ...readLimits(cursor, "the memory"), is_imported: false })));
  const [memory, second] = memories;
  if (second !== undefined)
    refuseFeature("the memory", { offset: second.offset, received: "a second memory" });
  const globals = sections.get(6);
  const exports = listOf(7, (cursor) => ({
    name: readName(cursor, "an export"),
    kind: readByte(cursor, "an export"),
    index: readUnsigned(cursor, "an export"),
  }));
  return {
    bytes,
    sections,
    types,
    imports,
    functions: [...imported, ...defined],
    imported_functions: imported.length,
    memory,
    tables,
    // Imported ones are refused by everybody who runs a module, so that these are all.
    globals: globals === undefined ? 0 : readCount({ ...globals }, globals.stretch),
    exports,
  };
}

const NO_TYPE: FunctionType = { params: [], results: [] };

function sectionsOf(bytes: Uint8Array): Map<number, ByteCursor> {
  const cursor: ByteCursor = { bytes, at: 8, end: bytes.length, stretch: "the artifact" };
  const sections = new Map<number, ByteCursor>();
  while (cursor.at < cursor.end) {
    const offset = cursor.at;
    const id = readByte(cursor, "the id of a section");
    const size = readUnsigned(cursor, "the size of a section");
    if (id > LAST_SECTION) refuseFeature("a section", { offset, received: `the section ${id}` });
    const section = { bytes, at: cursor.at, end: cursor.at + size, stretch: `section ${id}` };
    if (id !== 0) sections.set(id, section);
    cursor.at = section.end;
  }
  return sections;
}

function readFunctionType(cursor: ByteCursor): FunctionType {
  const offset = cursor.at;
  const form = readByte(cursor, "a type");
  if (form !== 0x60) refuseFeature("a type", { offset, received: `the form ${hexByte(form)}` });
  const list = () =>
    Array.from({ length: readCount(cursor, "a type") }, () => readValueType(cursor, "a type of a function"));
  return { params: list(), results: list() };
}

function readLimits(cursor: ByteCursor, subject: string): SizeLimits {
  const offset = cursor.at;
  const flag = readByte(cursor, subject);
  if (flag > 1) refuseFeature(subject, { offset, received: "one that is shared or has 64-bit addresses" });
  const minimum = readUnsigned(cursor, subject);
  return { minimum, maximum: flag === 1 ? readUnsigned(cursor, subject) : undefined, offset };
}
