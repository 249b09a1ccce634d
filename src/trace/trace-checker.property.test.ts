import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../contracts/signals/event.ts";
import { PLAN_EXAMPLE } from "../contracts/turn/resolved-turn-plan.ts";
import { checkTrace } from "./check-trace.ts";
import { chaos, interleavedSessions, legalSession } from "./histories.test-kit.ts";
import { createTraceChecker, traceCheckerFromJSON } from "./trace-checker.ts";

const plans = ["t1", "t2", "t3"].map((turn_id) => ({ ...PLAN_EXAMPLE, turn_id }));

describe("legal streams", () => {
  test("violate nothing and leave nothing incomplete", () => {
    fc.assert(
      fc.property(interleavedSessions, (events) => {
        const { violations, incomplete_turns } = checkTrace(events);
        expect([violations, incomplete_turns]).toEqual([[], []]);
      }),
    );
  });

  test("violate nothing when they are cut off, and what they are cut off within is incomplete", () => {
    fc.assert(
      fc.property(legalSession(), fc.nat(40), (events, length) => {
        const cut = events.slice(0, length);
        const { violations, incomplete_turns, summary } = checkTrace(cut);
        expect(violations).toEqual([]);
        expect(incomplete_turns).toHaveLength(summary.turns_opened - summary.turns_closed);
      }),
    );
  });

  test("violate nothing when events arrive late within the window", () => {
    fc.assert(
      fc.property(
        legalSession(),
        fc.array(fc.nat(5), { minLength: 100, maxLength: 100 }),
        (events, delays) => {
          const due = events.map((event, at) => [at + (delays[at % delays.length] ?? 0), event] as const);
          const arrived = due.sort(([left], [right]) => left - right).map(([, event]) => event);
          const { violations, incomplete_turns } = checkTrace(arrived, { reorderWindow: 6 });
          expect([violations, incomplete_turns]).toEqual([[], []]);
        },
      ),
    );
  });
});

describe("any stream", () => {
  const verdict = (events: readonly Event[], options = {}) =>
    JSON.parse(JSON.stringify(checkTrace(events, { plans, ...options })));

  test("has the same verdict when the check is saved and resumed anywhere", () => {
    fc.assert(
      fc.property(chaos, fc.array(fc.nat(60)), fc.constantFrom(0, 4), (events, cuts, reorderWindow) => {
        let checker = createTraceChecker({ plans, reorderWindow });
        for (const [at, event] of events.entries()) {
          if (cuts.includes(at))
            checker = traceCheckerFromJSON(JSON.parse(JSON.stringify(checker)), { plans });
          checker.push(event);
        }
        expect(JSON.parse(JSON.stringify(checker.end()))).toEqual(verdict(events, { reorderWindow }));
      }),
      { numRuns: 300 },
    );
  });

  test("has the same violations of a session whatever other sessions do meanwhile", () => {
    const ofA = (events: readonly Event[]) => events.filter(({ session_id }) => session_id === "a");
    const found = (events: readonly Event[]) =>
      checkTrace(events, { plans })
        .violations.filter(({ session_id }) => session_id === "a")
        .map(({ id, message }) => `${id} ${message}`);
    fc.assert(
      fc.property(chaos, (events) => {
        expect(found(events)).toEqual(found(ofA(events)));
      }),
    );
  });

  test("has every violation that push gave, and those of the end after them", () => {
    fc.assert(
      fc.property(chaos, (events) => {
        const checker = createTraceChecker({ plans });
        const pushed = events.flatMap((event) => checker.push(event));
        const { violations, summary } = checker.end();
        expect(violations.slice(0, pushed.length)).toEqual(pushed);
        expect(summary.violations).toBe(violations.length);
        for (const { window, event_index } of violations) {
          expect(window.map((one) => one.event_index)).toContain(event_index);
        }
      }),
    );
  });

  test("never makes it throw, whatever is in it", () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (events) => {
        const { summary } = checkTrace(events as Event[]);
        expect(summary.unreadable_events).toBe(events.length);
      }),
    );
  });
});
