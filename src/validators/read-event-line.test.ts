import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { nearMissArbitrary } from "../arbitraries/near-miss/near-miss-arbitrary.ts";
import { eventArbitrary } from "../arbitraries/signals/event.ts";
import { eventContract } from "../contracts/signals/event.ts";
import { eventLineReader } from "./read-event-line.ts";
import { validateText } from "./validate-text.ts";

const KINDS = ["event", "event_record", "control_signal"] as const;

/** Ways to write the same value, or nearly the same, that a careless reader would take for clean. */
const REWRITES: Readonly<Record<string, (line: string, at: number) => string>> = {
  same: (line) => line,
  spaced: (line) => JSON.stringify(JSON.parse(line), null, 1).replaceAll("\n", " "),
  "a name twice, the same value": (line) => line.replace(/^\{("\w+":("[^"\\]*"|\d+),)/, "{$1$1"),
  "a name twice, a short value first": (line) => line.replace(/^\{"(\w+)":/, '{"$1":0,"$1":'),
  "a name twice, once escaped": (line) => line.replace(/^\{"s/, '{"\\u0073chema_version":"v1.0","s'),
  "an inner name twice": (line) => line.replace(/\{"(pts_ms|sample_index|start)":/, '{"$1":1,"$1":'),
  "an escaped letter": (line) => line.replace(/"session_id":"(.)/, (_, letter: string) => escaped(letter)),
  "half a surrogate pair": (line) => line.replace(/"session_id":"/, '"session_id":"\\ud800'),
  "a fraction of nothing": (line) => line.replace(/"runtime_sequence":(\d+)/, '"runtime_sequence":$1.0'),
  "an exponent": (line) => line.replace(/"runtime_sequence":\d+/, '"runtime_sequence":1e3'),
  "minus nothing": (line) => line.replace(/"runtime_sequence":\d+/, '"runtime_sequence":-0'),
  "a huge number": (line) => line.replace(/"runtime_sequence":\d+/, '"runtime_sequence":1e400'),
  "an unknown field": (line) => line.replace(/^\{/, '{"x":[{"y":1.5}],'),
  "a prototype": (line) => line.replace(/^\{/, '{"__proto__":{},'),
  "a cut": (line, at) => line.slice(0, at % line.length),
  "a lost letter": (line, at) => line.slice(0, at % line.length) + line.slice((at % line.length) + 1),
};

function escaped(letter: string): string {
  return `"session_id":"\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const rewrite = fc.constantFrom(...Object.keys(REWRITES));
const event = fc.oneof(
  { weight: 3, arbitrary: eventArbitrary() },
  { weight: 1, arbitrary: nearMissArbitrary("event").map(({ value }) => value) },
);

describe("reading event lines fast", () => {
  test("takes nothing that the diagnosing path refuses, and every compact valid line", () => {
    fc.assert(
      fc.property(
        event,
        rewrite,
        fc.nat(2000),
        fc.constantFrom(...KINDS),
        fc.constantFrom("reject", "allow"),
        (artifact, how, at, kind, unknownFields) => {
          const line = REWRITES[how]!(JSON.stringify(artifact), at);
          if (/\p{Surrogate}/u.test(line)) return;
          const fast = eventLineReader(kind, { unknownFields })(line);
          const slow = validateText(kind, line, { unknownFields });
          if (fast !== undefined) {
            expect(slow).toMatchObject({ ok: true });
            expect(fast).toEqual(slow.ok && slow.value);
          } else if (how === "same" && unknownFields === "reject" && line.length < 65_536) {
            expect(slow.ok).toBe(false);
          }
        },
      ),
      { seed: 11, numRuns: process.env["RSPP_FULL"] === "1" ? 200_000 : 4000 },
    );
  });

  test.each(Object.keys(REWRITES).filter((how) => /twice|surrogate/.test(how)))("leaves %s to it", (how) => {
    const line = JSON.stringify({
      schema_version: "v1.0",
      event_scope: "turn",
      session_id: "sess-1",
      turn_id: "turn-1",
      pipeline_version: "pipeline-v1",
      event_id: "event-1",
      lane: "DataLane",
      transport_sequence: 1,
      runtime_sequence: 1,
      runtime_timestamp_ms: 100,
      wall_clock_timestamp_ms: 1770000000100,
      authority_epoch: 7,
      payload_class: "audio_raw",
      media_time: { pts_ms: 12 },
    });
    const changed = REWRITES[how]!(line, 0);
    expect(changed).not.toBe(line);
    expect(eventLineReader("event", {})(line)).toEqual(JSON.parse(line));
    expect(eventLineReader("event", {})(changed)).toBeUndefined();
  });

  test("leaves every line to it when the reader may not nest as deep as usual", () => {
    const line = JSON.stringify(eventContract.example);
    expect(eventLineReader("event", {})(line)).toEqual(eventContract.example);
    expect(eventLineReader("event", { maxDepth: 8 })(line)).toBeUndefined();
    expect(eventLineReader("event", { maxLength: 10 })(line)).toBeUndefined();
  });
});
