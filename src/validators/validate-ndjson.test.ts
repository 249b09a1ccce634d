import fc from "fast-check";
import { expect, test } from "vitest";

import { buildEvent } from "../contracts/events/build-event.ts";
import { buildSignal } from "../contracts/signals/build-signal.ts";
import type { NdjsonOptions } from "./validate-ndjson.ts";
import { createNdjsonValidator } from "./validate-ndjson.ts";

const good = JSON.stringify(buildEvent({ event_id: "é🙂" }));
const signal = JSON.stringify(buildSignal("abort", { turn_id: "t", reason: "cancelled" }));
const bad = JSON.stringify({ ...buildEvent(), lane: "Nowhere" });

function run(
  text: string | Uint8Array,
  cuts: readonly number[] = [],
  options: Pick<NdjsonOptions<unknown>, "maxLength"> = {},
) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const seen: string[] = [];
  const validator = createNdjsonValidator("event", {
    ...options,
    onValid: (artifact, line) => seen.push(`${line} ${artifact.event_id}`),
    onRefused: ({ diagnostics }, line) =>
      seen.push(`${line} ${diagnostics.map(({ rule, line: at }) => `${rule}@${at}`)}`),
  });
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    const end = Math.min(Math.max(cut, start), bytes.length);
    validator.push(bytes.subarray(start, end));
    start = end;
  }
  const totals = validator.end();
  return { seen, totals };
}

test("each line is judged under its number, whatever the other lines are", () => {
  const { seen, totals } = run(`${good}\n\n${bad}\n{"a":1,\n${signal}\r\n`);
  expect(seen).toEqual(["1 é🙂", "3 EVT-05@3", "4 JSN-05@4", "5 event-0"]);
  expect(totals).toEqual({ valid: 2, refused: 2, blank: 1 });
});

test("how the bytes are cut into chunks makes no difference, not even inside a character", () => {
  const text = `${good}\n${bad}\n\n${signal}\n${good}`;
  const whole = run(text);
  const length = new TextEncoder().encode(text).length;
  fc.assert(
    fc.property(fc.array(fc.nat(length), { maxLength: 8 }), (cuts) => {
      expect(
        run(
          text,
          [...cuts].sort((left, right) => left - right),
        ),
      ).toEqual(whole);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("a line that is not UTF-8 is refused alone", () => {
  const lines = [good, '{"a":"', signal].map((line) => new TextEncoder().encode(line));
  const bytes = new Uint8Array([
    ...lines[0]!,
    10,
    ...lines[1]!,
    0xc3,
    0x28,
    0x22,
    0x7d,
    10,
    ...lines[2]!,
    10,
  ]);
  expect(run(bytes).seen).toEqual(["1 é🙂", "2 JSN-03@2", "3 event-0"]);
});

test("a line over the limit is refused without being kept, and the stream goes on", () => {
  const long = `{"x":"${"y".repeat(5000)}"}`;
  const { seen, totals } = run(`${good}\n${long}\n${good}\n`, [100, 600, 1200, 2000, 3000, 4000], {
    maxLength: 1000,
  });
  expect(seen).toEqual(["1 é🙂", "2 JSN-07@2", "3 é🙂"]);
  expect(totals).toEqual({ valid: 2, refused: 1, blank: 0 });
});

test("a repeated name is refused even though JSON.parse would take it", () => {
  const doubled = good.replace("{", '{"lane":"ControlLane",');
  expect(JSON.parse(doubled).lane).toBe("DataLane");
  expect(run(doubled).seen).toEqual(["1 JSN-01@1"]);
});
