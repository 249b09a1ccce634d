/** The fields of each kind, read off the shapes that the validators are compiled from. */

import { KINDS } from "../../validators/generated/kinds.ts";
import type { ObjectShape } from "../../validators/shape.ts";
import { CONTRACT_KINDS, type ContractKind } from "../../validators/validate.ts";

/** What tells a kind from others. */
export interface KindFields {
  readonly kind: ContractKind;
  readonly known: ReadonlySet<string>;
  readonly required: readonly string[];
  /** The only value of `schema_version`, where that names the kind. */
  readonly schemaVersion: string | undefined;
}

/** The fields of every kind that is one object; `event` is either of two and never the answer. */
export const KIND_FIELDS: readonly KindFields[] = CONTRACT_KINDS.flatMap((kind) => {
  const { shape } = KINDS[kind];
  return shape.is === "object" ? [fieldsOf(kind, shape)] : [];
});

function fieldsOf(kind: ContractKind, { fields }: ObjectShape): KindFields {
  const entries = Object.entries(fields).filter(([, field]) => field.never !== true);
  const version = fields["schema_version"]?.shape;
  const only = version?.is === "text" && version.of?.length === 1 ? version.of[0] : undefined;
  return {
    kind,
    known: new Set(entries.map(([name]) => name)),
    required: entries.filter(([, field]) => field.need === true).map(([name]) => name),
    schemaVersion: only?.startsWith("rspp.") ? only : undefined,
  };
}

/** How well names fit a kind. */
export interface KindFit {
  readonly kind: ContractKind;
  /** Names that the kind has. */
  readonly shared: number;
  /** Required names that are missing, and names that the kind does not have. */
  readonly misfits: number;
}

/** How well the names fit each kind, the best first, equals in the order of the catalogue. */
export function kindFits(names: readonly string[]): KindFit[] {
  const present = new Set(names);
  return KIND_FIELDS.map(({ kind, known, required }) => {
    const shared = names.filter((name) => known.has(name)).length;
    const missing = required.filter((name) => !present.has(name)).length;
    return { kind, shared, misfits: missing + names.length - shared };
  }).sort((a, b) => b.shared - b.misfits - (a.shared - a.misfits));
}
