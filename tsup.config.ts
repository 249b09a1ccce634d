import { defineConfig, type Options } from "tsup";

/** Entries that are one file each: loading many chunks would take longer than reading the same code twice. */
const single = {
  "v1/index": "src/v1/index.ts",
  "v1/gates": "src/v1/gates.ts",
  "v1/evidence": "src/v1/evidence.ts",
  "v1/validate": "src/v1/validate.ts",
};

const sharing = {
  "v1/schemas": "src/v1/schemas.ts",
  "v1/trace": "src/v1/trace.ts",
  "v1/arbitraries": "src/v1/arbitraries.ts",
  "v1/authoring": "src/v1/authoring.ts",
  "v1/conformance": "src/v1/conformance.ts",
};

const entry = { ...single, ...sharing };

const library = {
  target: "es2022",
  platform: "neutral",
  external: [/^node:/],
  // Deno and edge workers know built-in modules by their full names only.
  removeNodeProtocol: false,
  splitting: true,
  treeshake: false,
  outDir: "dist",
} satisfies Options;

export default defineConfig([
  // The program is built with the entries that it uses, so that they share their chunks.
  {
    ...library,
    format: ["esm"],
    entry: { ...sharing, "cli/main": "src/cli/main.ts" },
    dts: { entry },
    clean: true,
  },
  { ...library, format: ["esm"], entry: single, splitting: false },
  // Apart from the program, so that a worker thread loads what it needs and no more.
  {
    ...library,
    format: ["esm"],
    entry: { "cli/scan-worker": "src/cli/scale/scan-worker.ts" },
  },
  { ...library, format: ["cjs"], entry, dts: { entry } },
]);
