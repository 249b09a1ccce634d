/** The trace checker: events a second from parsed objects, memory over a long stream, and NDJSON end to end. */

import { createTraceChecker } from "../../src/trace/trace-checker.ts";
import { isQuick, report } from "../harness/bench-output.ts";
import { figure, markdownTable, metOrMissed, times } from "../harness/markdown-table.ts";
import { median } from "../harness/statistics.ts";
import { syntheticStream } from "./synthetic-stream.ts";

const { gc } = globalThis as { readonly gc?: () => void };

const TARGET = { perSecond: 500_000, toParse: 2 };
const COUNT = isQuick ? 50_000 : 500_000;
const LONG = isQuick ? 200_000 : 10_000_000;
const ROUNDS = isQuick ? 2 : 5;

const timed = (work: () => unknown): number => {
  gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
};

function check(events: Iterable<Parameters<ReturnType<typeof createTraceChecker>["push"]>[0]>): void {
  const checker = createTraceChecker();
  for (const event of events) checker.push(event);
  const { violations, summary } = checker.end();
  if (violations.length > 0)
    throw new Error(`Cannot measure: expected a legal stream but ${violations[0]?.message}`);
  if (summary.unreadable_events > 0) throw new Error("Cannot measure: expected readable events");
}

function fromObjects(): void {
  const rows = [12, 1_000, 10_000].map((sessions) => {
    const events = [...syntheticStream(COUNT, sessions)];
    const rounds = Array.from({ length: ROUNDS }, () => timed(() => check(events)));
    const perSecond = (COUNT / median(rounds)) * 1000;
    return [figure(sessions), figure(perSecond), metOrMissed(perSecond >= TARGET.perSecond)];
  });
  report(`### trace, from parsed objects\n\n${figure(COUNT)} events, all invariants.`);
  report(markdownTable(["sessions", "events/s", `at least ${figure(TARGET.perSecond)}`], rows));
}

function endToEnd(): void {
  const lines = [...syntheticStream(COUNT, 100)].map((event) => JSON.stringify(event));
  const parse = () => {
    let count = 0;
    for (const line of lines) if (JSON.parse(line) !== null) count += 1;
    return count;
  };
  const both = () => {
    const checker = createTraceChecker();
    for (const line of lines) checker.push(JSON.parse(line));
    return checker.end();
  };
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    const alone = timed(parse);
    const ratio = timed(both) / alone;
    if (round > 0) ratios.push(ratio);
  }
  const ratio = median(ratios);
  report(`### trace, NDJSON end to end\n\n${figure(COUNT)} lines.`);
  report(
    markdownTable(
      ["to JSON.parse alone", `at most ${times(TARGET.toParse)}`],
      [[times(ratio), metOrMissed(ratio <= TARGET.toParse)]],
    ),
  );
}

function memory(): void {
  const sessions = isQuick ? 1_000 : 10_000;
  const checker = createTraceChecker();
  const rows: string[][] = [];
  let taken = 0;
  const started = performance.now();
  for (const event of syntheticStream(LONG, sessions)) {
    checker.push(event);
    taken += 1;
    if (taken % (LONG / 10) !== 0) continue;
    gc?.();
    rows.push([figure(taken), figure(process.memoryUsage().heapUsed / 1e6)]);
  }
  const seconds = (performance.now() - started) / 1000;
  report(
    `### trace, memory\n\n${figure(sessions)} interleaved sessions, ${figure(LONG / seconds)} events/s with their making.`,
  );
  report(markdownTable(["events", "heap, MB"], rows));
  report(checker.end().summary.notes.join("\n"));
}

fromObjects();
endToEnd();
memory();
