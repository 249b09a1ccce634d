/**
 * Compiles the scanner of turn lines to WebAssembly and writes it as a TypeScript module.
 *
 * As text inside of a module it needs no file, no fetch and no loader wherever it runs.
 */
import { readFileSync } from "node:fs";

import { main as compile } from "assemblyscript/asc";

import { SCAN_LAYOUT } from "../../../src/gates/slo/scan/scan-layout.ts";

const SOURCE = new URL("turn-scanner.as", import.meta.url);
const PAGE_BYTES = 65_536;

const FLAGS = [
  ["--optimizeLevel", "3"],
  ["--shrinkLevel", "0"],
  ["--converge"],
  ["--noAssert"],
  ["--runtime", "stub"],
  ["--enable", "simd"],
  ["--use", "abort="],
].flat();

/** The module of the scanner, as a file below the folder of generated files. */
export async function scanModule(): Promise<{ readonly path: string; readonly text: string }> {
  const code = Buffer.from(await compiledScanner()).toString("base64");
  const lines = code.match(/.{1,100}/g) ?? [];
  const text = `/** The scanner of turn lines, compiled from scripts/generate/scan/turn-scanner.as by \`npm run generate\`. */

/** The WebAssembly module in base64. */
export const TURN_SCANNER_MODULE =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`;
  return { path: "turn-scanner-module.ts", text };
}

async function compiledScanner(): Promise<Uint8Array> {
  const constants = Object.entries(SCAN_LAYOUT).map(([name, value]) => `const ${name}: usize = ${value};\n`);
  const source = constants.join("") + readFileSync(SOURCE, "utf8");
  let module: Uint8Array | undefined;
  const pages = Math.ceil(SCAN_LAYOUT.BYTES / PAGE_BYTES);
  const { error, stderr } = await compile(
    [
      "scanner.ts",
      "-o",
      "scanner.wasm",
      "--initialMemory",
      `${pages}`,
      "--maximumMemory",
      `${pages}`,
      ...FLAGS,
    ],
    {
      readFile: (name) => (name === "scanner.ts" ? source : null),
      writeFile: (_name, content) => {
        if (typeof content !== "string") module = content;
      },
      listFiles: () => [],
    },
  );
  if (module !== undefined && error === null) return module;
  throw new Error(`Cannot compile the scanner: expected a module but received\n${stderr.toString()}`);
}
