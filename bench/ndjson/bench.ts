/** Validated reading of NDJSON from the bytes of a file, against reading without validation. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { dataSets } from "../data/data-sets.ts";
import { isQuick, report, reportDisagreement } from "../harness/bench-output.ts";
import type { Measurement } from "../harness/interleaved-rounds.ts";
import { measureRounds, ratioTo } from "../harness/interleaved-rounds.ts";
import { figure, markdownTable, metOrMissed, times } from "../harness/markdown-table.ts";
import { serveSubject, subjectOfThisProcess } from "../harness/subject-process.ts";
import { isEventByHand } from "../validate-events/hand-written.ts";
import { PLAIN, READERS } from "./readers.ts";

/** A validated read may take this many times the time of the same loop with `JSON.parse` alone. */
const TARGET = 1.3;

const LINES = isQuick ? 8_000 : 75_000;
const BROKEN_SHARE = 0.001;

/** A line file and what it holds. */
interface LineFile {
  readonly path: string;
  readonly megabytes: number;
  readonly lines: number;
  readonly valid: number;
}

function writeFile(folder: string, name: string): LineFile {
  const { lines } = dataSets[name]!({ count: LINES, brokenShare: BROKEN_SHARE });
  const path = join(folder, `${name}.ndjson`);
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  writeFileSync(path, bytes);
  const valid = lines.filter((line) => isEventByHand(JSON.parse(line))).length;
  return { path, megabytes: bytes.length / 1e6, lines: lines.length, valid };
}

async function benchFile(name: string, file: LineFile): Promise<void> {
  for (const { name: reader, isValidating, read } of READERS) {
    const accepted = await read(file.path);
    const expected = isValidating ? file.valid : file.lines;
    if (accepted !== expected)
      reportDisagreement(`${reader} accepts ${accepted} lines instead of ${expected}`);
  }
  const measured = await measureRounds(
    READERS.map((reader) => reader.name),
    isQuick ? { rounds: 3, sliceMs: 1, warmUpMs: 1 } : { rounds: 9, sliceMs: 1000, warmUpMs: 3000 },
    file.path,
  );
  report(
    `### ndjson, ${name} data\n\n${figure(file.megabytes)} MB, ${file.lines} lines (${file.valid} valid), read in chunks of 64 KiB.`,
  );
  report(resultTable(measured, file));
}

function resultTable(measured: readonly Measurement[], { megabytes, lines }: LineFile): string {
  const plain = measured.find(({ name }) => name === PLAIN.name)!;
  const ours = measured[0]!;
  const rows = measured.map((reader) => [
    reader.name,
    figure(reader.nanoseconds),
    figure((megabytes * 1e9) / (lines * reader.nanoseconds)),
    `${(reader.spread * 100).toFixed(0)} %`,
    times(ratioTo(plain, reader)),
    times(ratioTo(ours, reader)),
    targetOf(reader, plain, ours),
  ]);
  return markdownTable(["reader", "ns/line", "MB/s", "spread", "to JSON.parse", "to ours", "target"], rows);
}

function targetOf(reader: Measurement, plain: Measurement, ours: Measurement): string {
  if (reader === ours) return `at most ${TARGET.toFixed(2)}x: ${metOrMissed(ratioTo(plain, ours) <= TARGET)}`;
  return reader === plain ? "" : `not faster than ours: ${metOrMissed(ratioTo(ours, reader) >= 1)}`;
}

const here = subjectOfThisProcess();
if (here !== undefined) {
  const { read } = READERS.find(({ name }) => name === here.name)!;
  serveSubject({ run: () => read(here.scene), units: LINES });
} else {
  const folder = mkdtempSync(join(tmpdir(), "rspp-bench-"));
  try {
    for (const name of ["recorded", "sites", "mixed"]) await benchFile(name, writeFile(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
  report(`How each reader works:\n\n${READERS.map(({ name, note }) => `- ${name}: ${note}`).join("\n")}`);
}
