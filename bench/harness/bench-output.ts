/** What a benchmark prints, and how it says that subjects disagree. */
import { appendFileSync } from "node:fs";

const recordFile = process.env["RSPP_BENCH_RECORD"];

/** Prints a paragraph, and keeps it for the README when the run is recorded. */
export function report(text: string): void {
  console.log(`${text}\n`);
  if (recordFile !== undefined) appendFileSync(recordFile, `${text}\n\n`);
}

/** Quick runs show that the benchmarks work; their numbers mean little. */
export const isQuick = process.env["RSPP_BENCH_QUICK"] === "1";

/** Subjects that should agree do not: the numbers compare different work, so the run fails. */
export function reportDisagreement(text: string): void {
  report(`**Disagreement:** ${text}`);
  process.exitCode = 1;
}
