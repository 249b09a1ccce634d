/**
 * Contracts: one Zod schema under one address, from which everything else is made.
 *
 * Whether unknown fields pass is decided here and nowhere else: a contract is written closed, and its
 * open form is derived from it, at every depth.
 */
import { z } from "zod";

import { holds } from "./condition.ts";
import type { Check, Requirement } from "./rule.ts";

/** Rule ids that an object reports for what is not about one declared field. */
export interface ObjectRules {
  /** Reported for an unknown field in closed mode. */
  readonly unknown?: string;
  /** Reported for an integer beyond 2^53 - 1, where the contract has a rule of its own for that. */
  readonly unsafe?: string;
  /** Checks across fields. */
  readonly checks?: readonly Check[];
}

/** A closed JSON object with its cross-field checks. */
export function wireObject<const S extends z.ZodRawShape>(shape: S, rules: ObjectRules = {}) {
  const checks = rules.checks ?? [];
  const closed = z.strictObject(shape);
  const schema = checks.length === 0 ? closed : closed.superRefine(failingChecks(checks));
  return remember(schema, rules);
}

/** Rules of a union of objects. */
export interface UnionRules extends ObjectRules {
  /** Rule reported for a field that is wrong only for this branch; `*` for all other fields. */
  readonly branch: Readonly<Record<string, string>>;
}

/** A union of wire objects that the value of one field tells apart. */
export function wireUnion<const O extends readonly [Member, ...Member[]]>(
  discriminator: string,
  options: O,
  rules: UnionRules,
) {
  const union = z.discriminatedUnion(discriminator, options);
  const checks = rules.checks ?? [];
  const schema = checks.length === 0 ? union : union.superRefine(failingChecks(checks));
  return remember(schema, rules, {
    "x-rspp-discriminator": discriminator,
    "x-rspp-branch-rules": rules.branch,
  });
}

/** A union of wire objects of which a value has exactly one, told apart by the fields that are there. */
export function wireChoice<const O extends readonly z.ZodType[]>(options: O, rules: UnionRules) {
  return remember(z.union(options), rules, { "x-rspp-branch-rules": rules.branch });
}

/**
 * A union of wire objects, each with all of its own fields, that the value of one field tells apart. Unlike the
 * branches of a `wireUnion`, variants may have fields of one name with different types.
 */
export function wireVariants<const O extends readonly [Member, ...Member[]]>(
  discriminator: string,
  options: O,
) {
  return z.discriminatedUnion(discriminator, options).meta({ "x-rspp-variants": discriminator });
}

type Member = z.core.$ZodTypeDiscriminable & z.ZodType;

function remember<S extends z.ZodType>(
  schema: S,
  rules: ObjectRules,
  extra: Record<string, unknown> = {},
): S {
  return schema.meta({
    "x-rspp-unknown-rule": rules.unknown ?? "CON-03",
    ...(rules.unsafe !== undefined && { "x-rspp-unsafe-rule": rules.unsafe }),
    ...((rules.checks ?? []).length > 0 && { "x-rspp-checks": rules.checks }),
    ...extra,
  });
}

function failingChecks(checks: readonly Check[]) {
  return (value: unknown, context: z.core.$RefinementCtx) => {
    for (const check of checks) {
      if (check.level === "SHOULD") continue;
      if (check.when !== undefined && !holds(check.when, value)) continue;
      if (holds(check.must, value)) continue;
      context.issues.push({
        code: "custom",
        input: value,
        path: check.at.split("."),
        message: `Expected ${check.expected}`,
        params: { rule: check.rule },
      });
    }
  };
}

/** What a contract is made of. */
export interface ContractDefinition<S extends z.ZodType> {
  /** `<room>/<name>`: the same path under schemas, vectors, arbitraries and docs. */
  readonly address: string;
  /** The snake_case name that `validate` takes. */
  readonly kind: string;
  /** Package version that introduced the contract. */
  readonly since: string;
  readonly title: string;
  /** What it is and who writes it, for the schema and the reference page. */
  readonly about: string;
  readonly schema: S;
  readonly requirements: readonly Requirement[];
  /** A smallest valid artifact, the seed of vectors, mutations and examples. */
  readonly example: z.infer<S>;
}

/** A contract: its definition and the open form of its schema. */
export interface Contract<S extends z.ZodType = z.ZodType> extends ContractDefinition<S> {
  /** The same schema with unknown fields allowed and kept. */
  readonly open: S;
}

/** Defines a contract. */
export function defineContract<S extends z.ZodType>(definition: ContractDefinition<S>): Contract<S> {
  return { ...definition, open: withUnknownFields(definition.schema) };
}

/** A copy of the schema in which every object at any depth lets unknown fields through. */
export function withUnknownFields<S extends z.ZodType>(schema: S): S {
  const copy = openCopy(schema) as S;
  const meta = z.globalRegistry.get(schema);
  if (copy !== schema && meta !== undefined) z.globalRegistry.add(copy, meta);
  return copy;
}

function openCopy(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as z.ZodRawShape);
    const shape = Object.fromEntries(
      fields.map(([name, field]) => [name, withUnknownFields(field as z.ZodType)]),
    );
    return z.core.clone(schema, { ...schema.def, shape, catchall: z.unknown() });
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map((option) => withUnknownFields(option as z.ZodType));
    return z.core.clone(schema, { ...schema.def, options });
  }
  if (schema instanceof z.ZodArray) {
    return z.core.clone(schema, { ...schema.def, element: withUnknownFields(schema.element as z.ZodType) });
  }
  if (schema instanceof z.ZodOptional) {
    return z.core.clone(schema, {
      ...schema.def,
      innerType: withUnknownFields(schema.unwrap() as z.ZodType),
    });
  }
  if (schema instanceof z.ZodRecord) {
    return z.core.clone(schema, {
      ...schema.def,
      valueType: withUnknownFields(schema.valueType as z.ZodType),
    });
  }
  return schema;
}
