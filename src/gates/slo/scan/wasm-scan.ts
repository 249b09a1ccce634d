/** The scanner in WebAssembly with SIMD, where the platform can have one. */
import { TURN_SCANNER_MODULE } from "./generated/turn-scanner-module.ts";
import { SCAN_LAYOUT } from "./scan-layout.ts";

/** A scanner and its memory, of which this is the whole. */
export interface WasmScan {
  readonly buffer: ArrayBuffer;
  /** As ScanEngine.scan. */
  scan(from: number, to: number): number;
}

let compiled: WebAssembly.Module | false | undefined;

/** A new instance, or undefined where WebAssembly, SIMD, the right to compile or the memory is missing. */
export function wasmScan(): WasmScan | undefined {
  try {
    compiled ??= compile();
    if (compiled === false) return undefined;
    const { memory, scan } = new WebAssembly.Instance(compiled).exports as unknown as {
      memory: WebAssembly.Memory;
      scan(from: number, to: number): number;
    };
    const at = SCAN_LAYOUT.INPUT;
    return { buffer: memory.buffer as ArrayBuffer, scan: (from, to) => scan(at + from, at + to) };
  } catch {
    // Some hosts forbid the compilation of bytes; they say so by throwing, each in its own way.
    return undefined;
  }
}

function compile(): WebAssembly.Module | false {
  if (typeof WebAssembly !== "object") return false;
  const bytes = Uint8Array.from(atob(TURN_SCANNER_MODULE), (character) => character.charCodeAt(0));
  return WebAssembly.validate(bytes) && new WebAssembly.Module(bytes);
}
