import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decisionOutcomeShape, fitsDecisionOutcome } from "../../validators/generated/decision-outcome.ts";
import { decisionOutcomeArbitrary } from "./decision-outcome.ts";

function values(field: string): readonly string[] {
  const shape = decisionOutcomeShape.fields[field]?.shape;
  return shape?.is === "text" ? (shape.of ?? []) : [];
}

const KEYS = ["outcome_kind", "phase", "scope", "emitted_by"] as const;

/** Every combination that the contract accepts, found by asking about all of them. */
function legalCombinations(): string[] {
  const [example] = fc.sample(decisionOutcomeArbitrary(), { seed: 1, numRuns: 1 });
  const combinations = KEYS.reduce<Record<string, unknown>[]>(
    (partial, key) => partial.flatMap((one) => values(key).map((value) => ({ ...one, [key]: value }))),
    [{ ...example }],
  ).flatMap((one) =>
    ["turn-1", undefined].flatMap((turn_id) =>
      [1, undefined].map((authority_epoch) => ({ ...one, turn_id, authority_epoch })),
    ),
  );
  return combinations.filter((one) => fitsDecisionOutcome(one, false)).map(described);
}

const described = (one: Readonly<Record<string, unknown>>): string =>
  [...KEYS.map((key) => one[key]), one["turn_id"] !== undefined, one["authority_epoch"] !== undefined].join(
    " ",
  );

describe("arbitrary decision outcomes", () => {
  it("reach every legal combination of outcome, phase, scope, emitter, turn and epoch", () => {
    const legal = legalCombinations();
    const found = fc.sample(decisionOutcomeArbitrary(), { seed: 2, numRuns: 40_000 });
    expect(legal.length).toBeGreaterThan(100);
    expect([...new Set(found.map(described))].sort()).toEqual([...legal].sort());
  });

  it.each([
    { emitted_by: "RK-24" },
    { emitted_by: "CP-05" },
    { phase: "active_turn" },
    { scope: "node_dispatch" },
    { scope: "tenant", authority_epoch: undefined },
    { turn_id: undefined },
  ] as const)("can be had with %o", (fixed) => {
    const found = fc.sample(decisionOutcomeArbitrary({ with: fixed }), { seed: 3, numRuns: 5_000 });
    expect(found.every((one) => fitsDecisionOutcome(one, false))).toBe(true);
    const matching = (one: object) =>
      Object.entries(fixed).every(([name, value]) => (one as Record<string, unknown>)[name] === value);
    expect(found.every(matching)).toBe(true);
  });
});
