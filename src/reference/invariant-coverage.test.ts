/** Every invariant of the semantics is put to the test by the runs of this room, and none is broken. */
import { expect, test } from "vitest";

import { checkTrace } from "../trace/check-trace.ts";
import { invariants } from "../trace/invariants.ts";
import { runLoopback } from "./loopback/run-loopback.ts";
import { FAILURE_CASES } from "./script/failure-cases.test-data.ts";
import { play } from "./script/play.test-kit.ts";
import { TURN_CASES } from "./script/turn-cases.test-data.ts";

/** What neither the cases nor a loopback session bring about: merges. */
const MERGES = "0 propose t1\n1 take merge 0\n2 offer t1 merge 9\n3 take merge 9\n4 complete t1";

const scripted = [...TURN_CASES, ...FAILURE_CASES].map(({ script }) => script);

test("38 of 38 invariants are evaluated", () => {
  const traces = [...scripted, MERGES].map((script) => play(script).trace);
  for (const seed of [1, 2]) {
    const { events, plans, evidence } = runLoopback({ seed, turns: 150 });
    traces.push(checkTrace(events, { plans, evidence }));
  }
  const evaluated = new Set<string>();
  for (const { summary, violations } of traces) {
    expect(violations).toEqual([]);
    for (const { id, checked } of summary.invariants) if (checked > 0) evaluated.add(id);
  }
  expect(invariants).toHaveLength(38);
  expect([...evaluated].sort()).toEqual(invariants.map(({ id }) => id).sort());
});
