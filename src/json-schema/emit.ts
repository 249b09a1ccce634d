/**
 * Emits JSON Schema 2020-12 from the contracts: Zod's own converter, then what it cannot know: references
 * between contracts, unions with their common part factored out, cross-field checks and rule lists.
 */
import { z } from "zod";

import { contracts } from "../contracts/catalog.ts";
import type { Contract } from "../contracts/core/define-contract.ts";
import type { Check, Requirement } from "../contracts/core/rule.ts";
import { checkSchema } from "./condition-schema.ts";
import { factorUnion, isObjectUnion } from "./factor-union.ts";
import type { JsonSchema, RuleAnnotation } from "./json-schema.ts";
import { withDecidingField } from "./variants.ts";

/** Base of every `$id`; the ids name the files and resolve among each other. */
export const SCHEMA_BASE = "https://rspp.dev/schemas/v1/";

/** Closed schemas refuse unknown fields, open ones let them through. */
export type Openness = "closed" | "open";

/** Path of a contract's schema file under `schemas/v1`. */
export const schemaFile = (address: string, openness: Openness): string =>
  `${address}${openness === "open" ? ".open" : ""}.schema.json`;

/** `$id` of a contract's schema. */
export const schemaId = (address: string, openness: Openness): string =>
  SCHEMA_BASE + schemaFile(address, openness);

/** The JSON Schema of a contract. */
export function emitSchema(contract: Contract, openness: Openness): JsonSchema {
  const { body, checks } = emitBody(contract, openness);
  const { $schema, title: _title, description: _description, ...rest } = body;
  return {
    $schema,
    $id: schemaId(contract.address, openness),
    title: contract.title,
    description: contract.about,
    "x-rspp-kind": contract.kind,
    "x-rspp-since": contract.since,
    ...rest,
    "x-rspp-rules": contract.requirements.map((rule) => annotate(rule, checks)),
    examples: [contract.example],
  };
}

/** The schema without its frame, and the checks of everything in it, other contracts included. */
function emitBody(contract: Contract, openness: Openness): { body: JsonSchema; checks: readonly Check[] } {
  const others = new Set<Contract>();
  const override = referOtherContracts(contract, { openness, found: (other) => others.add(other) });
  const raw = z.toJSONSchema(contract.schema, { override }) as JsonSchema;
  const checks: Check[] = [];
  const body = refine(raw, openness, checks);
  return { body, checks: [...checks, ...[...others].flatMap((other) => emitBody(other, openness).checks)] };
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"]>;

const contractOfDefinition = new Map<unknown, Contract>(
  Object.values(contracts).map((contract) => [contract.schema._zod.def, contract as unknown as Contract]),
);

function referOtherContracts(
  self: Contract,
  { openness, found }: { readonly openness: Openness; readonly found: (other: Contract) => void },
): Override {
  return ({ zodSchema, jsonSchema }) => {
    const other = contractOfDefinition.get(zodSchema._zod.def);
    if (other === undefined || other.kind === self.kind) return;
    found(other);
    const notes = jsonSchema as JsonSchema;
    const { description, "x-rspp-rule": rule } = notes;
    for (const keyword of Object.keys(notes)) delete notes[keyword as keyof JsonSchema];
    Object.assign(notes, { $ref: schemaId(other.address, openness) });
    if (description !== undefined) Object.assign(notes, { description, "x-rspp-rule": rule });
  };
}

/** Rewrites a node and everything below it; collects the checks that it finds on the way. */
function refine(node: JsonSchema, openness: Openness, checks: Check[]): JsonSchema {
  const whole = isObjectUnion(node) ? factorUnion(node) : withDecidingField(node);
  const { "x-rspp-checks": own = [], ...rest } = whole;
  checks.push(...own);
  const refined: JsonSchema = { ...rest };
  if (rest.properties !== undefined)
    refined.properties = mapValues(rest.properties, (field) => refine(field, openness, checks));
  if (rest.items !== undefined) refined.items = refine(rest.items, openness, checks);
  if (rest["x-rspp-variants"] !== undefined && rest.oneOf !== undefined)
    refined.oneOf = rest.oneOf.map((variant) => refine(variant, openness, checks));
  if (rest.anyOf !== undefined) refined.anyOf = rest.anyOf.map((option) => refine(option, openness, checks));
  if (typeof rest.additionalProperties === "object")
    refined.additionalProperties = refine(rest.additionalProperties, openness, checks);
  if (rest.additionalProperties === false && openness === "open") refined.additionalProperties = true;
  if (own.length > 0) refined["x-rspp-checks"] = own;
  const expressed = own
    .filter((check) => check.level !== "SHOULD")
    .flatMap((check) => checkSchema(check) ?? []);
  if (expressed.length > 0) refined.allOf = expressed;
  return refined;
}

function annotate(rule: Requirement, checks: readonly Check[]): RuleAnnotation {
  const unsaid = checks.filter(
    (check) => check.rule === rule.id && (check.level === "SHOULD" || checkSchema(check) === undefined),
  );
  const distinct = [...new Map(unsaid.map((check) => [JSON.stringify(check), check])).values()];
  return {
    id: rule.id,
    level: rule.level,
    text: rule.text,
    source: rule.source,
    enforced_by_schema: rule.scope === "artifact" && unsaid.length === 0,
    ...(distinct.length > 0 && { checks: distinct }),
  };
}

const mapValues = <V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
