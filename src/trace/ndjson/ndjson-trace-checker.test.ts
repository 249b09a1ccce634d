import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../contracts/signals/event.ts";
import { checkTrace } from "../check-trace.ts";
import { chaos } from "../histories.test-kit.ts";
import { GOOD_TURN, stream } from "../stream.test-kit.ts";
import { checkNdjsonTrace, createNdjsonTraceChecker } from "./ndjson-trace-checker.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (events: readonly Event[]): string => events.map((one) => `${JSON.stringify(one)}\n`).join("");

function checkText(text: string | Uint8Array) {
  const checker = createNdjsonTraceChecker();
  checker.push(typeof text === "string" ? bytesOf(text) : text);
  return checker.end();
}

describe("an NDJSON stream", () => {
  test("has the verdict of its events, however its bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(chaos, fc.integer({ min: 1, max: 300 }), async (events, size) => {
        const bytes = bytesOf(textOf(events));
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const { unreadable_lines, ...result } = await checkNdjsonTrace(chunks);
        expect(unreadable_lines).toEqual([]);
        expect(result).toEqual(checkTrace(events));
      }),
    );
  });

  test("may be written in any style", () => {
    const events = stream(...GOOD_TURN);
    const spaced = events.map((one) => ` ${JSON.stringify(one, null, 1).replaceAll("\n", "")}\r\n`).join("");
    const escaped = textOf(events).replaceAll("turn_open", "\\u0074urn_open");
    const extended = events
      .map((one) => `${JSON.stringify({ ...one, later: [0.5, { deep: "é" }] })}\n`)
      .join("");
    for (const text of [spaced, escaped, extended, textOf(events).trimEnd()]) {
      const { unreadable_lines, summary, violations } = checkText(text);
      expect([unreadable_lines, violations]).toEqual([[], []]);
      expect(summary).toMatchObject({ events: 4, turns_closed: 1 });
    }
  });

  test("counts lines, blank ones included, but blank lines are no events", () => {
    const [open, data, commit, close] = stream(...GOOD_TURN) as [Event, Event, Event, Event];
    const { violations, summary } = checkText(`\n${textOf([open, data])}\n  \n${textOf([close, commit])}`);
    expect(summary.events).toBe(4);
    expect(violations[0]).toMatchObject({ id: "INV-LIFE-01", event_index: 5 });
    expect(violations[0]?.window.map(({ event_index }) => event_index)).toEqual([1, 5]);
  });

  test.each<[string, string | Uint8Array, string, number]>([
    ["text that is not JSON", '{"a":1', "JSN-05", 7],
    ["a repeated name", '{"lane":"DataLane","lane":"ControlLane"}', "JSN-01", 20],
    ["half a surrogate pair", '{"event_id":"\\ud800"}', "JSN-02", 14],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "JSN-03", 2],
    ["no event", "[1]", "TRC-01", 1],
    ["an event without place", '{"lane":"DataLane","event_id":7}', "TRC-01", 1],
  ])("has its line and column where it holds %s, and goes on", (_, bad, rule, column) => {
    const [open, ...rest] = stream(...GOOD_TURN) as [Event, ...Event[]];
    const middle = typeof bad === "string" ? bytesOf(bad) : bad;
    const checker = createNdjsonTraceChecker();
    for (const part of [bytesOf(textOf([open])), middle, bytesOf("\n"), bytesOf(textOf(rest))])
      checker.push(part);
    const { unreadable_lines, summary, violations } = checker.end();
    expect(unreadable_lines).toMatchObject([{ line: 2 }]);
    expect(unreadable_lines[0]?.diagnostics[0]).toMatchObject({ rule, line: 2, column });
    expect(summary).toMatchObject({ events: 5, unreadable_events: 1, turns_closed: 1 });
    expect(violations).toEqual([]);
  });

  test("lists no more unreadable lines than it is told to, and counts the rest", () => {
    const checker = createNdjsonTraceChecker({ maxReported: 2 });
    checker.push(bytesOf("x\n".repeat(5)));
    const result = checker.end();
    expect(result.unreadable_lines.map(({ line }) => line)).toEqual([1, 2]);
    expect(result.summary.unreadable_events).toBe(5);
    expect(checker.end()).toBe(result);
  });

  test("gives violations with the bytes that prove them", () => {
    const checker = createNdjsonTraceChecker();
    const [open, , , close] = stream(...GOOD_TURN) as [Event, Event, Event, Event];
    expect(checker.push(bytesOf(textOf([open])))).toEqual([]);
    expect(checker.push(bytesOf(textOf([close])))).toMatchObject([{ id: "INV-LIFE-01", event_index: 1 }]);
  });

  test("takes no more after its end", () => {
    const checker = createNdjsonTraceChecker();
    checker.end();
    expect(() => checker.push(bytesOf(textOf(stream(...GOOD_TURN))))).toThrow(
      "Cannot push after end: expected a new checker",
    );
  });
});
