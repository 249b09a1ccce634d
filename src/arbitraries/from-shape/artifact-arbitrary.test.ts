import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { kindEntry } from "../../validators/validate.ts";
import { arbitraryOfKind } from "../arbitrary-of-kind.ts";
import { ALL_KINDS } from "../judges.test-kit.ts";
import { controlSignalArbitrary } from "../signals/control-signal.ts";
import { eventArbitrary } from "../signals/event.ts";

const isFull = process.env["RSPP_FULL"] === "1";
const numRuns = isFull ? 100_000 : 4_000;

describe("every generated artifact is valid without having been drawn again", () => {
  it.each(ALL_KINDS)("%s", { timeout: 600_000 }, (kind) => {
    const { fits } = kindEntry(kind);
    // A check that could not be established within the bound throws, which would fail the property too.
    fc.assert(
      fc.property(arbitraryOfKind(kind), (value) => fits(value, false)),
      { seed: 7, numRuns },
    );
  });
});

describe("fields of a later minor", () => {
  it.each(ALL_KINDS)("are added to %s on request, and only then", (kind) => {
    const { fits } = kindEntry(kind);
    const later = fc.sample(arbitraryOfKind(kind, { unknownFields: "allow" }), { seed: 8, numRuns: 300 });
    expect(later.every((value) => fits(value, true))).toBe(true);
    expect(later.some((value) => !fits(value, false))).toBe(true);
  });
});

describe("fixed fields", () => {
  it("stand in every artifact, generated or shrunk", () => {
    const arbitrary = controlSignalArbitrary({ with: { session_id: "s", seq_range: { start: 4, end: 9 } } });
    const seen: unknown[] = [];
    fc.check(
      fc.property(arbitrary, ({ session_id, seq_range }) => {
        seen.push([session_id, seq_range]);
        return false;
      }),
      { seed: 3 },
    );
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen.map((pair) => JSON.stringify(pair))).size).toBe(1);
  });

  it("are copied, so that one artifact does not share them with the next", () => {
    const range = { start: 4, end: 9 };
    const [first, second] = fc.sample(controlSignalArbitrary({ with: { seq_range: range } }), 2);
    expect(first?.seq_range).toEqual(range);
    expect(first?.seq_range).not.toBe(second?.seq_range);
  });

  it("set to undefined keep a field away", () => {
    const artifacts = fc.sample(eventArbitrary({ with: { turn_id: undefined } }), { seed: 4, numRuns: 300 });
    expect(artifacts.some(({ lane }) => lane === "ControlLane")).toBe(true);
    expect(artifacts.every((artifact) => !Object.hasOwn(artifact, "turn_id"))).toBe(true);
  });

  it("that no valid artifact has are refused when the arbitrary is made", () => {
    expect(() => eventArbitrary({ with: { session_id: "" } })).toThrow(
      'Cannot generate event: expected fixed fields that a valid artifact has but received session_id ""',
    );
    const contradiction = { event_scope: "turn", turn_id: undefined } as const;
    expect(() => controlSignalArbitrary({ with: contradiction })).toThrow(TypeError);
    expect(() => controlSignalArbitrary({ signals: [] })).toThrow(TypeError);
  });
});

describe("shrinking", () => {
  it("reaches the smallest artifact that still fails", () => {
    const failing = fc.property(
      controlSignalArbitrary(),
      ({ merge_group_id }) => merge_group_id === undefined,
    );
    const { counterexample } = fc.check(failing, { seed: 5 });
    expect(counterexample).toEqual([
      {
        schema_version: "v1.0",
        event_scope: "session",
        session_id: "a",
        pipeline_version: "a",
        event_id: "a",
        lane: "ControlLane",
        transport_sequence: 0,
        runtime_sequence: 0,
        runtime_timestamp_ms: 0,
        wall_clock_timestamp_ms: 0,
        authority_epoch: 0,
        payload_class: "metadata",
        signal: expect.any(String),
        emitted_by: expect.any(String),
        merge_group_id: "a",
      },
    ]);
  });

  it("works on an artifact that someone wrote by hand", () => {
    const arbitrary = eventArbitrary();
    const [artifact] = fc.sample(arbitrary, { seed: 6, numRuns: 1 });
    expect(arbitrary.canShrinkWithoutContext(artifact)).toBe(true);
    expect(arbitrary.canShrinkWithoutContext({ ...artifact, lane: "SideLane" })).toBe(false);
    expect(arbitrary.shrink(artifact as never, undefined).has((value) => value.value !== artifact)[0]).toBe(
      true,
    );
  });
});
