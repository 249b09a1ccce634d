/** The engines that recognise plain lines, and the choice between them. */
import { SCAN_LAYOUT } from "./scan-layout.ts";
import { createScanMemory, type ScanMemory } from "./scan-memory.ts";
import { scriptScan } from "./script-scan.ts";
import { wasmScan } from "./wasm-scan.ts";

/** How lines are recognised: `parse` recognises none, so that every line takes the full path. */
export type ScanEngineName = "wasm" | "javascript" | "parse";

/** Recognises lines in its memory and counts them there. */
export interface ScanEngine {
  readonly name: ScanEngineName;
  readonly memory: ScanMemory;
  /** Scans the input from one place to another, behind a line feed; gives back one of SCAN. */
  scan(from: number, to: number): number;
}

/** Longest line that an engine recognises, so that any line it knows fits into its input beside another. */
const LONGEST_PLAIN_LINE = SCAN_LAYOUT.INPUT_BYTES / 4;

/** An engine; where WebAssembly with SIMD cannot be had, the one in JavaScript stands in. */
export function createScanEngine(wanted: ScanEngineName | "auto", maxLineBytes: number): ScanEngine {
  const longest = Math.min(maxLineBytes, LONGEST_PLAIN_LINE);
  const wasm = wanted === "auto" || wanted === "wasm" ? wasmScan() : undefined;
  if (wasm !== undefined) {
    return { name: "wasm", memory: createScanMemory(wasm.buffer, longest), scan: wasm.scan };
  }
  const memory = createScanMemory(new ArrayBuffer(SCAN_LAYOUT.BYTES), longest);
  return wanted === "parse"
    ? { name: "parse", memory, scan: unknownLine }
    : { name: "javascript", memory, scan: scriptScan(memory) };

  function unknownLine(from: number, to: number): number {
    memory.line[0] = SCAN_LAYOUT.INPUT + from;
    return from < to ? 2 : 0;
  }
}
