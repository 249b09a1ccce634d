/** The judges that agree about every artifact, or else: Zod, JSON Schema under Ajv, the compiled check. */
import { Ajv2020 } from "ajv/dist/2020.js";

import { contracts } from "../contracts/catalog.ts";
import type { Contract } from "../contracts/core/define-contract.ts";
import type { Openness } from "../json-schema/emit.ts";
import { emitSchema, schemaId } from "../json-schema/emit.ts";
import type { ArtifactOfKind } from "../validators/generated/kinds.ts";
import type { ArtifactJudges } from "./laws/arbitrary-laws.ts";

/** Name of a kind. */
export type Kind = keyof ArtifactOfKind;

/** Every contract by its kind. */
export const CONTRACTS = contracts as unknown as Readonly<Record<Kind, Contract>>;

/** Every kind. */
export const ALL_KINDS = Object.keys(contracts) as Kind[];

/** Verdicts of one kind in one mode. */
export interface KindJudges {
  readonly zod: (value: unknown) => boolean;
  /** Undefined where Ajv itself fails over the value. */
  readonly ajv: (value: unknown) => boolean | undefined;
  /** Rules that the JSON Schema does not enforce, as `x-rspp-rules` says. */
  readonly unsaid: ReadonlySet<string>;
}

const ajv = new Ajv2020({ strict: false });
const emitted = new Map<string, ReturnType<typeof emitSchema>>();
for (const openness of ["closed", "open"] as const)
  for (const contract of Object.values(CONTRACTS)) {
    const schema = emitSchema(contract, openness);
    emitted.set(schemaId(contract.address, openness), schema);
    ajv.addSchema(schema);
  }

/** The judges of a kind. */
export function judgesOf(kind: Kind, openness: Openness): KindJudges {
  const contract = CONTRACTS[kind];
  const id = schemaId(contract.address, openness);
  const compiled = ajv.getSchema(id);
  const schema = openness === "closed" ? contract.schema : contract.open;
  return {
    zod: (value) => schema.safeParse(value).success,
    ajv: (value) => ajvVerdict(() => compiled?.(value) === true),
    unsaid: unsaidRules(id),
  };
}

/**
 * Ajv compares the items of a unique list by fast-deep-equal 3, which calls `toString` and `valueOf` of the
 * items; an item with a field of that name makes it throw. Any other failure is passed on.
 */
function ajvVerdict(judge: () => boolean): boolean | undefined {
  try {
    return judge();
  } catch (error) {
    if (error instanceof TypeError && /\.(toString|valueOf) is not a function/.test(error.message))
      return undefined;
    throw error;
  }
}

/** Rules that a schema and those that it refers to leave to others. */
function unsaidRules(id: string): ReadonlySet<string> {
  const schema = emitted.get(id);
  const own = (schema?.["x-rspp-rules"] ?? []).filter((rule) => !rule.enforced_by_schema);
  const inner = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)];
  return new Set([
    ...own.map((rule) => rule.id),
    ...inner.flatMap(([, ref]) => [...unsaidRules(ref as string)]),
  ]);
}

/** The same as the laws want them. */
export function lawJudges(kind: Kind): ArtifactJudges {
  const { zod, ajv: jsonSchema, unsaid } = judgesOf(kind, "closed");
  return { schema: zod, jsonSchema: (value) => jsonSchema(value) === true, unsaidRules: [...unsaid] };
}
