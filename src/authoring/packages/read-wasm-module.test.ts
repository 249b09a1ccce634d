import { describe, expect, test } from "vitest";

import { readWasmModule } from "./read-wasm-module.ts";
import {
  custom,
  HEADER,
  importing,
  importSection,
  leb,
  name,
  SMALL_NODE,
  section,
  TYPE_SECTION,
  wasm,
} from "./wasm-module.test-kit.ts";

const faultOf = (bytes: Uint8Array) => {
  const reading = readWasmModule(bytes);
  return reading.ok ? undefined : reading.fault;
};

describe("modules that are read", () => {
  test("an empty module imports nothing", () => {
    expect(readWasmModule(wasm())).toEqual({ ok: true, imports: [] });
  });

  test("imports come in order, with module, name, kind and offset", () => {
    const reading = readWasmModule(SMALL_NODE);
    const imports = reading.ok ? reading.imports : [];
    expect(imports.map(({ module, name: item, kind }) => [module, item, kind])).toEqual([
      ["wasi:io/streams@0.2.0", "read", "function"],
      ["env", "memory", "memory"],
      ["wasi:clocks/monotonic-clock@0.2.0", "now", "function"],
      ["env", "emit", "function"],
    ]);
    expect(SMALL_NODE[imports[0]!.offset]).toBe("wasi:io/streams@0.2.0".length);
  });

  test("sizes and counts may be padded to five bytes, as linkers pad them", () => {
    const padded = importSection([{ module: "env", name: "f", kind: "function" }], 5);
    expect(readWasmModule(wasm(TYPE_SECTION, padded)).ok).toBe(true);
  });

  test("custom sections may stand anywhere", () => {
    expect(readWasmModule(wasm(custom("a"), TYPE_SECTION, custom("a"), custom("b", [9]))).ok).toBe(true);
  });

  test.each([
    ["a reference to a function", [3, 0x70, 1]],
    ["a nullable reference to a type by its index", [3, 0x63, 0, 0]],
    ["a reference to an abstract heap type", [3, 0x64, 0x6e, 0]],
    ["a shared memory", [2, 3, 1, 2]],
    ["a memory of 64-bit addresses", [2, 4, ...leb(2 ** 40, 10)]],
  ])("an import may be %s", (_, description) => {
    const content = [1, ...name("env"), ...name("x"), ...description];
    expect(readWasmModule(wasm(TYPE_SECTION, section(2, content))).ok).toBe(true);
  });
});

/** The import section begins at byte 8 and its content at byte 10. */
const oneImport = (...content: readonly number[]) => wasm(section(2, content));

describe("bytes that are refused", () => {
  test.each([
    ["nothing", Uint8Array.of(), "wasm_magic_missing", 0],
    ["a text", new TextEncoder().encode("(module)"), "wasm_magic_missing", 0],
    ["a part of the magic", Uint8Array.of(0, 0x61), "wasm_truncated", 0],
    ["a header without its end", Uint8Array.from(HEADER.slice(0, 7)), "wasm_truncated", 0],
    ["version 2", Uint8Array.from([...HEADER.slice(0, 4), 2, 0, 0, 0]), "wasm_version_unsupported", 4],
    ["a component", Uint8Array.from([...HEADER.slice(0, 4), 0x0d, 0, 1, 0]), "wasm_component_refused", 4],
    ["an unknown section", wasm([14, 0]), "wasm_malformed", 8],
    ["a section twice", wasm(TYPE_SECTION, TYPE_SECTION), "wasm_malformed", 14],
    ["a section too late", wasm(section(2, [0]), TYPE_SECTION), "wasm_malformed", 11],
    ["functions without code", wasm(TYPE_SECTION, section(3, [1, 0])), "wasm_malformed", 18],
    ["data segments that are missing", wasm(section(12, [1])), "wasm_malformed", 11],
    ["data count behind code", wasm(section(10, [0]), section(12, [0])), "wasm_malformed", 11],
    ["a section without a size", wasm([1]), "wasm_truncated", 9],
    ["a size without an end", wasm([1, 0x80]), "wasm_truncated", 10],
    ["a size of six bytes", wasm([1, ...leb(4, 6), 1, 0x60, 0, 0]), "wasm_malformed", 9],
    ["a size beyond 32 bits", wasm([1, 0xff, 0xff, 0xff, 0xff, 0x1f]), "wasm_malformed", 9],
    ["a size beyond the end", wasm([1, 5, 1, 0x60, 0, 0]), "wasm_truncated", 10],
    ["a size of 4 GiB", wasm([0, ...leb(2 ** 32 - 1)]), "wasm_truncated", 14],
    ["an empty section", wasm([1, 0]), "wasm_malformed", 10],
    ["a custom section without a name", wasm([0, 0]), "wasm_malformed", 10],
    ["a name beyond its section", wasm([0, 2, 5, 0x61]), "wasm_malformed", 11],
    ["a name that is not UTF-8", wasm([0, 4, 3, 0x61, 0xc3, 0x28]), "wasm_malformed", 12],
    ["a huge count of types", wasm(section(1, leb(2 ** 32 - 1))), "wasm_malformed", 10],
    ["a huge count of imports", oneImport(...leb(2 ** 32 - 1)), "wasm_malformed", 10],
    ["imports with something behind them", oneImport(0, 0), "wasm_malformed", 11],
    ["an import of an unknown kind", oneImport(1, 1, 0x61, 1, 0x61, 5, 0), "wasm_malformed", 15],
    ["a memory with unknown limits", oneImport(1, 1, 0x61, 1, 0x61, 2, 8, 0), "wasm_malformed", 16],
    ["a table of numbers", oneImport(1, 1, 0x61, 1, 0x61, 1, 0x7f, 0, 0), "wasm_malformed", 16],
    ["a global of no type", oneImport(1, 1, 0x61, 1, 0x61, 3, 0x00, 0), "wasm_malformed", 16],
    [
      "a global neither constant nor variable",
      oneImport(1, 1, 0x61, 1, 0x61, 3, 0x7f, 2),
      "wasm_malformed",
      17,
    ],
    [
      "a reference to a negative type",
      oneImport(1, 1, 0x61, 1, 0x61, 3, 0x63, 0x40, 0),
      "wasm_malformed",
      17,
    ],
    ["a tag with an attribute", oneImport(1, 1, 0x61, 1, 0x61, 4, 1, 0), "wasm_malformed", 16],
  ] as const)("%s", (_, bytes, reason_code, offset) => {
    expect(faultOf(bytes)).toMatchObject({ reason_code, offset });
  });

  test("too many import modules and too long names are beyond the limits", () => {
    const modules = Array.from({ length: 1_001 }, (_, index) => `m${index}`);
    expect(faultOf(importing(...modules))).toMatchObject({
      reason_code: "wasm_limit_exceeded",
      received: "1001",
    });
    expect(faultOf(importing(...modules.slice(1)))).toBeUndefined();
    expect(faultOf(importing("m".repeat(100_001)))).toMatchObject({
      reason_code: "wasm_limit_exceeded",
      subject: "the module name of import 0",
    });
    const many = section(2, [...leb(100_001), ...Array.from({ length: 400_004 }, () => 0)]);
    expect(faultOf(wasm(many))).toMatchObject({ reason_code: "wasm_limit_exceeded", offset: 12 });
  });

  test("memory that is shared with a worker is read like any other", () => {
    const shared = new Uint8Array(new SharedArrayBuffer(SMALL_NODE.length));
    shared.set(SMALL_NODE);
    expect(readWasmModule(shared)).toEqual(readWasmModule(SMALL_NODE));
  });
});
