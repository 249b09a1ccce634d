/**
 * All engines against the slow reading over damaged lines: the same accumulator, the same refusals.
 *
 * With RSPP_FULL=1 over a million lines instead of twenty thousand.
 */
import { describe, expect, it } from "vitest";

import { createDice, mutatedFile, pushInPieces, readSlowly } from "./mutated-lines.test-kit.ts";
import { SCAN_LAYOUT } from "./scan-layout.ts";
import { createTurnScanner, type TurnScannerOptions } from "./turn-scanner.ts";
import { wasmScan } from "./wasm-scan.ts";

const LINES_A_FILE = 2000;
const files = process.env["RSPP_FULL"] === "1" ? 550 : 10;
const ENGINES = ["wasm", "javascript", "parse"] as const;

const OPTIONS: readonly TurnScannerOptions[] = [
  {},
  { maxViolationsPerCode: 3 },
  { anchor: "playback", maxViolationsPerCode: 40 },
  { anchor: "terminal", maxViolationsPerCode: 0 },
];

/** What keeps the engines from agreeing over the files of some seeds; undefined if nothing does. */
function disagreement(seeds: number, plant?: (file: Uint8Array) => Uint8Array): string | undefined {
  for (let seed = 0; seed < seeds; seed += 1) {
    const dice = createDice(seed);
    const file = mutatedFile(LINES_A_FILE, dice);
    const options = OPTIONS[seed % OPTIONS.length]!;
    const expected = readSlowly(file, options);
    const faults = new Set<string>();
    for (const engine of ENGINES) {
      const scanner = createTurnScanner({ ...options, engine, maxMalformedKept: LINES_A_FILE * 4 });
      pushInPieces(scanner, { file: plant === undefined || engine === "parse" ? file : plant(file), dice });
      const { accumulator, malformed, lines, fast_lines, slow_lines } = scanner.toJSON();
      const refused = malformed.first.map(({ line }) => line);
      if (scanner.engine !== engine) return `${engine} is not to be had`;
      if (JSON.stringify(accumulator) !== expected.accumulator) return `${engine}, seed ${seed}: accumulator`;
      if (refused.join() !== expected.refused.join()) return `${engine}, seed ${seed}: refused lines`;
      if (lines !== fast_lines + slow_lines || (engine !== "parse" && fast_lines * 5 < lines)) {
        return `${engine}, seed ${seed}: ${fast_lines} of ${lines} lines recognised`;
      }
      faults.add(JSON.stringify(malformed));
    }
    if (faults.size > 1) return `seed ${seed}: faults differ between engines`;
  }
  return undefined;
}

describe("the engines", () => {
  it("say of damaged files what reading them line by line says", { timeout: 600_000 }, () => {
    expect(disagreement(files)).toBeUndefined();
  });

  it("are caught by this test when they misread one byte of any kind", () => {
    const misread = (from: string, to: string) => (file: Uint8Array) =>
      Buffer.from(Buffer.from(file).toString("latin1").replace(from, to), "latin1");
    const nullified = misread('"accepted":true,"happy_path":true', '"accepted":true,"happy_path":null');
    expect(disagreement(1, nullified)).toMatch(/^(wasm, )?seed 0/);
    const incomplete = misread('"baseline_complete":true', '"baseline_complete":false');
    expect(disagreement(1, incomplete)).toMatch(/^(wasm, )?seed 0/);
  });
});

describe("the compiled scanner", () => {
  it("can be had here", () => {
    expect(wasmScan()?.buffer.byteLength).toBeGreaterThanOrEqual(SCAN_LAYOUT.BYTES);
  });
});
