/** What changed between two JSON Schemas, and whether it may change within a major version. */
import { describeValue } from "../../internal/describe-value.ts";
import { createComparison } from "./compare-nodes.ts";
import type { ResolveDocument } from "./comparison.ts";
import { hasKeywordWithin, isSame } from "./keyword-rules.ts";
import { judged, type RawDifference, type SchemaDifference } from "./schema-difference.ts";
import { isSchema, type SchemaNode } from "./schema-node.ts";

/** Keywords whose meaning depends on everything around them. */
const FAR_REACHING = ["unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "$recursiveRef"];

/** Where schemas that references lead to are found. */
export interface SchemaDiffOptions {
  /** The earlier schema of an `$id`; references that are the same on both sides need none. */
  readonly resolveBefore?: ResolveDocument;
  readonly resolveAfter?: ResolveDocument;
}

/** The differences and what they come to. */
export interface SchemaDiff {
  /** `none`: the same values are valid. `additive`: allowed within a major version. `breaking`: not. */
  readonly verdict: "none" | "additive" | "breaking";
  readonly differences: readonly SchemaDifference[];
}

/**
 * Compares two schemas, JSON Schema 2020-12. Where no difference is of class `breaking` or
 * `compatible_for_producers`, every value that was valid is valid still; where none is of class `breaking` or
 * `compatible_for_consumers`, every value that is valid was valid before; where there is none, both hold. Throws
 * TypeError for what is no schema.
 *
 * @since 0.1.0
 */
export function diffSchemas(before: unknown, after: unknown, options: SchemaDiffOptions = {}): SchemaDiff {
  const [left, right] = [requireSchema("before", before), requireSchema("after", after)];
  const { resolveBefore = () => undefined, resolveAfter = () => undefined } = options;
  const differences = rawDifferences(left, right, { before: resolveBefore, after: resolveAfter }).map(judged);
  return { verdict: verdictOf(differences), differences };
}

/** What differences come to. */
export function verdictOf(differences: readonly SchemaDifference[]): SchemaDiff["verdict"] {
  if (differences.length === 0) return "none";
  return differences.some(({ breaking }) => breaking) ? "breaking" : "additive";
}

function rawDifferences(
  before: SchemaNode,
  after: SchemaNode,
  resolvers: { readonly before: ResolveDocument; readonly after: ResolveDocument },
): RawDifference[] {
  const isFarReaching = [before, after].some((node) => hasKeywordWithin(node, FAR_REACHING));
  if (isFarReaching && !isSame(before, after)) {
    const note = `cannot tell, because of ${FAR_REACHING.join(", ")}`;
    return [{ path: "", keyword: "schema", before, after, widens: false, narrows: false, note }];
  }
  const place = { path: "", polarity: "straight", documents: [before, after] } as const;
  return createComparison(resolvers)(before, after, place);
}

function requireSchema(name: string, value: unknown): SchemaNode {
  if (isSchema(value)) return value;
  throw new TypeError(`Cannot compare ${name}: expected a JSON Schema but received ${describeValue(value)}`);
}
