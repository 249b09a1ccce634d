import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Shape } from "../../validators/shape.ts";
import { kindEntry } from "../../validators/validate.ts";
import { ALL_KINDS, CONTRACTS, judgesOf } from "../judges.test-kit.ts";
import { brokenArtifacts, nearMisses, rulesBrokenBy } from "./near-miss.ts";
import { nearMissArbitrary } from "./near-miss-arbitrary.ts";

/** Every rule that a shape can report. */
function rulesIn(shape: Shape): Set<string> {
  const text = JSON.stringify(shape);
  return new Set(["CON-01", ...[...text.matchAll(/[A-Z]{3}-\d\d/g)].map(([rule]) => rule)]);
}

describe("the near misses of every kind", () => {
  it.each(ALL_KINDS)("%s: each breaks exactly the rule that it names", (kind) => {
    const { shape, fits } = kindEntry(kind);
    const { zod, ajv, unsaid } = judgesOf(kind, "closed");
    for (const { rule, level, value } of nearMisses(kind, CONTRACTS[kind].example)) {
      expect(rulesBrokenBy(shape, value)).toEqual([rule]);
      expect([fits(value, false), zod(value)]).toEqual(level === "MUST" ? [false, false] : [true, true]);
      if (!unsaid.has(rule)) expect(ajv(value)).toBe(false);
    }
  });

  it.each(ALL_KINDS)("%s: every break is reported under the rule that the shape says", (kind) => {
    const { shape } = kindEntry(kind);
    // The rule of a break is read off the shape; what the diagnosis reports is a second opinion.
    for (const { rule, value } of brokenArtifacts(shape, CONTRACTS[kind].example))
      expect(rulesBrokenBy(shape, value)).toContain(rule);
  });

  it.each(ALL_KINDS)("%s: there is one for every rule of a single artifact", (kind) => {
    const known = rulesIn(kindEntry(kind).shape);
    const artifactRules = CONTRACTS[kind].requirements.filter(({ scope }) => scope === "artifact");
    const covered = new Set(nearMisses(kind).map(({ rule }) => rule));
    const missing = artifactRules.filter(({ id }) => known.has(id) && !covered.has(id)).map(({ id }) => id);
    expect(missing).toEqual([]);
  });

  it("have names that are unique for each rule", () => {
    for (const kind of ALL_KINDS) {
      const names = nearMisses(kind).map(({ rule, name }) => `${rule} ${name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("leave the given artifact as it was", () => {
    const artifact = structuredClone(CONTRACTS.control_signal.example);
    nearMisses("control_signal", artifact);
    expect(artifact).toEqual(CONTRACTS.control_signal.example);
  });
});

describe("arbitrary near misses", () => {
  it.each(ALL_KINDS)("%s: each breaks exactly the rule that it names, and every rule turns up", (kind) => {
    const { shape } = kindEntry(kind);
    const seen = new Set<string>();
    fc.assert(
      fc.property(nearMissArbitrary(kind), ({ rule, value }) => {
        seen.add(rule);
        expect(rulesBrokenBy(shape, value)).toEqual([rule]);
      }),
      { seed: 1, numRuns: 600 },
    );
    const rules = nearMisses(kind).filter(({ level }) => level === "MUST");
    expect([...seen].sort()).toEqual([...new Set(rules.map(({ rule }) => rule))].sort());
  });

  it("break the rules that are asked for, SHOULD rules too", () => {
    const [miss] = fc.sample(nearMissArbitrary("resolved_turn_plan", { rules: ["PLN-14"] }), 1);
    expect(miss).toMatchObject({ rule: "PLN-14", level: "SHOULD" });
    expect(() => nearMissArbitrary("replay_cursor", { rules: ["EVT-04"] })).toThrow(
      "Cannot generate near misses of replay_cursor: expected rules among CON-01, CON-02, CON-03 but received EVT-04",
    );
  });

  it("shrink to the smallest near miss of the same rule", () => {
    const { counterexample } = fc.check(
      fc.property(nearMissArbitrary("event_record", { rules: ["EVT-12"] }), () => false),
      { seed: 2 },
    );
    const smallest = nearMisses("event_record").find(({ rule }) => rule === "EVT-12");
    expect(counterexample).toEqual([smallest]);
  });
});
