/** Times the engines of the turn scanner over a file: `npx tsx bench/scale/scan/bench-scan.mts <file.ndjson> [runs]`. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

import { createTurnScanner, type TurnScannerOptions } from "../../../src/gates/slo/scan/turn-scanner.ts";

const [file, runs = "5", engines = "wasm,javascript,parse"] = process.argv.slice(2);
if (file === undefined) throw new Error("Cannot time the scanner: expected a file but received nothing");
const chunk = new Uint8Array(1 << 20);

for (const engine of engines.split(",") as NonNullable<TurnScannerOptions["engine"]>[]) {
  const seconds: number[] = [];
  let lines = 0;
  let slow = 0;
  let bytes = 0;
  for (let run = 0; run < Number(runs); run += 1) {
    const scanner = createTurnScanner({ engine });
    const fd = openSync(file, "r");
    bytes = fstatSync(fd).size;
    const start = process.hrtime.bigint();
    for (let read = readSync(fd, chunk); read > 0; read = readSync(fd, chunk))
      scanner.push(chunk.subarray(0, read));
    scanner.end();
    const state = scanner.toJSON();
    seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
    closeSync(fd);
    lines = state.lines;
    slow = state.slow_lines;
  }
  const median = seconds.sort((left, right) => left - right)[seconds.length >> 1] ?? Number.NaN;
  console.log(
    `${engine.padEnd(10)} ${((median / lines) * 1e9).toFixed(0).padStart(6)} ns/line ${(bytes / median / 1e9).toFixed(2)} GB/s  slow ${slow}/${lines}  rss ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
  );
}
