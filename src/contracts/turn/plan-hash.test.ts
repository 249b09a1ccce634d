import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { freezePlan } from "./freeze-plan.ts";
import { computePlanHash } from "./plan-hash.ts";
import { PLAN_EXAMPLE } from "./resolved-turn-plan.ts";

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, shuffled(inner)]),
  );
};

test("the hash does not depend on the order of names or on plan_hash itself", () => {
  const hash = computePlanHash(PLAN_EXAMPLE);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(computePlanHash(shuffled(PLAN_EXAMPLE) as typeof PLAN_EXAMPLE)).toBe(hash);
  expect(computePlanHash({ ...PLAN_EXAMPLE, plan_hash: hash })).toBe(hash);
});

test("the hash is SHA-256 of the canonical JSON, as Node computes it", () => {
  const { plan_hash: _hash, ...rest } = PLAN_EXAMPLE;
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, inner]) => [name, sorted(inner)]),
    );
  };
  const expected = createHash("sha256")
    .update(JSON.stringify(sorted(rest)))
    .digest("hex");
  expect(computePlanHash(PLAN_EXAMPLE)).toBe(expected);
});

test("any change of the plan changes the hash", () => {
  const changed = { ...PLAN_EXAMPLE, budgets: { ...PLAN_EXAMPLE.budgets, turn_budget_ms: 2001 } };
  expect(computePlanHash(changed)).not.toBe(computePlanHash(PLAN_EXAMPLE));
});

test("a frozen plan is immutable at every depth and the original is not touched", () => {
  const frozen = freezePlan(PLAN_EXAMPLE);
  expect(frozen).toEqual(PLAN_EXAMPLE);
  expect(Object.isFrozen(frozen.edge_buffer_policies["default"]?.watermarks.queue_items)).toBe(true);
  expect(Object.isFrozen(PLAN_EXAMPLE.budgets)).toBe(false);
  expect(() => Object.assign(frozen.budgets, { turn_budget_ms: 1 })).toThrow(TypeError);
  expect(() => (frozen.allowed_adaptive_actions as string[]).push("degrade")).toThrow(TypeError);
});
