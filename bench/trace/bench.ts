/** The trace checker: events a second from parsed objects, NDJSON end to end, and memory over a long stream. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createTraceChecker } from "@rspp/contracts/v1/trace";

import { isQuick, report, reportDisagreement } from "../harness/bench-output.ts";
import { measureRounds, ratioTo } from "../harness/interleaved-rounds.ts";
import { figure, markdownTable, metOrMissed, times } from "../harness/markdown-table.ts";
import { serveSubject, subjectOfThisProcess } from "../harness/subject-process.ts";
import { LINE_READERS, PLAIN } from "./line-readers.ts";
import { measureMemory } from "./memory.ts";
import { syntheticStream } from "./synthetic-stream.ts";

const TARGET = { perSecond: 500_000, toParse: 2 };
const COUNT = isQuick ? 50_000 : 500_000;
const LONG = isQuick ? 200_000 : 10_000_000;
const MANY = isQuick ? 1_000 : 10_000;
const SESSIONS = [12, 1_000, 10_000];
const OBJECTS = "createTraceChecker";
const RUN = join(process.cwd(), "examples/voice-assistant-run/events.ndjson");

const rounds = isQuick
  ? { rounds: 3, sliceMs: 1, warmUpMs: 1 }
  : { rounds: 9, sliceMs: 1000, warmUpMs: 3000 };

function checkObjects(sessions: number): () => void {
  const events = [...syntheticStream(COUNT, sessions)];
  return () => {
    const checker = createTraceChecker();
    for (const event of events) checker.push(event);
    const { violations, summary } = checker.end();
    if (violations[0] !== undefined) throw new Error(`Cannot measure: ${violations[0].message}`);
    if (summary.unreadable_events > 0) throw new Error("Cannot measure: expected readable events");
  };
}

async function fromObjects(): Promise<void> {
  const rows: string[][] = [];
  for (const sessions of SESSIONS) {
    const [measured] = await measureRounds([OBJECTS], rounds, String(sessions));
    const perSecond = 1e9 / measured!.nanoseconds;
    const spread = `${(measured!.spread * 100).toFixed(0)} %`;
    rows.push([figure(sessions), figure(perSecond), spread, metOrMissed(perSecond >= TARGET.perSecond)]);
  }
  report(
    `### trace, from parsed objects\n\n${figure(COUNT)} events of interleaved sessions, all invariants.`,
  );
  report(markdownTable(["sessions", "events/s", "spread", `at least ${figure(TARGET.perSecond)}`], rows));
}

/** The recorded run over and over, each time with sessions of its own. */
function recordedLines(): string[] {
  const recorded = readFileSync(RUN, "utf8").trimEnd().split("\n");
  const lines: string[] = [];
  for (let copy = 0; lines.length < COUNT; copy += 1) {
    for (const line of recorded) lines.push(line.replace(/("session_id":"[^"]*)"/, `$1-${copy}"`));
  }
  return lines;
}

const FILES: Readonly<Record<string, () => string[]>> = {
  "made, 100 sessions": () => [...syntheticStream(COUNT, 100)].map((event) => JSON.stringify(event)),
  "made, 10,000 sessions": () => [...syntheticStream(COUNT, 10_000)].map((event) => JSON.stringify(event)),
  "recorded run, repeated": recordedLines,
};

async function endToEnd(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rspp-bench-"));
  const rows: string[][] = [];
  try {
    for (const [name, linesOf] of Object.entries(FILES)) {
      const path = join(folder, "events.ndjson");
      const lines = linesOf();
      writeFileSync(path, `${lines.join("\n")}\n`);
      for (const [reader, read] of Object.entries(LINE_READERS)) {
        const count = await read(path);
        if (count !== lines.length) reportDisagreement(`${reader} takes ${count} lines, not ${lines.length}`);
      }
      const measured = await measureRounds(Object.keys(LINE_READERS), rounds, `${lines.length} ${path}`);
      const plain = measured.find((one) => one.name === PLAIN)!;
      const ours = measured[0]!;
      const ratio = ratioTo(plain, ours);
      const figures = [figure(plain.nanoseconds), figure(ours.nanoseconds), times(ratio)];
      rows.push([name, ...figures, metOrMissed(ratio <= TARGET.toParse)]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  report(
    `### trace, NDJSON end to end\n\nAt least ${figure(COUNT)} lines from a file, checked, against the same loop with JSON.parse alone.`,
  );
  const target = `at most ${times(TARGET.toParse)}`;
  report(markdownTable(["stream", "parsed, ns/line", "checked, ns/line", "ratio", target], rows));
}

function overTime(): void {
  const { samples, peak, perSecond, notes } = measureMemory(LONG, MANY);
  const rows = samples.map(({ events, heap, resident }) => [
    figure(events),
    figure(heap / 1e6),
    figure(resident / 1e6),
  ]);
  report(
    `### trace, memory\n\n${figure(MANY)} interleaved sessions, ${figure(perSecond)} events/s with their making; at most ${figure(peak / 1e6)} MB resident.`,
  );
  report(markdownTable(["events", "heap and buffers, MB", "resident, MB"], rows));
  report(notes.join("\n"));
}

const here = subjectOfThisProcess();
if (here === undefined) {
  overTime();
  await fromObjects();
  await endToEnd();
} else if (here.name === OBJECTS) {
  serveSubject({ run: checkObjects(Number(here.scene)), units: COUNT });
} else {
  const [, lines, file] = /^(\d+) (.*)$/.exec(here.scene)!;
  const read = LINE_READERS[here.name]!;
  serveSubject({ run: () => read(file as string), units: Number(lines) });
}
