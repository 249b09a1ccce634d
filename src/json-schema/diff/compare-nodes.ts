/**
 * Compares two schemas by the values that they allow.
 *
 * The keywords of a schema all have to hold, so a difference of one of them is a difference of the whole in the same
 * direction. What stands below `not` or in a condition counts the other way round, and where no direction follows,
 * or a keyword is not known, the difference is breaking: better a false alarm than a change that slips through.
 */
import { pointerStep } from "../../internal/json-pointer.ts";
import { BRANCH_KEYWORDS, compareBranches } from "./compare-branches.ts";
import { compareMembers, MEMBER_KEYWORDS } from "./compare-members.ts";
import type { CompareNodes, Pair, Place, ResolveDocument } from "./comparison.ts";
import { isSame, KEYWORD_RULES } from "./keyword-rules.ts";
import { resolveReference } from "./references.ts";
import type { RawDifference } from "./schema-difference.ts";
import { deciding, plain, type SchemaNode, type SchemaObject } from "./schema-node.ts";

const JUDGED = new Set<string>([
  "$ref",
  ...BRANCH_KEYWORDS,
  ...MEMBER_KEYWORDS,
  ...KEYWORD_RULES.flatMap(({ keywords }) => keywords),
]);

/** Where documents of both sides are found. */
export interface Resolvers {
  readonly before: ResolveDocument;
  readonly after: ResolveDocument;
}

/** A comparison of any two nodes. */
export function createComparison(resolvers: Resolvers): CompareNodes {
  /** Pairs that are being compared: what a schema says of itself is not asked a second time. */
  const pairs: { before: SchemaNode; after: SchemaNode; polarity: string }[] = [];

  const compare: CompareNodes = (before, after, place) => {
    const [left, right] = [plain(before), plain(after)];
    if (typeof left === "boolean" || typeof right === "boolean") return compareBooleans(left, right, place);
    const { polarity } = place;
    if (pairs.some((one) => one.before === left && one.after === right && one.polarity === polarity))
      return [];
    pairs.push({ before: left, after: right, polarity });
    try {
      const pair: Pair = { before: left, after: right, place, compare };
      return [
        ...KEYWORD_RULES.flatMap((rule) => compareKeyword(rule, pair)),
        ...compareMembers(pair),
        ...compareBranches(pair),
        ...compareReferences(pair, resolvers),
        ...unknownKeywords(pair),
      ];
    } finally {
      pairs.pop();
    }
  };
  return compare;
}

function compareBooleans(before: SchemaNode, after: SchemaNode, { path }: Place): RawDifference[] {
  if (before === after) return [];
  const widens = before === false || after === true;
  const narrows = after === false || before === true;
  const keyword = path.split("/").at(-1) || "schema";
  return [{ path, keyword, before, after, widens, narrows }];
}

function compareKeyword(
  { keywords, effect }: (typeof KEYWORD_RULES)[number],
  { before, after, place }: Pair,
): RawDifference[] {
  const changed = keywords.filter((keyword) => !isSame(before[keyword], after[keyword]));
  const keyword = changed[0];
  if (keyword === undefined) return [];
  const at = { path: place.path + pointerStep(keyword), keyword };
  return [{ ...at, before: before[keyword], after: after[keyword], ...effect(before, after) }];
}

/** A reference is compared by what it leads to; one on one side only is a further thing that has to hold. */
function compareReferences({ before, after, place, compare }: Pair, resolvers: Resolvers): RawDifference[] {
  const [left, right] = [before.$ref, after.$ref];
  if (left === undefined && right === undefined) return [];
  const [oldDocument, youngDocument] = place.documents;
  const old = targetOf(before, { document: oldDocument, resolve: resolvers.before });
  const young = targetOf(after, { document: youngDocument, resolve: resolvers.after });
  const at = { path: `${place.path}/$ref`, keyword: "$ref", before: left, after: right };
  if (old === undefined || young === undefined) {
    if (left === right && old === young) return [];
    return [
      { ...at, widens: false, narrows: false, note: "cannot tell, because it leads to an unknown schema" },
    ];
  }
  return compare(old.node, young.node, {
    ...place,
    path: at.path,
    documents: [old.document, young.document],
  });
}

function targetOf(node: SchemaObject, where: { document: SchemaNode; resolve: ResolveDocument }) {
  if (typeof node.$ref !== "string") return { node: true, document: where.document };
  return resolveReference(node.$ref, where);
}

function unknownKeywords({ before, after, place }: Pair): RawDifference[] {
  const names = [...new Set([...deciding(before), ...deciding(after)])].filter((name) => !JUDGED.has(name));
  return names
    .filter((keyword) => !isSame(before[keyword], after[keyword]))
    .map((keyword) => ({
      path: place.path + pointerStep(keyword),
      keyword,
      before: before[keyword],
      after: after[keyword],
      widens: false,
      narrows: false,
      note: "cannot tell what the keyword does",
    }));
}
