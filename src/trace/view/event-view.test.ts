import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { controlSignalArbitrary } from "../../arbitraries/signals/control-signal.ts";
import { minimalJsonLength } from "../../internal/json-text/minimal-json-length.ts";
import { emptyView, readEvent, readParsedEvent } from "./event-view.ts";

/** Fields of the view that are named after a field of the event. */
const FIELDS = {
  texts: [
    ...(["event_id", "session_id", "turn_id", "event_scope", "payload_class", "signal", "reason"] as const),
    ...(["scope", "target_lane", "edge_id", "node_id", "provider_invocation_id"] as const),
    ...(["causal_parent_id", "idempotency_key", "sync_id", "sync_domain", "merge_group_id"] as const),
    "plan_hash" as const,
  ],
  counts: ["runtime_sequence", "runtime_timestamp_ms", "authority_epoch", "amount"] as const,
};

describe("the view of an event", () => {
  test("has every field of the event that invariants look at", () => {
    const texts = FIELDS.texts.map((name) => [name, `the ${name}`] as const);
    const counts = FIELDS.counts.map((name, at) => [name, at + 5] as const);
    const others = { seq_range: { start: 1, end: 2 }, merged_from_event_ids: ["a"], late_after_cancel: true };
    const event = { ...Object.fromEntries([...texts, ...counts]), ...others };
    const view = emptyView();
    expect(readEvent({ lane: "ControlLane", ...event }, view)).toBe(true);
    expect(view).toMatchObject({ ...event, lane: "ControlLane", kind: "the signal", kindNumber: 0 });
    expect(readEvent({ lane: "DataLane", ...event }, view)).toBe(true);
    expect(view).toMatchObject({ ...event, lane: "DataLane", kind: "DataLane", signal: undefined });
    const known = new Set([...FIELDS.texts, ...FIELDS.counts, ...Object.keys(others)]);
    const own = new Set(["index", "kind", "kindNumber", "session_number", "lane", "leastLength"]);
    expect(Object.keys(view).filter((name) => !known.has(name) && !own.has(name))).toEqual([]);
  });

  test("keeps nothing of the event before", () => {
    const view = emptyView();
    readEvent({ lane: "ControlLane", reason: "r", turn_id: "t", late_after_cancel: true }, view);
    readEvent({}, view);
    expect({ ...view, index: -1 }).toEqual(emptyView());
  });

  test("measures what was parsed as the shared measure does", () => {
    const odd = fc.constantFrom<unknown>(
      0,
      7,
      1000,
      1e6,
      1.5,
      -3,
      2 ** 31,
      99_999_999,
      1e15,
      null,
      [],
      {},
      "",
    );
    const value = fc.oneof(odd, fc.nat(), fc.string(), fc.jsonValue());
    const events = fc.oneof(
      controlSignalArbitrary() as fc.Arbitrary<object>,
      fc.dictionary(fc.string({ minLength: 1 }), value, { minKeys: 1 }),
    );
    fc.assert(
      fc.property(events, (event) => {
        const parsed: unknown = JSON.parse(JSON.stringify(event));
        const view = emptyView();
        readParsedEvent(parsed, view);
        expect(view.leastLength).toBe(minimalJsonLength(parsed, 33));
      }),
      { numRuns: 1000 },
    );
  });
});
