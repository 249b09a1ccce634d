/**
 * Says as JSON Schema what a schema of any library accepts.
 *
 * A manifest that says too little is worse than none: what JSON Schema cannot say is a problem with a reason. Both
 * sides of a schema have to be sayable, so that a transform is told and not left out.
 */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { StandardSchema } from "../node/standard-schema.ts";
import { checkWithSchema } from "./check-with-schema.ts";
import { loadExports, loadPackage, type PackageLoader } from "./load-package.ts";
import { zod3AsJsonSchema } from "./zod-3-as-json-schema.ts";

/** The dialect of every schema in a manifest. */
export const JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** A JSON Schema, or why there is none. */
export type JsonSchemaAnswer =
  | { readonly ok: true; readonly json_schema: JsonObject }
  | { readonly ok: false; readonly problem: string };

/** Where packages come from that a converter needs. */
export interface JsonSchemaOptions {
  /** `import()` unless told. */
  readonly load?: PackageLoader;
}

type Method = (...inputs: readonly unknown[]) => unknown;

/** Converts one side of a schema, or throws. */
type Converter = (side: "input" | "output") => unknown;

const TARGET = "draft-2020-12";

/** The JSON Schema of what a schema accepts. Never rejects. */
export async function jsonSchemaOf(
  schema: StandardSchema,
  { load = loadPackage }: JsonSchemaOptions = {},
): Promise<JsonSchemaAnswer> {
  try {
    const convert = await converterOf(schema, load);
    const found = convert("input");
    convert("output");
    return judge(schema, found);
  } catch (error) {
    return problem(reasonOf(error));
  }
}

async function converterOf(schema: StandardSchema, load: PackageLoader): Promise<Converter> {
  const standard = schema["~standard"];
  // ArkType's own converter throws where its standard one leaves a hole.
  if (standard.vendor === "arktype" && hasMethods(schema, ["toJsonSchema"]))
    return () => schema.toJsonSchema();
  if ("jsonSchema" in standard && hasMethods(standard.jsonSchema, ["input", "output"])) {
    const offer = standard.jsonSchema;
    return (side) => offer[side]({ target: TARGET });
  }
  switch (standard.vendor) {
    case "zod":
      return "_zod" in schema ? zod4Converter(schema) : zod3Converter(schema, load);
    case "valibot":
      return valibotConverter(schema, load);
    default:
      throw new TypeError(
        "Its library offers no JSON Schema (~standard.jsonSchema); update it or use another",
      );
  }
}

/** Zod Mini and the first releases of Zod 4 offer no JSON Schema of their own. */
async function zod4Converter(schema: object): Promise<Converter> {
  const { toJSONSchema } = await import("zod");
  return (io) => toJSONSchema(schema as Parameters<typeof toJSONSchema>[0], { io, target: TARGET });
}

async function zod3Converter(schema: object, load: PackageLoader): Promise<Converter> {
  const from = "zod-to-json-schema";
  const exported = await loadExports({ from, names: ["zodToJsonSchema", "ignoreOverride"] }, load);
  return () => zod3AsJsonSchema(schema, exported);
}

async function valibotConverter(schema: object, load: PackageLoader): Promise<Converter> {
  const wanted = { from: "@valibot/to-json-schema", names: ["toJsonSchema"] } as const;
  const { toJsonSchema } = await loadExports(wanted, load);
  return (typeMode) => (toJsonSchema as Method)(schema, { typeMode, target: TARGET, errorMode: "throw" });
}

function hasMethods<const Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is { readonly [N in Name]: Method } {
  // Schemas of ArkType are functions.
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === "function");
}

/** Whether what a library answered is JSON Schema 2020-12 and says what the schema says. */
function judge(schema: StandardSchema, found: unknown): JsonSchemaAnswer {
  const text = typeof found === "object" && found !== null ? JSON.stringify(found) : undefined;
  if (text === undefined) return problem("Its library answers with something that is no JSON Schema");
  const { $schema = JSON_SCHEMA_DIALECT, ...said } = JSON.parse(text) as JsonObject;
  if ($schema !== JSON_SCHEMA_DIALECT)
    return problem(`Its library speaks ${String($schema)} instead of draft 2020-12; update it`);
  const saysNothing = Object.keys(said).every((keyword) => ANNOTATIONS.has(keyword));
  if (saysNothing && !PROBES.every((probe) => checkWithSchema(schema, probe).ok))
    return problem("Its library has no JSON Schema for it and answers with one that accepts everything");
  return { ok: true, json_schema: { $schema, ...said } };
}

/** Why a converter threw, in one line. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The message of ArkType is a listing of its node.
  if (error.name === "ToJsonSchemaError" && "code" in error)
    return `JSON Schema has no ${String(error.code)}`;
  const line = error.message.replaceAll(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line.replace(/\.$/, "");
}

const problem = (words: string): JsonSchemaAnswer => ({ ok: false, problem: words });

/** Keywords that demand nothing. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "$id",
  "$comment",
  "$defs",
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
]);

/** One value of each type of JSON: a schema that demands nothing accepts all of them. */
const PROBES: readonly unknown[] = [null, true, 0, "", [], {}];
