/** WebAssembly modules written byte by byte, and packages of them that a test breaks on purpose. */
import { sha256Hex } from "../../internal/sha256.ts";
import type { NodePackageManifest } from "./node-package-manifest.ts";
import { packageNode } from "./package-node.ts";
import type { WasmImportKind } from "./read-wasm-imports.ts";

/** Magic and version of a core module. */
export const HEADER: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** An unsigned LEB128 integer, padded to `width` bytes where that is more than it needs. */
export function leb(value: number, width = 1): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push(rest % 0x80);
    rest = Math.floor(rest / 0x80);
  } while (rest > 0 || bytes.length < width);
  return bytes.map((byte, index) => (index < bytes.length - 1 ? byte + 0x80 : byte));
}

/** A name: its length in bytes and its UTF-8. */
export function name(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [...leb(bytes.length), ...bytes];
}

/** A section; its size padded to `width` bytes. */
export const section = (id: number, content: readonly number[], width = 1): number[] => [
  id,
  ...leb(content.length, width),
  ...content,
];

/** A custom section. */
export const custom = (title: string, content: readonly number[] = []): number[] =>
  section(0, [...name(title), ...content]);

/** One function type, without parameters and results. */
export const TYPE_SECTION: readonly number[] = section(1, [1, 0x60, 0, 0]);

/** An import to be written. */
export interface ImportOf {
  readonly module: string;
  readonly name: string;
  readonly kind: WasmImportKind;
}

/** Descriptions that are valid in a module with one function type. */
export const DESCRIPTIONS: Readonly<Record<WasmImportKind, readonly number[]>> = {
  function: [0, 0],
  table: [1, 0x70, 1, 1, 0x90, 0x01],
  memory: [2, 0, 1],
  global: [3, 0x7f, 0],
  tag: [4, 0, 0],
};

/** An import section. */
export const importSection = (imports: readonly ImportOf[], width = 1): number[] =>
  section(
    2,
    [
      ...leb(imports.length, width),
      ...imports.flatMap((item) => [...name(item.module), ...name(item.name), ...DESCRIPTIONS[item.kind]]),
    ],
    width,
  );

/** A module of these sections. */
export const wasm = (...sections: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([...HEADER, ...sections.flat()]);

/** A module that imports one function from each of these modules. */
export const importing = (...modules: readonly string[]): Uint8Array =>
  wasm(TYPE_SECTION, importSection(modules.map((module) => ({ module, name: "run", kind: "function" }))));

/** A module that does something: imports from WASI and from `env`, and exports a function of its own. */
export const SMALL_NODE: Uint8Array = wasm(
  TYPE_SECTION,
  importSection([
    { module: "wasi:io/streams@0.2.0", name: "read", kind: "function" },
    { module: "env", name: "memory", kind: "memory" },
    { module: "wasi:clocks/monotonic-clock@0.2.0", name: "now", kind: "function" },
    { module: "env", name: "emit", kind: "function" },
  ]),
  section(3, [1, 0]),
  section(7, [1, ...name("process"), 0, 3]),
  section(10, [1, 2, 0, 0x0b]),
  custom("producers", [1, 2, 3]),
);

/** An artifact and what its manifest says. */
export interface Package {
  readonly artifact: Uint8Array;
  readonly manifest: NodePackageManifest;
}

/** The package of a small node, for `wasm_wasi`. Throws if it cannot be packaged. */
export function smallPackage(): Package {
  const packaged = packageNode(SMALL_NODE, { runtime_profile: "wasm_wasi", host_modules: ["env"] });
  if (!packaged.ok) throw new Error(`Cannot package the small node: ${packaged.reason_codes.join(", ")}`);
  return { artifact: SMALL_NODE.slice(), manifest: packaged.manifest };
}

/** The package with another artifact, of which the manifest has the true size and hash. */
export const withArtifact = ({ manifest }: Package, artifact: Uint8Array): Package => ({
  artifact,
  manifest: {
    ...manifest,
    artifact_sha256: sha256Hex(artifact),
    artifact_size_bytes: artifact.length,
  },
});
