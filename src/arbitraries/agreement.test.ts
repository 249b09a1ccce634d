/**
 * Four judges, one verdict: Zod, the JSON Schema under Ajv, the compiled check and the diagnosing path
 * agree about every value, in closed and in open mode.
 *
 * The only difference allowed: JSON Schema may accept what breaks nothing but rules that it cannot say, as
 * `x-rspp-rules` admits. With RSPP_FULL=1 the test looks at 200,000 values a kind instead of a few hundred.
 */
import type { Arbitrary } from "fast-check";
import { assert, oneof, property } from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import { diagnose } from "../validators/diagnose.ts";
import { kindEntry } from "../validators/validate.ts";
import { arbitraryOfKind } from "./arbitrary-of-kind.ts";
import type { Kind, KindJudges } from "./judges.test-kit.ts";
import { ALL_KINDS, CONTRACTS, judgesOf } from "./judges.test-kit.ts";
import { MutantArbitrary } from "./mutate-json.test-kit.ts";
import { nearMissArbitrary } from "./near-miss/near-miss-arbitrary.ts";

const isFull = process.env["RSPP_FULL"] === "1";
const VALUES_A_KIND = isFull ? 200_000 : 600;

/** Verdicts that were given. */
interface Tally {
  accepted: number;
  refused: number;
  /** Refused by all but the JSON Schema, which cannot say the rule. */
  unsaid: number;
  /** Values over which Ajv itself failed. */
  abstained: number;
}

const tallies = new Map<string, Tally>();

describe("Zod, JSON Schema, compiled check and diagnosis agree", () => {
  const minutes = 60_000;
  it.each(ALL_KINDS)("about %s", { timeout: isFull ? 60 * minutes : minutes }, (kind) => {
    const closed = { openness: "closed", judges: judgesOf(kind, "closed") } as const;
    const open = { openness: "open", judges: judgesOf(kind, "open") } as const;
    const agree = property(valuesOf(kind), (value) => {
      for (const { openness, judges } of [closed, open]) expectAgreement(kind, openness, judges, value);
    });
    assert(agree, { seed: 20260209, numRuns: VALUES_A_KIND, endOnFailure: true });
    for (const openness of ["closed", "open"] as const) {
      const { accepted, refused } = tallyOf(kind, openness);
      expect(Math.min(accepted, refused)).toBeGreaterThan(VALUES_A_KIND / 20);
    }
  });

  afterAll(() => {
    const sum = (name: keyof Tally) => [...tallies.values()].reduce((total, tally) => total + tally[name], 0);
    const count = (value: number) => value.toLocaleString("en");
    console.log(
      `Agreement on ${ALL_KINDS.length} kinds in 2 modes: ${count(sum("accepted"))} accepted, ${count(sum("refused"))} refused, of these ${count(sum("unsaid"))} under rules that JSON Schema cannot say; Ajv failed over ${count(sum("abstained"))}`,
    );
  });
});

describe("differences that are known", () => {
  it("Ajv fails over a list of unique items when an item has a field named toString", () => {
    const { example } = CONTRACTS.resolved_turn_plan;
    const item = { toString: 1 };
    const plan = {
      ...(example as object),
      allowed_adaptive_actions: [item, item, item].map((one) => ({ ...one })),
    };
    const { zod, ajv } = judgesOf("resolved_turn_plan", "closed");
    const { fits } = kindEntry("resolved_turn_plan");
    expect([fits(plan, false), ajv(plan), zod(plan)]).toEqual([false, undefined, false]);
  });

  it("Zod does not look at a map entry named __proto__, which JSON.parse makes a name like any other", () => {
    const text = JSON.stringify(CONTRACTS.resolved_turn_plan.example);
    const plan: unknown = JSON.parse(
      text.replace('"provider_bindings":{', '"provider_bindings":{"__proto__":5,'),
    );
    const { zod, ajv } = judgesOf("resolved_turn_plan", "closed");
    const { fits } = kindEntry("resolved_turn_plan");
    expect([fits(plan, false), ajv(plan), zod(plan)]).toEqual([false, false, true]);
  });
});

/** Valid artifacts, artifacts of a later minor, near misses and mutants of all of them. */
function valuesOf(kind: Kind): Arbitrary<unknown> {
  const valid = arbitraryOfKind(kind);
  const later = arbitraryOfKind(kind, { unknownFields: "allow" });
  const near = nearMissArbitrary(kind).map(({ value }) => value);
  const { shape } = kindEntry(kind);
  const mutants = [valid, later, near].map((base) => new MutantArbitrary(base as Arbitrary<unknown>, shape));
  return oneof(valid, later, near, ...mutants, ...mutants) as Arbitrary<unknown>;
}

function expectAgreement(kind: Kind, openness: "closed" | "open", judges: KindJudges, value: unknown): void {
  const { fits, shape } = kindEntry(kind);
  const isOpen = openness === "open";
  const verdict = fits(value, isOpen);
  const { diagnostics } = diagnose(shape, value, { open: isOpen });
  const broken = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  const tally = tallyOf(kind, openness);
  tally[verdict ? "accepted" : "refused"] += 1;
  const accepts = { zod: judges.zod(value), diagnosis: broken.length === 0 };
  const disagreement = Object.entries(accepts).find(([, accepted]) => accepted !== verdict);
  if (disagreement !== undefined) refuse(disagreement[0], value);
  const accepted = judges.ajv(value);
  if (accepted === undefined) tally.abstained += 1;
  if (accepted === undefined || accepted === verdict) return;
  const cannotSay = accepted && broken.every((rule) => judges.unsaid.has(rule));
  if (!cannotSay) refuse("JSON Schema", value);
  tally.unsaid += 1;

  function refuse(judge: string, found: unknown): never {
    const rules = [...new Set(broken)].join(", ") || "none";
    throw new Error(
      `${judge} and the compiled check disagree about this ${openness} ${kind} (broken rules: ${rules}): ${JSON.stringify(found)}`,
    );
  }
}

function tallyOf(kind: Kind, openness: string): Tally {
  const key = `${kind} ${openness}`;
  const tally = tallies.get(key) ?? { accepted: 0, refused: 0, unsaid: 0, abstained: 0 };
  tallies.set(key, tally);
  return tally;
}
