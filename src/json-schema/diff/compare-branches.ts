/** Keywords that put whole schemas together. */
import { pointerStep } from "../../internal/json-pointer.ts";
import { areDisjoint, type BranchPairs, pairBranches } from "./branch-pairs.ts";
import type { Pair, Place, Polarity } from "./comparison.ts";
import { isSame } from "./keyword-rules.ts";
import { type RawDifference, turned, unsure } from "./schema-difference.ts";
import { isSchema, type SchemaNode, type SchemaObject } from "./schema-node.ts";

/** Keywords that `compareBranches` judges. */
export const BRANCH_KEYWORDS = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"] as const;

const LISTS = ["allOf", "anyOf", "oneOf"] as const;
const OVERLAP = "cannot tell, because branches of oneOf may overlap";
const CONDITION = "cannot tell, because the condition decides which of two schemas holds";
const TURN: Readonly<Record<Polarity, Polarity>> = {
  straight: "turned",
  turned: "straight",
  unsure: "unsure",
};

const below = (place: Place, keyword: string): Place => ({
  ...place,
  path: place.path + pointerStep(keyword),
});

/** What changes in schemas that are put together. */
export function compareBranches(pair: Pair): RawDifference[] {
  return [...LISTS.flatMap((keyword) => compareList(keyword, pair)), ...compareNot(pair), ...compareIf(pair)];
}

function compareList(keyword: (typeof LISTS)[number], pair: Pair): RawDifference[] {
  const { before, after, place, compare } = pair;
  const [left, right] = [listOf(before[keyword]), listOf(after[keyword])];
  const at = below(place, keyword);
  if (left === undefined || right === undefined) {
    if (left === right) return [];
    const whole = { path: at.path, keyword, before: before[keyword], after: after[keyword] };
    return [{ ...whole, widens: right === undefined, narrows: left === undefined }];
  }
  const isLoose = keyword === "oneOf" && !(areDisjoint(left, before) && areDisjoint(right, after));
  const pairs = pairBranches(left, right);
  const polarity = isLoose ? "unsure" : at.polarity;
  const inner = pairs.pairs.flatMap(([old, young]) =>
    compare(old.node, young.node, { ...at, polarity, path: at.path + pointerStep(young.index) }),
  );
  const found = [...inner, ...loneBranches(keyword, pairs, at)];
  return isLoose ? unsure(found, OVERLAP) : found;
}

/** A further branch of allOf allows less, a further one of anyOf and oneOf more. */
function loneBranches(keyword: string, { removed, added }: BranchPairs, at: Place): RawDifference[] {
  const isAll = keyword === "allOf";
  const place = (index: number) => ({ path: at.path + pointerStep(index), keyword });
  return [
    ...removed.map(({ node, index }) => ({
      ...place(index),
      before: node,
      after: undefined,
      widens: isAll,
      narrows: !isAll,
    })),
    ...added.map(({ node, index }) => ({
      ...place(index),
      before: undefined,
      after: node,
      widens: !isAll,
      narrows: isAll,
    })),
  ];
}

function compareNot({ before, after, place, compare }: Pair): RawDifference[] {
  if (before.not === undefined && after.not === undefined) return [];
  const at = { ...below(place, "not"), polarity: TURN[place.polarity] };
  return turned(compare(schemaOr(before.not, false), schemaOr(after.not, false), at));
}

/** `if` and `then` say: not the condition, or what follows. So a condition counts the other way round. */
function compareIf({ before, after, place, compare }: Pair): RawDifference[] {
  const [left, right] = [conditionOf(before), conditionOf(after)];
  if (left === undefined && right === undefined) return [];
  if (left === undefined || right === undefined) {
    const whole = { path: below(place, "if").path, keyword: "if", before: before.if, after: after.if };
    return [{ ...whole, widens: right === undefined, narrows: left === undefined }];
  }
  const hasElse = !isSame(left.else, true) || !isSame(right.else, true);
  const polarity = hasElse ? "unsure" : TURN[place.polarity];
  const condition = compare(left.if, right.if, { ...below(place, "if"), polarity });
  return [
    ...(hasElse ? unsure(condition, CONDITION) : turned(condition)),
    ...compare(left.then, right.then, below(place, "then")),
    ...compare(left.else, right.else, below(place, "else")),
  ];
}

interface Conditional {
  readonly if: SchemaNode;
  readonly then: SchemaNode;
  readonly else: SchemaNode;
}

/** A condition from which nothing follows says nothing, and what follows from no condition neither. */
function conditionOf(node: SchemaObject): Conditional | undefined {
  if (!isSchema(node.if) || (node.then === undefined && node.else === undefined)) return undefined;
  return { if: node.if, then: schemaOr(node.then, true), else: schemaOr(node.else, true) };
}

const schemaOr = (value: unknown, otherwise: SchemaNode): SchemaNode => (isSchema(value) ? value : otherwise);

const listOf = (value: unknown): readonly SchemaNode[] | undefined =>
  Array.isArray(value) ? (value as SchemaNode[]) : undefined;
