/** The checker on the recorded run of the examples: a stream that nobody made for it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { BaselineArtifact } from "../contracts/observability/baseline-artifact.ts";
import type { Event } from "../contracts/signals/event.ts";
import { checkTrace } from "./check-trace.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../examples/voice-assistant-run/${name}`, import.meta.url), "utf8");
const events = read("events.ndjson")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Event);
const { entries } = JSON.parse(read("baseline.json")) as BaselineArtifact;

test.each([
  ["alone", {}],
  ["with its evidence", { evidence: entries }],
  ["with its evidence, put into order", { evidence: entries, reorderWindow: 8 }],
])("the recorded run breaks nothing, %s", (_, options) => {
  const { violations, incomplete_turns, summary } = checkTrace(events, options);
  expect(violations).toEqual([]);
  expect(incomplete_turns).toEqual([]);
  expect(summary).toMatchObject({
    events: 2566,
    sessions: 12,
    turns_opened: 240,
    turns_closed: 240,
    notes: [],
  });
});

test("what the run has no evidence for is not evaluated", () => {
  const ids = checkTrace(events, { evidence: entries }).not_evaluated.map(({ id }) => id);
  expect(ids).toEqual([
    "INV-PLAN-01",
    "INV-AUTH-04",
    "INV-LANE-02",
    ...["INV-BUF-01", "INV-BUF-02", "INV-BUF-03", "INV-BUF-04", "INV-BUF-05"],
    "INV-SYNC-01",
    "INV-REC-02",
    "INV-REC-03",
  ]);
});

test("the ControlLane of the run breaks nothing by itself", () => {
  const control = events.filter(({ lane }) => lane === "ControlLane");
  const { violations, not_evaluated } = checkTrace(control, { evidence: entries });
  expect(violations).toEqual([]);
  expect(not_evaluated.map(({ id }) => id)).toEqual(expect.arrayContaining(["INV-LIFE-06", "INV-CXL-02"]));
});

test("the middle of the run breaks nothing for a check that starts midway", () => {
  const { violations } = checkTrace(events.slice(700, 1900), { startsMidway: true });
  expect(violations).toEqual([]);
});
