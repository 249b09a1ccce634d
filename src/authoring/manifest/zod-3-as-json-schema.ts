/**
 * Schemas of Zod 3 as JSON Schema, by zod-to-json-schema.
 *
 * That package writes something for every schema: a text for a date, nothing for a function or a class. Here only
 * what it says truly is let through, and what it writes in the words of draft 7 is put into those of 2020-12.
 */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import { outdated } from "./load-package.ts";

/** What zod-to-json-schema exports. */
export interface Zod3Package {
  readonly zodToJsonSchema: unknown;
  /** Answer of an override that leaves a schema to the package. */
  readonly ignoreOverride: unknown;
}

/** The definition inside of a schema of Zod 3, as far as it is looked at. */
interface Definition {
  readonly typeName: string;
  readonly value?: unknown;
  readonly effect?: { readonly type: string };
  readonly schema?: Holder;
  readonly innerType?: Holder;
  readonly options?: readonly Holder[] | ReadonlyMap<unknown, Holder>;
}

interface Holder {
  readonly _def: Definition;
}

/** What the package tells of where it is. */
interface Visit {
  readonly currentPath: readonly string[];
}

type Convert = (
  schema: object,
  options: Readonly<Record<string, unknown>> & {
    override(definition: Definition, visit: Visit): unknown;
    postProcess(written: JsonObject | undefined, definition: Definition): unknown;
  },
) => JsonObject;

/** The JSON Schema of a schema of Zod 3. Throws where there is none. */
export function zod3AsJsonSchema(
  schema: object,
  { zodToJsonSchema, ignoreOverride }: Zod3Package,
): JsonObject {
  const open = new Set<Definition>();
  const names = new Map<Definition, string>();
  const $defs: Record<string, unknown> = {};
  let visits = 0;
  const reference = (definition: Definition) => {
    const name = names.get(definition) ?? `part-${names.size + 1}`;
    names.set(definition, name);
    return { $ref: `#/$defs/${name}` };
  };
  const { $schema: _draft7, ...written } = (zodToJsonSchema as Convert)(schema, {
    target: "jsonSchema7",
    $refStrategy: "none",
    // Objects that drop unknown members accept them.
    removeAdditionalStrategy: "strict",
    applyRegexFlags: true,
    override(definition, { currentPath }) {
      visits += 1;
      // A schema that holds itself, directly or by way of others.
      if (open.has(definition) || names.has(definition)) return reference(definition);
      demandSayable(definition, currentPath);
      if (definition.typeName === "ZodLiteral" && definition.value === null) return { type: "null" };
      open.add(definition);
      return ignoreOverride;
    },
    postProcess(said, definition) {
      open.delete(definition);
      const now = definition.typeName === "ZodTuple" && said !== undefined ? tuple(said) : said;
      const name = names.get(definition);
      if (name === undefined) return now;
      $defs[name] = now;
      return reference(definition);
    },
  });
  // A package that does not call back has not been held to anything.
  if (visits === 0 || open.size > 0) throw outdated("zod-to-json-schema");
  return { ...written, ...(names.size > 0 && { $defs }) };
}

const SAYABLE: ReadonlySet<string> = new Set([
  "ZodString",
  "ZodNumber",
  "ZodBoolean",
  "ZodNull",
  "ZodAny",
  "ZodUnknown",
  "ZodNever",
  "ZodLiteral",
  "ZodEnum",
  "ZodNativeEnum",
  "ZodObject",
  "ZodRecord",
  "ZodArray",
  "ZodTuple",
  "ZodUnion",
  "ZodDiscriminatedUnion",
  "ZodIntersection",
  "ZodOptional",
  "ZodNullable",
  "ZodDefault",
  "ZodCatch",
  "ZodBranded",
  "ZodReadonly",
  "ZodLazy",
  "ZodPipeline",
  "ZodEffects",
]);

const JSON_SCALARS: ReadonlySet<string> = new Set(["string", "number", "boolean"]);

function demandSayable(definition: Definition, path: readonly string[]): void {
  const { typeName, value, effect, schema, innerType, options = [] } = definition;
  const refuse = (what: string) => {
    throw new TypeError(`${what} cannot be represented in JSON Schema (at ${path.join("/")})`);
  };
  if (!SAYABLE.has(typeName)) refuse(typeName);
  if (typeName === "ZodLiteral" && value !== null && !JSON_SCALARS.has(typeof value))
    refuse(`A literal ${typeof value}`);
  if (effect?.type === "transform") refuse("A transform");
  // Classes and types of one's own are refinements of anything.
  if (effect !== undefined && isAnything(schema?._def)) refuse("A type of your own (custom, instanceof)");
  // Of options and what is nullable the package writes some without a call back.
  for (const inner of innerType === undefined ? options.values() : [innerType])
    demandSayable(inner._def, path);
}

function isAnything(definition: Definition | undefined): boolean {
  if (definition?.effect !== undefined) return isAnything(definition.schema?._def);
  return definition?.typeName === "ZodAny" || definition?.typeName === "ZodUnknown";
}

/** Draft 7 lists the items of a tuple in `items`, and says in `additionalItems` what the others are. */
function tuple({ items, additionalItems, ...said }: JsonObject): JsonObject {
  const hasItems = Array.isArray(items) && items.length > 0;
  return {
    ...said,
    ...(hasItems && { prefixItems: items }),
    ...(additionalItems !== undefined && { items: additionalItems }),
  };
}
