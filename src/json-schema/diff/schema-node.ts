/** Schemas as they are compared: any JSON Schema 2020-12, not only those that this package emits. */

/** An object schema. */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** A schema, which may be true or false. */
export type SchemaNode = boolean | SchemaObject;

/** Whether a value is an object that is no list. */
export const isObject = (value: unknown): value is SchemaObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a schema. */
export const isSchema = (value: unknown): value is SchemaNode =>
  typeof value === "boolean" || isObject(value);

/** Keywords that say nothing about which values are valid. */
const ANNOTATIONS = new Set([
  "$anchor",
  "$comment",
  "$defs",
  "$id",
  "default",
  "definitions",
  "deprecated",
  "description",
  "examples",
  "readOnly",
  "title",
  "writeOnly",
]);

/** Whether a keyword leaves the valid values as they are. */
export const isAnnotation = (keyword: string): boolean =>
  ANNOTATIONS.has(keyword) || keyword.startsWith("x-rspp-");

/** The keywords of a schema that decide which values are valid. */
export const deciding = (node: SchemaObject): string[] =>
  Object.keys(node).filter((keyword) => !isAnnotation(keyword));

/** true and false where an object says just that. */
export function plain(node: SchemaNode): SchemaNode {
  if (typeof node === "boolean") return node;
  const keywords = deciding(node);
  if (keywords.length === 0) return true;
  if (keywords.length === 1 && keywords[0] === "not" && isSchema(node.not) && plain(node.not) === true)
    return false;
  return node;
}
