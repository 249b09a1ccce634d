import { expect, it } from "vitest";

import {
  type ReplayTrace,
  type ReplayTraceEntry,
  replayTraceContract,
} from "../../../contracts/observability/replay-trace.ts";
import { entryWords, MOST_ROWS, timelineParts } from "./timeline-rows.ts";

const [entry] = replayTraceContract.example.entries as [ReplayTraceEntry];
const traceOf = (count: number, changed: readonly number[] = []) => ({
  ...replayTraceContract.example,
  entries: Array.from({ length: count }, (_, index) => ({
    ...entry,
    event_id: `evt-${index}`,
    ...(changed.includes(index) && { reason: "other" }),
  })),
});
const parts = (baseline: ReplayTrace, candidate: ReplayTrace) => timelineParts({ baseline, candidate }, {});
const shape = (count: number, changed: readonly number[], candidates = count) =>
  parts(traceOf(count), traceOf(candidates, changed)).map((part) =>
    "rows" in part ? part.rows.map(({ index }) => index) : `${part.leftOut} left out`,
  );

it("shows what differs with four entries on either side, and counts the rest", () => {
  expect(shape(20, [10])).toEqual(["6 left out", [6, 7, 8, 9, 10, 11, 12, 13, 14], "5 left out"]);
  expect(shape(3, [0, 2])).toEqual([[0, 1, 2]]);
});

it("shows the beginning of equal traces", () => {
  expect(shape(10, [])).toEqual([[0, 1, 2, 3, 4, 5, 6, 7], "2 left out"]);
});

it("shows entries of one side alone", () => {
  const [part] = parts(traceOf(1), traceOf(2));
  expect(part).toMatchObject({
    rows: [{ divergences: [] }, { index: 1, divergences: [{ scope: "trace" }] }],
  });
});

it("stays short, and accounts for every entry", () => {
  const all = parts(traceOf(1000), traceOf(0));
  const rows = all.reduce((sum, part) => sum + ("rows" in part ? part.rows.length : 0), 0);
  const leftOut = all.reduce((sum, part) => sum + ("leftOut" in part ? part.leftOut : 0), 0);
  expect([rows, leftOut]).toEqual([MOST_ROWS, 1000 - MOST_ROWS]);
});

it("says what an entry is about", () => {
  const { signal: _, reason: __, ...bare } = entry;
  const words = [
    entryWords(entry),
    entryWords({ ...bare, decision_outcome: { outcome_kind: "reject", reason: "quota" } }),
    entryWords({ ...bare, invocation_outcome: { provider_id: "a", outcome_class: "timeout" } }),
    entryWords({ ...bare, output_digest: "sha256:0123456789abcdef" }),
  ];
  expect(words).toEqual([
    "admit · admission_capacity_allow",
    "reject · quota",
    "invocation a · timeout",
    "ControlLane · output sha256:01234567…",
  ]);
});
