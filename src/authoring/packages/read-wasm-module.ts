/**
 * A small strict reader of WebAssembly binaries, version 1: header, sections, imports.
 *
 * It proves the structure that the rules of packages stand on (every section within the file, known, in order and at
 * most once, every import readable, a body for each function) and leaves types and code to the engine that runs the
 * module. Work and memory are bounded by the length of the bytes, whatever sizes and counts they claim.
 */
import {
  type ByteCursor,
  hexByte,
  readByte,
  readCount,
  readName,
  readUnsigned,
  refuseBytes,
  requireBytes,
  WasmReadError,
  WHOLE_ARTIFACT,
} from "./byte-cursor.ts";
import type { PackageFault } from "./package-finding.ts";
import { readWasmImports, type WasmImport } from "./read-wasm-imports.ts";

/** The imports of a module, or why the bytes are no module. */
export type WasmReading =
  | { readonly ok: true; readonly imports: readonly WasmImport[] }
  | { readonly ok: false; readonly fault: PackageFault };

/** Bytes that every module and component begins with: `\0asm`. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

/** Sections by id, in the order in which they stand in a module; custom sections (0) stand anywhere. */
const SECTIONS = new Map([
  [1, "type"],
  [2, "import"],
  [3, "function"],
  [4, "table"],
  [5, "memory"],
  [13, "tag"],
  [6, "global"],
  [7, "export"],
  [8, "start"],
  [9, "element"],
  [12, "data count"],
  [10, "code"],
  [11, "data"],
]);

/** Rank of each section in the order. */
const RANKS = new Map([...SECTIONS.keys()].map((id, rank) => [id, rank + 1]));

/** Sections that are one number instead of a list: the start function and the number of data segments. */
const SINGLE_NUMBERS: ReadonlySet<number> = new Set([8, 12]);

/** Reads a module. Never throws, whatever the bytes; the first thing that is wrong ends the reading. */
export function readWasmModule(bytes: Uint8Array): WasmReading {
  const cursor: ByteCursor = { bytes, at: 0, end: bytes.length, stretch: WHOLE_ARTIFACT };
  try {
    readHeader(cursor);
    return { ok: true, imports: readSections(cursor) };
  } catch (error) {
    if (error instanceof WasmReadError) return { ok: false, fault: error.fault };
    throw error;
  }
}

function readHeader(cursor: ByteCursor): void {
  const { bytes } = cursor;
  const start = [...bytes.subarray(0, 4)];
  if (start.length === 0 || start.some((byte, index) => byte !== MAGIC[index])) {
    throw new WasmReadError({
      reason_code: "wasm_magic_missing",
      subject: "the artifact as WebAssembly",
      offset: 0,
      expected: `the magic bytes ${MAGIC.map(hexByte).join(" ")}`,
      received: start.length === 0 ? "no bytes" : start.map(hexByte).join(" "),
      // "(": the text format.
      ...(start[0] === 0x28 && { hint: "Compile the text format to a binary first, as wat2wasm does" }),
    });
  }
  requireBytes(cursor, "the header of the module", { count: 8 });
  cursor.at = 8;
  const halfAt = (at: number) => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x100;
  const [version, layer] = [halfAt(4), halfAt(6)];
  if (version === 1 && layer === 0) return;
  const isComponent = layer === 1;
  throw new WasmReadError({
    reason_code: isComponent ? "wasm_component_refused" : "wasm_version_unsupported",
    subject: "the version of the module",
    offset: 4,
    expected: "version 1 of a core module (layer 0)",
    received: isComponent ? `version ${version} of a component (layer 1)` : `${version} (layer ${layer})`,
  });
}

function readSections(cursor: ByteCursor): readonly WasmImport[] {
  let imports: readonly WasmImport[] = [];
  const counts = new Map<number, number>();
  let previous = 0;
  while (cursor.at < cursor.end) {
    const offset = cursor.at;
    const id = readByte(cursor, "the id of a section");
    const section = id === 0 ? "custom" : SECTIONS.get(id);
    if (section === undefined) {
      const expected = "the id of a section of a core module, from 0 to 13";
      refuseBytes("the id of a section", { offset, expected, received: `${id}` });
    }
    if (id !== 0) previous = requireInOrder(id, previous, { offset });
    const content = readContent(cursor, `the ${section} section`);
    if (id === 0) readName(content, "the name of a custom section");
    else if (id === 2) imports = readWasmImports(content);
    else if (SINGLE_NUMBERS.has(id))
      counts.set(id, readUnsigned(content, `the number in ${content.stretch}`));
    else counts.set(id, readCount(content, `the number of items in ${content.stretch}`));
    if (id === 2 || SINGLE_NUMBERS.has(id)) requireEnd(content);
  }
  requireSameCount(counts, [3, 10], { offset: cursor.end });
  if (counts.has(12)) requireSameCount(counts, [12, 11], { offset: cursor.end });
  return imports;
}

/** A file that was cut between two sections looks whole but for these counts, which have to agree. */
function requireSameCount(
  counts: ReadonlyMap<number, number>,
  [promised, given]: readonly [number, number],
  { offset }: { offset: number },
): void {
  const [expected, received] = [counts.get(promised) ?? 0, counts.get(given) ?? 0];
  if (expected === received) return;
  refuseBytes(`the ${SECTIONS.get(given)} section`, {
    offset,
    expected: `${expected} items, as the ${SECTIONS.get(promised)} section says,`,
    received: `${received} by the end of the artifact`,
  });
}

/** The id, if its section may stand behind the previous one. */
function requireInOrder(id: number, previous: number, { offset }: { offset: number }): number {
  if ((RANKS.get(id) ?? 0) > (RANKS.get(previous) ?? 0)) return id;
  const received = id === previous ? "a second one" : `it after the ${SECTIONS.get(previous)} section`;
  return refuseBytes(`the ${SECTIONS.get(id)} section`, {
    offset,
    expected: "each section once and in order",
    received,
  });
}

/** A cursor over the content of the section; the outer one moves behind it. */
function readContent(cursor: ByteCursor, stretch: string): ByteCursor {
  const size = readUnsigned(cursor, `the size of ${stretch}`);
  requireBytes(cursor, stretch, { count: size });
  const at = cursor.at;
  cursor.at += size;
  return { bytes: cursor.bytes, at, end: cursor.at, stretch };
}

function requireEnd({ at, end, stretch }: ByteCursor): void {
  if (at === end) return;
  refuseBytes(stretch, {
    offset: at,
    expected: "its end, as its content ends here",
    received: `${end - at} further ${end - at === 1 ? "byte" : "bytes"}`,
  });
}
