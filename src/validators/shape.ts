/**
 * Shapes: what the diagnosing path knows about a contract, as compact data.
 *
 * Shapes are generated from the JSON Schemas. They are read only after the fast check has refused a
 * value, so they are made to be small rather than fast.
 */
import type { Check } from "../contracts/core/rule.ts";

/** What a value may be. */
export type Shape =
  | TextShape
  | IntegerShape
  | NumberShape
  | BooleanShape
  | EitherShape
  | AnyShape
  | ListShape
  | MapShape
  | ObjectShape
  | VariantsShape
  | EventShape;

/** A string, non-empty unless `empty`. */
export interface TextShape {
  readonly is: "text";
  readonly empty?: true;
  /** Source of the regular expression that the text matches. */
  readonly like?: string;
  /** Closed list of values. */
  readonly of?: readonly string[];
  /** A value that is usual and can be accepted without trying `like`. */
  readonly usual?: string;
}

/** A safe integer, at least `min` and at most `max`. */
export interface IntegerShape {
  readonly is: "integer";
  readonly min?: number;
  readonly max?: number;
}

/** A finite number with or without a fraction, at least `min` and at most `max`. */
export interface NumberShape {
  readonly is: "number";
  readonly min?: number;
  readonly max?: number;
}

/** A boolean. */
export interface BooleanShape {
  readonly is: "boolean";
  readonly only?: boolean;
}

/** A value that has one of several shapes, told apart by their types. */
export interface EitherShape {
  readonly is: "either";
  readonly of: readonly (ScalarShape | ObjectShape)[];
}

/** A shape without anything inside. */
export type ScalarShape = TextShape | IntegerShape | NumberShape | BooleanShape;

/** Any JSON value. */
export interface AnyShape {
  readonly is: "any";
}

/** An array. */
export interface ListShape {
  readonly is: "list";
  readonly item: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** A JSON object with arbitrary non-empty names; any value where `value` is absent. */
export interface MapShape {
  readonly is: "map";
  readonly value?: Shape;
}

/** A JSON object with declared fields. */
export interface ObjectShape {
  readonly is: "object";
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** Rule of an unknown field. */
  readonly unknown: string;
  /** Rule of an integer beyond 2^53 - 1, where there is one. */
  readonly unsafe?: string;
  readonly checks?: readonly Check[];
  readonly by?: BranchTable;
}

/** A declared field. */
export interface FieldShape {
  readonly shape: Shape;
  readonly rule: string;
  readonly need?: true;
  /** The field must not be there. */
  readonly never?: true;
  /** A looser form with a rule of its own: a value outside it breaks that rule instead. */
  readonly wider?: { readonly pattern: string; readonly rule: string };
}

/** What a field's value decides about other fields. */
export interface BranchTable {
  readonly field: string;
  readonly cases: readonly BranchCase[];
}

/** The demands of some values of the deciding field. */
export interface BranchCase {
  readonly values: readonly string[];
  readonly demands: readonly BranchDemand[];
}

/** One demand on one field: present, or with one of these values. Several rules are joined by `+`. */
export interface BranchDemand {
  readonly field: string;
  readonly need?: true;
  readonly of?: readonly string[];
  readonly rule: string;
}

/** One of several objects, told apart by the value of one field. */
export interface VariantsShape {
  readonly is: "variants";
  /** The field that tells them apart. */
  readonly by: string;
  /** How that field is declared, with every value that it may have. */
  readonly head: FieldShape;
  /** The object for each of its values. */
  readonly of: Readonly<Record<string, ObjectShape>>;
}

/** Either of the two event kinds. */
export interface EventShape {
  readonly is: "event";
  readonly record: ObjectShape;
  readonly signal: ObjectShape;
}

/** The object shapes that a value of the shape may have: none for what is no declared object. */
export function objectShapesOf(shape: Shape): readonly ObjectShape[] {
  if (shape.is === "object") return [shape];
  if (shape.is === "event") return [shape.record, shape.signal];
  return shape.is === "variants" ? Object.values(shape.of) : [];
}
