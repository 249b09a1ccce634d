/** The laws that distributed engines rely on, to the byte. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type TurnMetrics, turnMetricsContract } from "../../../contracts/observability/turn-metrics.ts";
import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import { type MvpSloPart, mvpSloCombine } from "./mvp-slo-combine.ts";

const turn = fc
  .record({
    turn_id: fc.nat(20).map((id) => `t${id}`),
    accepted: fc.nat(9).map((roll) => roll > 0),
    turn_open_at_ms: fc.option(fc.nat(2500), { nil: undefined }),
    cancel_accepted_at_ms: fc.option(fc.nat(2500), { nil: undefined }),
    cancel_fence_applied_at_ms: fc.option(fc.nat(2500), { nil: undefined }),
    baseline_complete: fc.boolean(),
  })
  .map((changes): TurnMetrics => ({ ...turnMetricsContract.example, ...changes }));
const turns = fc.array(turn, { maxLength: 25 });

/** Few findings are kept, so that bounds are reached. */
const OPTIONS = { maxViolationsPerCode: 3, thresholds: { cancel_fence_p95_ms: 40 } };
const combine = mvpSloCombine(OPTIONS);
const partOf = (some: readonly TurnMetrics[]) => some.reduce<MvpSloPart>(combine.add, combine.create());
const bytes = (part: MvpSloPart) => JSON.stringify(part);
const sent = (part: MvpSloPart) => JSON.parse(bytes(part)) as MvpSloPart;

describe("mvpSloCombine", () => {
  it("is the accumulator over the same turns", () => {
    fc.assert(
      fc.property(turns, (some) => {
        const accumulator = createMvpSloAccumulator(OPTIONS);
        for (const sample of some) accumulator.add(sample);
        expect(bytes(partOf(some))).toBe(bytes(accumulator));
        expect(combine.extract(sent(partOf(some)))).toEqual(accumulator.report());
      }),
      { seed: 71 },
    );
  });

  it("is associative and commutative, and an empty part changes nothing", () => {
    fc.assert(
      fc.property(turns, turns, turns, (first, second, third) => {
        const [a, b, c] = [partOf(first), sent(partOf(second)), partOf(third)];
        const left = bytes(combine.merge([combine.merge([a, b]), c]));
        expect(bytes(combine.merge([a, combine.merge([b, c])]))).toBe(left);
        expect(bytes(combine.merge([c, a, b]))).toBe(left);
        expect(bytes(combine.merge([combine.create(), a]))).toBe(bytes(a));
        expect(bytes(combine.merge([]))).toBe(bytes(combine.create()));
      }),
      { seed: 72 },
    );
  });

  it("does not care how a run is cut up, in which order it comes, and what travels as JSON", () => {
    const cut = turns.chain((some) => {
      const whole = { minLength: some.length, maxLength: some.length };
      const place = fc.record({ part: fc.nat(4), isSent: fc.boolean() });
      return fc.tuple(fc.constant(some), fc.shuffledSubarray(some, whole), fc.array(place, whole));
    });
    fc.assert(
      fc.property(cut, ([some, shuffled, places]) => {
        const parts = Array.from({ length: 5 }, (): MvpSloPart => combine.create());
        for (const [index, { part, isSent }] of places.entries()) {
          const before = parts[part]!;
          parts[part] = combine.add(isSent ? sent(before) : before, shuffled[index]!);
        }
        expect(bytes(combine.merge(parts))).toBe(bytes(partOf(some)));
      }),
      { seed: 73 },
    );
  });

  it("leaves the parts that it merges alone", () => {
    const [left, right] = [partOf(fc.sample(turn, { seed: 1, numRuns: 9 })), sent(partOf([]))];
    const before = [bytes(left), bytes(right)];
    const merged = combine.merge([left, right]);
    combine.add(merged, turnMetricsContract.example);
    expect([bytes(left), bytes(right)]).toEqual(before);
    expect(bytes(merged)).not.toBe(before[0]);
  });

  it("refuses parts that were made with other limits, and parts that nobody made", () => {
    const other = mvpSloCombine().create();
    for (const part of [other, sent(other)])
      expect(() => combine.merge([part])).toThrow("Cannot merge accumulators: expected options");
    expect(() => combine.extract(sent(other))).toThrow("Cannot merge accumulators: expected options");
    expect(() => combine.add({} as MvpSloPart, turnMetricsContract.example)).toThrow(/Cannot evaluate state/);
    expect(() => mvpSloCombine({ anchor: "sometimes" as "auto" })).toThrow("options.anchor");
  });
});
