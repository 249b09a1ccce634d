/** Time to import a module in a fresh process. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { median } from "../harness/statistics.ts";
import type { MeasuredModule } from "./entries.ts";

const SCRIPT =
  "const start = performance.now(); await import(process.argv[1]); console.log(performance.now() - start);";

function importOnce(file: string): number {
  const url = pathToFileURL(file).href;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", SCRIPT, url], {
    encoding: "utf8",
  });
  return Number(output.trim());
}

/**
 * Milliseconds that each module takes more than an empty one: the median over the rounds, in each of which
 * every module is imported once by a process of its own.
 */
export function importTimes(modules: readonly MeasuredModule[], rounds: number): number[] {
  const folder = mkdtempSync(join(tmpdir(), "rspp-import-"));
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");
  try {
    const files = [empty, ...modules.map(({ file }) => file)];
    const times = files.map((): number[] => []);
    for (const file of files) importOnce(file);
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < files.length; turn += 1) {
        const index = (turn + round) % files.length;
        times[index]!.push(importOnce(files[index]!));
      }
    }
    const [base, ...imports] = times.map(median);
    return imports.map((time) => time - base!);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
