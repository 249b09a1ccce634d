import { describe, expect, test } from "vitest";
import type { Event } from "../contracts/signals/event.ts";
import { GOOD_TURN, type Step, stream } from "./stream.test-kit.ts";
import { createTraceChecker } from "./trace-checker.ts";

const BOUNDS = { rememberedIds: 64, rememberedTurns: 8, maxSessions: 4 };

/** Turn after turn of a session, by their number. */
function turn(number: number, session_id = "session-1"): Event[] {
  return stream(...GOOD_TURN).map((event, index) => ({
    ...event,
    session_id,
    ...(event.turn_id !== undefined && { turn_id: `t${number}` }),
    event_id: `e${number * 4 + index}`,
    runtime_sequence: number * 4 + index,
    runtime_timestamp_ms: number * 4 + index,
  }));
}

/** Size of the state after as many rounds, and at the end the notes. */
function grow(rounds: number, eventsOf: (round: number) => readonly Event[]) {
  const checker = createTraceChecker(BOUNDS);
  const sizes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const event of eventsOf(round)) checker.push(event);
    if (round % (rounds / 4) === rounds / 4 - 1) sizes.push(JSON.stringify(checker).length);
  }
  return { sizes, result: checker.end() };
}

describe("the memory of a check", () => {
  test("does not grow with the turns of a session", () => {
    const { sizes, result } = grow(2000, turn);
    expect(Math.max(...sizes)).toBeLessThan(30_000);
    expect(result.violations).toEqual([]);
    expect(result.summary.notes).toEqual([
      expect.stringMatching(/INV-ORD-02 and INV-ORD-04 looked back over the last 64 events/),
      expect.stringMatching(/closed turns were forgotten/),
    ]);
  });

  test("does not grow with the sessions of a stream", () => {
    const { sizes, result } = grow(2000, (round) => turn(1, `s${round}`));
    expect(Math.max(...sizes)).toBeLessThan(40_000);
    expect(result.summary).toMatchObject({ sessions: 2000, violations: 0 });
    expect(result.summary.notes).toContainEqual(expect.stringMatching(/sessions were forgotten/));
  });

  test("does not grow with sessions whose events wait for their order", () => {
    const checker = createTraceChecker({ ...BOUNDS, reorderWindow: 8 });
    const sizes = Array.from({ length: 400 }, (_, round) => {
      for (const event of turn(1, `s${round}`)) checker.push(event);
      return JSON.stringify(checker).length;
    });
    expect(Math.max(...sizes)).toBeLessThan(40_000);
    const { violations, summary } = checker.end();
    expect(violations).toEqual([]);
    expect(summary).toMatchObject({ events: 1600, turns_closed: 400 });
  });

  test("does not grow with turns that never end, edges without end or invented signals", () => {
    const hostile = (round: number) => {
      const steps: Step[] = [
        ["turn_open", { turn_id: `t${round}` }],
        ["DataLane", { edge_id: `e${round}`, turn_id: `t${round}`, payload_class: `class-${round}` }],
        ["flow_xoff", { edge_id: `e${round}` }],
        ["cancel", { scope: "node", node_id: `n${round}` }],
        ["drop_notice", { edge_id: `e${round}`, seq_range: { start: round, end: round } }],
      ];
      return stream(...steps).map((event, index) => ({
        ...event,
        ...(index === 3 && { signal: `invented-${round}` }),
        event_id: `e${round}-${index}`,
        runtime_sequence: round * 50 + index,
        causal_parent_id: `nowhere-${round}`,
      })) as Event[];
    };
    const { sizes } = grow(4000, hostile);
    expect(sizes[3]! / sizes[1]!).toBeLessThan(1.1);
  });
});
