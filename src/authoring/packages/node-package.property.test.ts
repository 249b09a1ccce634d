import fc from "fast-check";
import { expect, test } from "vitest";

import { inspectNodePackage } from "./inspect-node-package.ts";
import { packageNode } from "./package-node.ts";
import type { WasmImportKind } from "./read-wasm-imports.ts";
import { readWasmModule } from "./read-wasm-module.ts";
import {
  custom,
  HEADER,
  importSection,
  SMALL_NODE,
  section,
  TYPE_SECTION,
  wasm,
} from "./wasm-module.test-kit.ts";

const kinds: readonly WasmImportKind[] = ["function", "table", "memory", "global"];

const importOf = (module: fc.Arbitrary<string>) =>
  fc.record({
    module,
    name: fc.string({ unit: "grapheme", maxLength: 12 }),
    kind: fc.constantFrom(...kinds),
  });

/** A valid module: engines of today allow one memory, so the imports have at most one. */
const moduleOf = (module: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.array(importOf(module), { maxLength: 12 }),
      fc.constantFrom(1, 2, 5),
      fc.string({ maxLength: 9 }),
    )
    .map(([drawn, width, title]) => {
      const memory = drawn.findIndex(({ kind }) => kind === "memory");
      const imports = drawn.filter(({ kind }, index) => kind !== "memory" || index === memory);
      return wasm(
        custom(title),
        TYPE_SECTION,
        importSection(imports, width),
        section(3, [0]),
        custom(title, [7]),
      );
    });

const anyModule = moduleOf(fc.string({ unit: "grapheme", maxLength: 20 }));
const nodeModule = moduleOf(fc.constantFrom("env", "wasi:io/streams@0.2.0", "wasi:http/types@0.2.3-rc-1"));
const options = { runtime_profile: "channel_automation_wasi", host_modules: ["env"] } as const;

const packaged = (artifact: Uint8Array): string => {
  const result = packageNode(artifact, options);
  if (!result.ok) throw new Error(result.findings[0]?.message);
  return result.manifest_text;
};

test("the reader agrees with the engine about every valid module", () => {
  fc.assert(
    fc.property(anyModule, (bytes) => {
      const reading = readWasmModule(bytes);
      const imports = reading.ok && reading.imports.map(({ module, name, kind }) => ({ module, name, kind }));
      const expected = WebAssembly.Module.imports(new WebAssembly.Module(Uint8Array.from(bytes)));
      expect(imports).toEqual(expected.map(({ module, name, kind }) => ({ module, name, kind })));
    }),
    { seed: 41, numRuns: 300 },
  );
});

test("the reader refuses nothing that the engine accepts, however the bytes are changed", () => {
  const change = fc.tuple(fc.nat(SMALL_NODE.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const bytes = Uint8Array.from(SMALL_NODE);
      for (const [at, byte] of changes) bytes[at] = byte;
      if (WebAssembly.validate(bytes)) expect(readWasmModule(bytes).ok).toBe(true);
    }),
    { seed: 42, numRuns: 2_000 },
  );
});

test("a package that was written is compliant, and written twice it is the same", () => {
  fc.assert(
    fc.property(nodeModule, (artifact) => {
      const text = packaged(artifact);
      expect(packaged(Uint8Array.from(artifact))).toBe(text);
      expect(inspectNodePackage(text, artifact)).toMatchObject({ compliant: true, reason_codes: [] });
    }),
    { seed: 43 },
  );
});

test("no truncation is compliant", () => {
  const text = packaged(SMALL_NODE);
  for (let length = 0; length < SMALL_NODE.length; length += 1) {
    const { reason_codes } = inspectNodePackage(text, SMALL_NODE.subarray(0, length));
    expect(reason_codes).toEqual(
      expect.arrayContaining(["artifact_size_mismatch", "artifact_hash_mismatch"]),
    );
  }
});

test("no change of a single byte is compliant", () => {
  const text = packaged(SMALL_NODE);
  fc.assert(
    fc.property(fc.nat(SMALL_NODE.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = SMALL_NODE.map((byte, index) => (index === at ? byte ^ flip : byte));
      expect(inspectNodePackage(text, changed).reason_codes).toContain("artifact_hash_mismatch");
    }),
    { seed: 44, numRuns: 1_000 },
  );
});

test("the reader answers any bytes with a value", () => {
  const tail = fc.uint8Array({ maxLength: 200 });
  const bytes = fc.oneof(
    tail,
    tail.map((rest) => Uint8Array.from([...HEADER, ...rest])),
    tail.map((rest) => wasm(section(2, [...rest]))),
  );
  fc.assert(
    fc.property(bytes, (input) => {
      const reading = readWasmModule(input);
      if (reading.ok) return;
      expect(reading.fault.offset).toBeGreaterThanOrEqual(0);
      expect(reading.fault.offset).toBeLessThanOrEqual(input.length);
    }),
    { seed: 45, numRuns: 5_000 },
  );
});

test("the inspection answers any manifest with a report", () => {
  const json = fc.json({ maxDepth: 3 });
  fc.assert(
    fc.property(fc.oneof(json, fc.string(), fc.uint8Array({ maxLength: 60 })), (manifest) => {
      expect(inspectNodePackage(manifest, SMALL_NODE).compliant).toBe(false);
    }),
    { seed: 46, numRuns: 500 },
  );
});
