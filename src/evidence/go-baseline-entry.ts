/**
 * The form in which the Go runtime writes OR-02 evidence, and its translation into the canonical form.
 *
 * Go writes a record by the names of its struct: `SessionID`, `TurnOpenProposedAtMS`, ...; the contract
 * objects inside have JSON names of their own and are snake_case already. What decides between the forms
 * is the names of a record, each for itself, because a file may be put together from several runtimes.
 *
 * Go reads a field that is missing or null as the zero value of its type: empty text, 0, false, no items,
 * and no marker for a pointer. The translation does the same and nothing more. Two things that Go does are
 * not copied: it ignores the case of names and it skips unknown ones. A marker under a mistyped name would
 * turn into a turn without the marker, so unknown names are refused.
 */

import { baselineEvidenceShape } from "../validators/generated/baseline-evidence.ts";
import type { FieldShape, ObjectShape, Shape } from "../validators/shape.ts";

type JsonObject = Readonly<Record<string, unknown>>;

const INITIALISMS: ReadonlySet<string> = new Set(["id", "ms"]);

/** Name of a field in Go: `merge_rule_id` is `MergeRuleID`. */
export function goName(name: string): string {
  const words = name.split("_").map((word) => {
    if (INITIALISMS.has(word)) return word.toUpperCase();
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
  return words.join("");
}

const GO_NAME_OF = new Map(Object.keys(baselineEvidenceShape.fields).map((name) => [name, goName(name)]));

/** Every name that a record may have in Go. */
export const GO_NAMES: ReadonlySet<string> = new Set(GO_NAME_OF.values());

/** Whether it is an object that has more of the names in Go than of the canonical ones. */
export function isGoEntry(entry: unknown): entry is JsonObject {
  if (!isObject(entry)) return false;
  let lead = 0;
  for (const name of Object.keys(entry)) {
    if (GO_NAMES.has(name)) lead += 1;
    else if (GO_NAME_OF.has(name)) lead -= 1;
  }
  return lead > 0;
}

/** Names of a Go record that Go does not have. */
export function unknownGoNames(entry: JsonObject): string[] {
  return Object.keys(entry).filter((name) => !GO_NAMES.has(name));
}

/** Objects inside of a record have the names of the contract already. */
const SAME_NAMES: ReadonlyMap<string, string> = new Map();

/** The record in canonical form, without its unknown names. Values of a wrong type stay as they are. */
export function fromGoEntry(entry: JsonObject): JsonObject {
  return fromGoObject(baselineEvidenceShape, entry, GO_NAME_OF);
}

function fromGoObject(
  shape: ObjectShape,
  object: JsonObject,
  names: ReadonlyMap<string, string>,
): JsonObject {
  const canonical: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape.fields)) {
    const value = fromGoField(field, object[names.get(name) ?? name]);
    if (value !== undefined) canonical[name] = value;
  }
  return canonical;
}

function fromGoField({ shape, need }: FieldShape, value: unknown): unknown {
  if (value === undefined || value === null) return need ? zeroOf(shape) : undefined;
  return fromGoValue(shape, value);
}

function fromGoValue(shape: Shape, value: unknown): unknown {
  if (shape.is === "list" && Array.isArray(value)) {
    return value.map((item) => (item === null ? zeroOf(shape.item) : fromGoValue(shape.item, item)));
  }
  if (shape.is !== "object" || !isObject(value)) return value;
  const unknown = Object.entries(value).filter(([name]) => !Object.hasOwn(shape.fields, name));
  return { ...fromGoObject(shape, value, SAME_NAMES), ...Object.fromEntries(unknown) };
}

function zeroOf(shape: Shape): unknown {
  switch (shape.is) {
    case "text":
      return "";
    case "integer":
      return 0;
    case "boolean":
      return false;
    case "list":
      return [];
    case "object":
      return fromGoObject(shape, {}, SAME_NAMES);
    default:
      return {};
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
