/** Draws values that a JSON Schema accepts, as far as it says it plainly; the schema itself judges them afterwards. */
import type { JsonObject } from "../../../contracts/conformance/stimulus.ts";
import type { SeededRandom } from "../../../simulation/seeded-random.ts";
import { drawText } from "./draw-text.ts";

/** What values are drawn with. */
export interface SchemaDraw {
  readonly random: SeededRandom;
  /** The whole schema, for references. */
  readonly root: JsonObject;
  readonly depth?: number;
}

const DEEPEST = 6;

const FORMATS: { readonly [format: string]: readonly string[] } = {
  date: ["2026-01-31", "1999-12-01"],
  time: ["10:20:30Z", "23:59:59Z"],
  "date-time": ["2026-01-31T10:20:30Z", "1999-12-01T00:00:00Z"],
  duration: ["PT1S", "P1D"],
  email: ["quaxivole@example.org", "brimtosh@example.com"],
  uri: ["https://example.org/quaxivole", "https://example.com/"],
  url: ["https://example.org/quaxivole", "https://example.com/"],
  uuid: ["00000000-0000-4000-8000-000000000001", "6fa459ea-ee8a-4ca4-894e-db77e160355e"],
  ipv4: ["192.0.2.1", "198.51.100.7"],
  ipv6: ["2001:db8::1"],
  hostname: ["example.org"],
};

/** One value. */
export function drawFromSchema(schema: unknown, draw: SchemaDraw): unknown {
  const { random, root, depth = 0 } = draw;
  const deeper = { ...draw, depth: depth + 1 };
  if (typeof schema !== "object" || schema === null) return drawAnything(random);
  const words = schema as JsonObject;
  const { const: constant, enum: listed, $ref, anyOf, oneOf, allOf } = words;
  if ("const" in words) return constant;
  if (Array.isArray(listed) && listed.length > 0) return random.pick(listed);
  if (typeof $ref === "string")
    return depth > DEEPEST * 2 ? null : drawFromSchema(resolve(root, $ref), deeper);
  const choice = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : undefined;
  if (choice !== undefined && choice.length > 0) {
    const { anyOf: _any, oneOf: _one, ...rest } = words;
    const chosen: unknown = depth > DEEPEST ? choice.at(-1) : random.pick(choice);
    return drawFromSchema(isPlain(chosen) ? { ...rest, ...chosen } : chosen, deeper);
  }
  if (Array.isArray(allOf)) {
    const { allOf: _all, ...rest } = words;
    return drawFromSchema(allOf.filter(isPlain).reduce(merged, rest), deeper);
  }
  const type: unknown = Array.isArray(words["type"]) ? random.pick(words["type"]) : words["type"];
  switch (type ?? guessed(words)) {
    case "string":
      return drawString(words, random);
    case "integer":
      return drawNumber(words, { random, isWhole: true });
    case "number":
      return drawNumber(words, { random, isWhole: false });
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    case "array":
      return drawArray(words, deeper);
    case "object":
      return drawObject(words, deeper);
    default:
      return drawAnything(random);
  }
}

const isPlain = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Two schemas that both have to hold, where their members do not meet. */
const merged = (one: JsonObject, other: JsonObject): JsonObject => ({
  ...one,
  ...other,
  properties: { ...(one["properties"] as object), ...(other["properties"] as object) },
  required: [...new Set([...((one["required"] as []) ?? []), ...((other["required"] as []) ?? [])])],
});

const guessed = (words: JsonObject): string | undefined =>
  "properties" in words ? "object" : "items" in words ? "array" : "pattern" in words ? "string" : undefined;

function resolve(root: JsonObject, reference: string): unknown {
  let found: unknown = root;
  for (const step of reference.replace(/^#\/?/, "").split("/").filter(Boolean))
    found = isPlain(found)
      ? found[decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~")]
      : undefined;
  return found;
}

/** Something of no schema: text, numbers, small objects. */
export const drawAnything = (random: SeededRandom): unknown =>
  random.pick<() => unknown>([
    () => drawText(random),
    () => random.between(0, 100),
    () => ({ value: random.between(0, 100), label: drawText(random) }),
    () => ({}),
  ])();

const limit = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

function drawString(words: JsonObject, random: SeededRandom): string {
  const { format, minLength, maxLength } = words;
  const known = typeof format === "string" ? FORMATS[format] : undefined;
  if (known !== undefined) return random.pick(known);
  let text = drawText(random);
  while (text.length < limit(minLength, 0)) text += ` ${drawText(random)}a`;
  return text.slice(0, limit(maxLength, Number.POSITIVE_INFINITY));
}

function drawNumber(
  words: JsonObject,
  { random, isWhole }: { readonly random: SeededRandom; readonly isWhole: boolean },
): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = words;
  const step = limit(multipleOf, isWhole ? 1 : 0.25);
  const low = Math.max(
    limit(minimum, Number.NEGATIVE_INFINITY),
    limit(exclusiveMinimum, Number.NEGATIVE_INFINITY),
  );
  const high = Math.min(
    limit(maximum, Number.POSITIVE_INFINITY),
    limit(exclusiveMaximum, Number.POSITIVE_INFINITY),
  );
  const from = Number.isFinite(low) ? low : Math.min(0, high);
  const to = Math.min(high, from + 1000);
  const first = Math.ceil(from / step) * step;
  const span = Math.max(0, Math.floor((to - first) / step));
  const drawn = first + step * random.pick([0, Math.min(1, span), span, random.between(0, span)]);
  const inside = drawn > to ? from : drawn;
  if (inside === exclusiveMinimum) return inside + Math.min(step, (to - from) / 2);
  return inside === exclusiveMaximum ? inside - Math.min(step, (to - from) / 2) : inside;
}

function drawArray(words: JsonObject, draw: SchemaDraw): unknown[] {
  const { items, prefixItems, minItems, maxItems } = words;
  const first = Array.isArray(prefixItems) ? prefixItems.map((item) => drawFromSchema(item, draw)) : [];
  if (items === false || (Array.isArray(prefixItems) && items === undefined)) return first;
  const least = Math.max(0, limit(minItems, 0) - first.length);
  const most = Math.max(least, Math.min(limit(maxItems, 4) - first.length, least + 3));
  const count = (draw.depth ?? 0) > DEEPEST ? least : draw.random.between(least, most);
  return [...first, ...Array.from({ length: count }, () => drawFromSchema(items, draw))];
}

function drawObject(words: JsonObject, draw: SchemaDraw): JsonObject {
  const { properties, required, additionalProperties } = words;
  const needed = new Set(Array.isArray(required) ? required : []);
  const members = Object.entries(isPlain(properties) ? properties : {}).filter(
    ([name]) => needed.has(name) || ((draw.depth ?? 0) < DEEPEST && draw.random.chance(0.6)),
  );
  const drawn = members.map(([name, schema]) => [name, drawFromSchema(schema, draw)]);
  const isMap = properties === undefined && isPlain(additionalProperties);
  const extra = isMap ? [["key", drawFromSchema(additionalProperties, draw)]] : [];
  return Object.fromEntries([...drawn, ...extra]);
}
