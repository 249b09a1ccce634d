import { describe, expect, expectTypeOf, test } from "vitest";
import { buildSignal } from "../contracts/signals/build-signal.ts";
import type { Event } from "../contracts/signals/event.ts";
import { checkTrace } from "./check-trace.ts";
import type { Invariant } from "./invariant.ts";
import { invariants } from "./invariants.ts";
import type { TraceResult } from "./result/trace-result.ts";
import { GOOD_TURN, IN_TURN, type Step, stream } from "./stream.test-kit.ts";
import { createTraceChecker, traceCheckerFromJSON } from "./trace-checker.ts";

const failedTwice: readonly Step[] = [
  ["turn_open"],
  ["abort", { reason: "provider_failure" }],
  ["commit"],
  ["close"],
];

/** An event of a later minor version. */
const withNames = (event: Event, fields: Readonly<Record<string, unknown>>): Event => ({
  ...event,
  ...fields,
});

async function* later(events: readonly Event[]) {
  for (const event of events) yield event;
}

describe("checkTrace", () => {
  test("gives the verdict at once for an iterable and later for an async iterable", async () => {
    const atOnce = checkTrace(stream(...failedTwice));
    expectTypeOf(atOnce).toEqualTypeOf<TraceResult>();
    const promised = checkTrace(later(stream(...failedTwice)));
    expectTypeOf(promised).toEqualTypeOf<Promise<TraceResult>>();
    expect(await promised).toEqual(atOnce);
  });

  test("tells a violation in full", () => {
    expect(checkTrace(stream(...failedTwice)).violations).toEqual([
      {
        id: "INV-LIFE-01",
        message: 'Cannot accept commit of turn "t1": expected close but received commit after abort',
        event_index: 2,
        event_id: "event-3",
        session_id: "session-1",
        turn_id: "t1",
        window: [0, 1, 2].map((index) => ({
          event_index: index,
          event_id: `event-${index + 1}`,
          lane: "ControlLane",
          signal: ["turn_open", "abort", "commit"][index],
          runtime_sequence: index + 1,
          runtime_timestamp_ms: (index + 1) * 10,
        })),
        expected: "close",
        received: "commit after abort",
        source: "semantics section 2 (F-139, NF-029)",
      },
    ]);
  });

  test("reports incomplete turns apart from violations", () => {
    const { violations, incomplete_turns } = checkTrace(stream(["turn_open"], ["DataLane", IN_TURN]));
    expect(violations).toEqual([]);
    expect(incomplete_turns).toMatchObject([
      { session_id: "session-1", turn_id: "t1", state: "Active", last: { event_index: 0 } },
    ]);
  });

  test("evaluates nothing of an empty stream", () => {
    const { not_evaluated, summary } = checkTrace([]);
    expect(not_evaluated).toHaveLength(invariants.length);
    for (const { reason, needs } of not_evaluated) expect(reason.length * needs.length).toBeGreaterThan(0);
    expect(summary.events).toBe(0);
  });

  test("counts events that it cannot place, and says so", () => {
    const broken = [null, { ...buildSignal("silence"), session_id: "" }, buildSignal("silence")];
    const { summary } = checkTrace(broken as Event[]);
    expect(summary).toMatchObject({ events: 3, unreadable_events: 2 });
    expect(summary.notes).toEqual([expect.stringMatching(/^2 events were not judged, the first at index 0/)]);
  });

  test.each([[undefined], [7], ["text"], [{}]])("refuses %s as a stream", (value) => {
    expect(() => checkTrace(value as unknown as Event[])).toThrow(
      /^Cannot check a trace: expected an iterable/,
    );
  });

  test.each([
    [{ reorderwindow: 1 }, /^Cannot read option "reorderwindow": expected one of invariants, plans/],
    [{ reorderWindow: -1 }, /^Cannot read option "reorderWindow": expected an integer >= 0 but received -1/],
    [{ startsMidway: 1 }, /^Cannot read option "startsMidway": expected a boolean but received 1/],
    [{ plans: {} }, /^Cannot read option "plans": expected a list or a function but received an object \{\}/],
    [{ invariants: [invariants[0], invariants[0]] }, /^Cannot check "INV-LIFE-01" twice/],
  ])("refuses options %j", (options, message) => {
    expect(() => checkTrace([], options as object)).toThrow(message);
  });

  test("puts late events into their order within the window, and not beyond it", () => {
    const [open, data, commit, close] = stream(...GOOD_TURN) as [Event, Event, Event, Event];
    const shuffled = [data, open, close, commit];
    expect(checkTrace(shuffled, { reorderWindow: 1 }).violations).toEqual([]);
    expect(checkTrace([data, commit, close, open], { reorderWindow: 1 }).violations).not.toEqual([]);
    expect(checkTrace([data, commit, close, open], { reorderWindow: 3 }).violations).toEqual([]);
  });
});

describe("the choice of invariants", () => {
  const noSilence: Invariant = {
    id: "OWN-01",
    text: "At most one silence a session",
    source: "this test",
    needs: ["signal:silence"],
    on: ["silence"],
    check(moment, judge) {
      const counted = moment.memory(() => ({ silences: 0 }));
      counted.silences += 1;
      if (counted.silences === 1) return judge.holds();
      judge.broken({ action: "accept silence", expected: "one", received: `${counted.silences}` });
    },
  };

  test("may leave invariants out", () => {
    const others = invariants.filter(({ id }) => id !== "INV-LIFE-01");
    expect(checkTrace(stream(...failedTwice), { invariants: others }).violations).toEqual([]);
  });

  test("may bring in own ones, which are saved like the others", () => {
    const options = { invariants: [...invariants, noSilence] };
    const [first, second] = stream(["silence"], ["silence"]) as [Event, Event];
    const checker = createTraceChecker(options);
    checker.push(first);
    const resumed = traceCheckerFromJSON(JSON.parse(JSON.stringify(checker)), options);
    expect(resumed.push(second)).toMatchObject([{ id: "OWN-01", event_index: 1, received: "2" }]);
  });
});

describe("a checker", () => {
  test("gives violations with the event that proves them", () => {
    const checker = createTraceChecker();
    const found = stream(...failedTwice).map((event) => checker.push(event).map(({ id }) => id));
    expect(found).toEqual([[], [], ["INV-LIFE-01"], []]);
  });

  test("takes and saves nothing after its end, which it repeats", () => {
    const checker = createTraceChecker();
    const result = checker.end();
    expect(checker.end()).toBe(result);
    expect(() => checker.push(buildSignal("silence"))).toThrow(
      "Cannot push after end: expected a new checker",
    );
    expect(() => checker.toJSON()).toThrow("Cannot save after end: expected a new checker");
  });

  test("shares nothing with a state that it gave", () => {
    const checker = createTraceChecker();
    const [first, ...rest] = stream(...GOOD_TURN) as [Event, ...Event[]];
    checker.push(first);
    const state = checker.toJSON();
    const before = JSON.stringify(state);
    for (const event of rest) checker.push(event);
    expect(JSON.stringify(state)).toBe(before);
  });

  test("saves events that wait for their order, whatever names they have", () => {
    const [open, data, ...rest] = stream(...GOOD_TURN) as [Event, Event, ...Event[]];
    const checker = createTraceChecker({ reorderWindow: 3 });
    checker.push(withNames(data, { $map: [7], plan_hash: "ab" }));
    const resumed = traceCheckerFromJSON(JSON.parse(JSON.stringify(checker)));
    for (const event of [withNames(open, { plan_hash: "cd" }), ...rest]) resumed.push(event);
    expect(resumed.end().violations).toMatchObject([{ id: "INV-PLAN-01", event_index: 0 }]);
  });

  test("goes on from a state only with the invariants that it was saved with", () => {
    const state = createTraceChecker().toJSON();
    expect(() => traceCheckerFromJSON(state, { invariants: [] })).toThrow(RangeError);
    for (const other of [null, {}, { kind: "trace_checker_state", version: 2, content: {} }, "x"]) {
      expect(() => traceCheckerFromJSON(other)).toThrow(
        /^Cannot resume a trace check: expected a trace_checker_state/,
      );
    }
  });

  test("lists no more than it is told to, and counts the rest", () => {
    const silences = Array.from({ length: 20 }, (): Step => ["silence", { runtime_sequence: 1 }]);
    const { violations, summary } = checkTrace(stream(...silences), { maxReported: 3 });
    expect(violations).toHaveLength(3);
    expect(summary.violations).toBeGreaterThan(19);
    expect(summary.notes).toContainEqual(expect.stringMatching(/more violations are counted but not listed/));
  });
});
