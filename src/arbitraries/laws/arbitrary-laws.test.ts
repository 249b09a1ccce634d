import { Arbitrary, constant, constantFrom, Stream, Value } from "fast-check";
import { describe, expect, it } from "vitest";

import { arbitraryOfKind } from "../arbitrary-of-kind.ts";
import { ALL_KINDS, CONTRACTS, lawJudges } from "../judges.test-kit.ts";
import { replayCursorArbitrary } from "../observability/replay-cursor.ts";
import { ARBITRARY_LAWS, checkArbitraryLaws } from "./arbitrary-laws.ts";

const lawless = (value: unknown, name: string, wanted: unknown): boolean =>
  (value as Record<string, unknown> | null)?.[name] === wanted;

/** Always the same value, shrunk in the way that is given. */
class Shrinking extends Arbitrary<unknown> {
  constructor(
    readonly value: unknown,
    readonly smaller: () => unknown,
  ) {
    super();
  }
  override generate = () => new Value(this.value, undefined);
  override canShrinkWithoutContext = (_value: unknown): _value is unknown => true;
  override shrink = () => {
    const value = this.smaller();
    return value === undefined ? Stream.nil<Value<unknown>>() : Stream.of(new Value(value, undefined));
  };
}

describe("the arbitrary of every contract keeps the laws", () => {
  it.each(ALL_KINDS)("%s", (kind) => {
    expect(checkArbitraryLaws(kind, arbitraryOfKind(kind), { judges: lawJudges(kind) })).toEqual([]);
  });
});

describe("each law fails for an arbitrary that breaks it", () => {
  const kind = "replay_cursor";
  const judges = lawJudges(kind);
  const example = CONTRACTS[kind].example as Record<string, unknown>;
  const breached = (arbitrary: Parameters<typeof checkArbitraryLaws>[1], judge = judges) =>
    checkArbitraryLaws(kind, arbitrary, { judges: judge }).map(({ law }) => law);

  it("a value that does not parse breaks the first law", () => {
    expect(breached(constantFrom(example, { ...example, lane: "SideLane" }))).toContain("parses");
  });

  it("values from a counter differ with the same seed", () => {
    let count = 0;
    const counting = constant(0).map(() => ({ ...example, runtime_sequence: ++count }));
    expect(breached(counting)).toEqual(["repeats"]);
  });

  it("a shrink to an invalid value is found", () => {
    const shrinking = new Shrinking(example, () => ({ ...example, event_id: "" }));
    expect(breached(shrinking)).toEqual(["shrinks"]);
  });

  it("shrinking that never ends is found", () => {
    expect(breached(new Shrinking(example, () => example))).toEqual(["shrinks"]);
    expect(breached(new Shrinking(example, () => undefined))).toEqual([]);
  });

  it("a value that JSON changes breaks the round trip", () => {
    expect(breached(constant({ ...example, runtime_sequence: -0 }))).toContain("round_trips");
    expect(breached(constant({ ...example, later: undefined }))).toContain("round_trips");
  });

  it("a JSON Schema of another opinion is found", () => {
    const jsonSchema = (value: unknown) => judges.jsonSchema(value) && !lawless(value, "lane", "DataLane");
    expect(breached(replayCursorArbitrary(), { ...judges, jsonSchema })).toContain("agrees");
  });

  it("a judge that accepts a mutant is found", () => {
    const schema = (value: unknown) => judges.schema(value) || lawless(value, "event_id", "");
    expect(breached(replayCursorArbitrary(), { ...judges, schema })).toContain("refuses");
  });

  it("every law has a name and a sentence", () => {
    expect(Object.keys(ARBITRARY_LAWS)).toHaveLength(6);
  });
});
