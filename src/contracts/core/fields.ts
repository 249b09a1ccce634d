/**
 * Field factories: the handful of wire types that every contract is made of, each with the description,
 * unit and rule id that the JSON Schema, the diagnostics and the reference pages show.
 *
 * The wire is plain JSON: no defaults, transforms, coercion, dates or bigint, so that input, output and
 * JSON Schema always describe the same value.
 */
import { z } from "zod";

import { CALENDAR_DAY, RFC_3339 } from "./time-pattern.ts";

/** Clock that a timestamp is read from. */
export type Clock = "monotonic" | "wall";

/** What a field enforces and what its unit is. */
export interface FieldNotes {
  /** Rule that a missing or malformed value breaks. */
  readonly rule: string;
  readonly about: string;
  readonly unit?: string;
  readonly clock?: Clock;
  /** Rule that a value outside `pattern` breaks, when a stricter pattern has a rule of its own. */
  readonly wider?: { readonly pattern: string; readonly rule: string };
  readonly example?: string;
}

function metadata(notes: FieldNotes): Record<string, unknown> {
  const { rule, about, unit, clock, wider, example } = notes;
  return {
    description: about,
    "x-rspp-rule": rule,
    ...(unit !== undefined && { "x-rspp-unit": unit }),
    ...(clock !== undefined && { "x-rspp-clock": clock }),
    ...(wider !== undefined && { "x-rspp-wider": wider }),
    ...(example !== undefined && { examples: [example] }),
  };
}

/** A non-empty string. */
export const textField = (notes: FieldNotes) => z.string().min(1).meta(metadata(notes));

/** A string that may be empty: evidence is readable before it is complete. */
export const looseTextField = (notes: FieldNotes) => z.string().meta(metadata(notes));

/** A string of a fixed form. */
export const patternField = (pattern: RegExp, notes: FieldNotes) =>
  z.string().regex(pattern).meta(metadata(notes));

/** A safe integer of at least `min` (0 unless told). */
export const integerField = (notes: FieldNotes, min = 0) => z.int().min(min).meta(metadata(notes));

/** A finite number with or without a fraction, of at least `min`; of either sign unless told. */
export const numberField = (notes: FieldNotes, min?: number) =>
  (min === undefined ? z.number() : z.number().min(min)).meta(metadata(notes));

/** A share from 0 to 1. */
export const ratioField = (notes: FieldNotes) => z.number().min(0).max(1).meta(metadata(notes));

/** An integer from 0 to 2^32 - 1. */
export const unsignedField = (notes: FieldNotes) =>
  z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .meta(metadata(notes));

/** A safe integer of either sign. */
export const signedIntegerField = (notes: FieldNotes) => z.int().meta(metadata(notes));

/** A boolean. */
export const booleanField = (notes: FieldNotes) => z.boolean().meta(metadata(notes));

/** One of a closed list of strings. */
export const enumField = <const V extends readonly [string, ...string[]]>(values: V, notes: FieldNotes) =>
  z.enum(values).meta(metadata(notes));

/** Exactly one value. */
export const literalField = <const V extends string | boolean>(value: V, notes: FieldNotes) =>
  z.literal(value).meta(metadata(notes));

/** An array of `min` to `max` items. */
export const listField = <S extends z.ZodType>(
  item: S,
  notes: FieldNotes & { readonly min?: number; readonly max?: number },
) => {
  const atLeast = z.array(item).min(notes.min ?? 0);
  return (notes.max === undefined ? atLeast : atLeast.max(notes.max)).meta(metadata(notes));
};

/** A JSON object from non-empty names to values of one type. */
export const mapField = <S extends z.ZodType>(value: S, notes: FieldNotes) =>
  z.record(z.string().min(1), value).meta(metadata(notes));

/** Any JSON object. */
export const objectField = (notes: FieldNotes) => z.record(z.string(), z.unknown()).meta(metadata(notes));

/** Any JSON value, null included. */
export const anyField = (notes: FieldNotes) => z.unknown().meta(metadata(notes));

/** A value of one of several types that are no lists, of which one at most is an object. */
export const eitherField = <const O extends readonly [z.ZodType, z.ZodType, ...z.ZodType[]]>(
  options: O,
  notes: FieldNotes,
) => z.union(options).meta(metadata(notes));

/** A nested object with its own description and rule where it stands. */
export const nestedField = <S extends z.ZodType>(schema: S, notes: FieldNotes): S =>
  schema.meta({ ...schema.meta(), ...metadata(notes) });

/** A field that must not be there; its presence breaks the rule in closed and in open mode. */
export const forbiddenField = (notes: FieldNotes) => z.never().optional().meta(metadata(notes));

/** A day of the calendar as `YYYY-MM-DD`. */
export const dayField = (notes: FieldNotes) =>
  patternField(CALENDAR_DAY, {
    unit: "ISO 8601 date",
    clock: "wall",
    example: "2026-12-31",
    ...notes,
  });

/** A point in wall-clock time as RFC 3339 text. */
export const timeField = (notes: FieldNotes) =>
  patternField(RFC_3339, { unit: "RFC 3339", clock: "wall", example: "2026-02-09T22:19:06Z", ...notes });
