/**
 * The laws of arbitraries: what every generator of artifacts owes the tests that are built on it.
 *
 * The judges are handed in: the laws hold a generator against a Zod schema and a JSON Schema without
 * loading either.
 */
import type { Arbitrary } from "fast-check";
import { sample } from "fast-check";

import { describeValue } from "../../internal/describe-value.ts";
import type { ArtifactOfKind } from "../../validators/generated/kinds.ts";
import { kindEntry } from "../../validators/validate.ts";
import { nearMisses, rulesBrokenBy } from "../near-miss/near-miss.ts";
import { isSameJson } from "./same-json.ts";
import { walkShrinks } from "./walk-shrinks.ts";

/** Who says whether a value is valid, in closed mode. */
export interface ArtifactJudges {
  /** Verdict of the Zod schema. */
  readonly schema: (value: unknown) => boolean;
  /** Verdict of the JSON Schema. */
  readonly jsonSchema: (value: unknown) => boolean;
  /** Rules that JSON Schema cannot say. */
  readonly unsaidRules?: readonly string[];
}

/** Who judges, how many values, and which. */
export interface LawOptions {
  readonly judges: ArtifactJudges;
  readonly seed?: number;
  readonly numRuns?: number;
}

/** The laws, by name. */
export const ARBITRARY_LAWS = {
  parses: "Every value parses under its schema",
  repeats: "The same seed gives the same values",
  shrinks: "Shrinks stay valid and come to an end",
  round_trips: "Values survive a JSON round trip",
  agrees: "JSON Schema agrees with the schema",
  refuses: "Every mutant is refused with its rule",
} as const;

/** Name of a law. */
export type ArbitraryLaw = keyof typeof ARBITRARY_LAWS;

/** A law that does not hold, with a value that shows it. */
export interface LawBreach {
  readonly law: ArbitraryLaw;
  readonly message: string;
  readonly value: unknown;
}

/** What the laws are asked about. */
interface Subject {
  readonly kind: keyof ArtifactOfKind;
  readonly arbitrary: Arbitrary<unknown>;
  readonly judges: ArtifactJudges;
  readonly values: readonly unknown[];
  readonly seed: number;
}

/** Values that are shrunk, and values that mutants are made of: both cost many times a value. */
const SHRUNK_VALUES = 8;
const MUTATED_VALUES = 3;

/** The first breach of each law that an arbitrary of a kind does not keep; none when it keeps them all. */
export function checkArbitraryLaws(
  kind: keyof ArtifactOfKind,
  arbitrary: Arbitrary<unknown>,
  { judges, seed = 1, numRuns = 100 }: LawOptions,
): LawBreach[] {
  const values = sample(arbitrary, { seed, numRuns });
  const subject: Subject = { kind, arbitrary, judges, values, seed };
  return (Object.keys(CHECKS) as ArbitraryLaw[]).flatMap((law) => {
    const [breach] = CHECKS[law](subject);
    return breach === undefined ? [] : [{ law, ...breach }];
  });
}

type Finding = Omit<LawBreach, "law">;

const CHECKS: Readonly<Record<ArbitraryLaw, (subject: Subject) => Iterable<Finding>>> = {
  *parses({ kind, judges, values }) {
    const { fits } = kindEntry(kind);
    for (const value of values)
      if (!judges.schema(value) || !fits(value, false))
        yield finding(`generate ${kind}`, "a valid value", value);
  },
  *repeats({ kind, arbitrary, values, seed }) {
    const again = sample(arbitrary, { seed, numRuns: values.length });
    for (const [index, value] of values.entries())
      if (!isSameJson(value, again[index]))
        yield finding(`generate ${kind} again`, "the same value", again[index]);
  },
  *shrinks({ kind, arbitrary, judges, seed }) {
    for (const { value, endless } of walkShrinks(arbitrary, { seed, values: SHRUNK_VALUES })) {
      if (endless) yield finding(`shrink ${kind}`, "an end of shrinking", value);
      if (!judges.schema(value)) yield finding(`shrink ${kind}`, "a valid value", value);
    }
  },
  *round_trips({ kind, values }) {
    for (const value of values)
      if (!isSameJson(value, JSON.parse(JSON.stringify(value))))
        yield finding(`write ${kind} as JSON`, "a value that comes back the same", value);
  },
  *agrees({ kind, judges, values }) {
    for (const value of values)
      if (judges.jsonSchema(value) !== judges.schema(value))
        yield finding(`judge ${kind}`, "one verdict of schema and JSON Schema", value);
  },
  *refuses({ kind, judges, values }) {
    const { shape, fits } = kindEntry(kind);
    for (const artifact of values.slice(0, MUTATED_VALUES)) {
      for (const { rule, level, how, value } of nearMisses(kind, artifact)) {
        if (level !== "MUST") continue;
        const unsaid = judges.unsaidRules?.includes(rule) ?? false;
        const accepted = judges.schema(value) || fits(value, false) || (!unsaid && judges.jsonSchema(value));
        if (accepted) yield finding(`refuse ${kind} where ${how}`, `a refusal under ${rule}`, value);
        if (rulesBrokenBy(shape, value).join() !== rule)
          yield finding(`diagnose ${kind}`, `just ${rule}`, value);
      }
    }
  },
};

const finding = (action: string, expected: string, value: unknown): Finding => ({
  message: `Cannot ${action}: expected ${expected} but received ${describeValue(value)}`,
  value,
});
