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
  readonly ajv: (value: unknown) => boolean;
  /** Rules that this JSON Schema does not enforce, as it says itself in `x-rspp-rules`. */
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
  const rules = emitted.get(id)?.["x-rspp-rules"] ?? [];
  const schema = openness === "closed" ? contract.schema : contract.open;
  return {
    zod: (value) => schema.safeParse(value).success,
    ajv: (value) => compiled?.(value) === true,
    unsaid: new Set(rules.filter((rule) => !rule.enforced_by_schema).map(({ id: rule }) => rule)),
  };
}

/** The same as the laws want them. */
export function lawJudges(kind: Kind): ArtifactJudges {
  const { zod, ajv: jsonSchema, unsaid } = judgesOf(kind, "closed");
  return { schema: zod, jsonSchema, unsaidRules: [...unsaid] };
}
