/** The fields of each kind, read off the shapes that the validators are compiled from. */

import { KINDS } from "../../validators/generated/kinds.ts";
import type { ObjectShape, Shape } from "../../validators/shape.ts";
import { CONTRACT_KINDS, type ContractKind } from "../../validators/validate.ts";

/** What tells a kind from others. */
export interface KindFields {
  readonly kind: ContractKind;
  readonly known: ReadonlySet<string>;
  readonly required: readonly string[];
  /** The only value of `schema_version`, where that names the kind. */
  readonly schemaVersion: string | undefined;
  /** The field and value that say so, where the kind is one of several objects. */
  readonly variant?: { readonly field: string; readonly value: string };
}

/** The fields of every object that a kind may be; `event` is either of two kinds and never the answer. */
export const KIND_FIELDS: readonly KindFields[] = CONTRACT_KINDS.flatMap((kind) => {
  const { shape }: { readonly shape: Shape } = KINDS[kind];
  if (shape.is === "variants")
    return Object.entries(shape.of).map(([value, own]) => ({
      ...fieldsOf(kind, own),
      variant: { field: shape.by, value },
    }));
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
  /** False where the value does not say which of several objects it is: then it is only a guess. */
  readonly isTold: boolean;
}

/** How well the value fits each kind, the best first, equals in the order of the catalogue. */
export function kindFits(value: object): KindFit[] {
  const names = Object.keys(value);
  const fits = KIND_FIELDS.flatMap(({ kind, known, required, variant }): KindFit[] => {
    const shared = names.filter((name) => known.has(name)).length;
    const missing = required.filter((name) => !Object.hasOwn(value, name)).length;
    const misfits = missing + names.length - shared;
    const told = variant && (value as Readonly<Record<string, unknown>>)[variant.field];
    const isTold = told === variant?.value;
    return isTold || (told === undefined && shared > misfits) ? [{ kind, shared, misfits, isTold }] : [];
  }).sort((a, b) => b.shared - b.misfits - (a.shared - a.misfits));
  return fits.filter(({ kind }, index) => fits.findIndex((fit) => fit.kind === kind) === index);
}
