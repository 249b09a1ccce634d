/**
 * Runs the full profile on the reference runtime again and again, and says how many different reports there were:
 * one, whatever else the machine does.
 *
 * Usage: node bench/conformance/repeat.mjs [repetitions] [entry of the built package]
 */
import { createHash } from "node:crypto";

const [times = "20", entry = new URL("../../dist/v1/conformance.js", import.meta.url).href] =
  process.argv.slice(2);
const { conformanceJson, referenceSubject, runConformance } = await import(entry);

const reports = new Map();
const began = performance.now();
for (let run = 1; run <= Number(times); run += 1) {
  const text = conformanceJson(await runConformance(referenceSubject(), { profile: "full" }));
  const hash = createHash("sha256").update(text).digest("hex");
  reports.set(hash, (reports.get(hash) ?? 0) + 1);
  if (run % 50 === 0) console.error(`${run} of ${times}, ${reports.size} different`);
}
const seconds = (performance.now() - began) / 1000;
for (const [hash, count] of reports) console.log(`${count} x ${hash}`);
console.log(
  `${times} repetitions, ${reports.size} different, ${(seconds / Number(times)).toFixed(2)} s each`,
);
