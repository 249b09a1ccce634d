/** What the parts of a comparison share. */
import type { RawDifference } from "./schema-difference.ts";
import type { SchemaNode, SchemaObject } from "./schema-node.ts";

/**
 * How what is found counts: as it is, turned round below a `not`, or not at all by direction. A schema that refers
 * to itself is judged once for each.
 */
export type Polarity = "straight" | "turned" | "unsure";

/** Finds the document of a reference, if it is known. */
export type ResolveDocument = (id: string) => SchemaNode | undefined;

/** Where a comparison is. */
export interface Place {
  readonly path: string;
  readonly polarity: Polarity;
  /** Documents that `#` refers to, on both sides. */
  readonly documents: readonly [before: SchemaNode, after: SchemaNode];
}

/** A pair of schemas that allow different things. */
export type CompareNodes = (before: SchemaNode, after: SchemaNode, place: Place) => RawDifference[];

/** A comparison of some keywords of two objects. */
export interface Pair {
  readonly before: SchemaObject;
  readonly after: SchemaObject;
  readonly place: Place;
  readonly compare: CompareNodes;
}
