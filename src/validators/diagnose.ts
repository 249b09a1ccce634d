/**
 * The diagnosing path: why a value was refused. Runs only after the fast check has said no.
 *
 * Every broken rule is named, in the order in which the contract declares its fields, then unknown
 * fields, then what the signal demands, then the checks across fields.
 */
import { MAX_DIAGNOSTICS } from "../contracts/core/diagnostic.ts";
import { nearest } from "../internal/edit-distance.ts";
import { pointerStep } from "../internal/json-pointer.ts";
import { eventShapeFor, variantFor } from "./deciding-shape.ts";
import { branchFor, diagnoseAcross } from "./diagnose-across-fields.ts";
import type { Diagnosis } from "./diagnostic-list.ts";
import { DiagnosticList } from "./diagnostic-list.ts";
import { expectedWords } from "./expected-words.ts";
import { fieldsIn } from "./fields-in.ts";
import { fitsScalar } from "./scalar-fit.ts";
import type { BranchDemand, EitherShape, FieldShape, ObjectShape, ScalarShape, Shape } from "./shape.ts";

/** How to diagnose. */
export interface DiagnoseOptions {
  /** Unknown fields are no mistake. */
  readonly open: boolean;
}

/** What is handed down while walking a value. */
interface Walk {
  readonly open: boolean;
  readonly list: DiagnosticList;
  readonly unsafe: string | undefined;
}

/** The diagnostics of a value; none when it is valid. Never throws. */
export function diagnose(shape: Shape, value: unknown, { open }: DiagnoseOptions): Diagnosis {
  const list = new DiagnosticList();
  diagnoseValue(shape, { rule: "CON-01", value, path: "" }, { open, list, unsafe: undefined });
  return list;
}

/** A value, where it is and which rule it breaks when it is of the wrong type. */
interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly rule: string;
}

/** Reports what is wrong with a value; whether it was right in itself. */
function diagnoseValue(shape: Shape, place: Place, walk: Walk): boolean {
  try {
    return diagnoseReadable(shape, place, walk);
  } catch {
    // A proxy may throw wherever it is touched, a revoked one always does.
    walk.list.add({ ...place, expected: "a readable value" });
    return false;
  }
}

function diagnoseReadable(shape: Shape, place: Place, walk: Walk): boolean {
  switch (shape.is) {
    case "event":
      return diagnoseObject(eventShapeFor(shape, place.value), place, walk);
    case "object":
      return diagnoseObject(shape, place, walk);
    case "variants": {
      const variant = variantFor(shape, place.value);
      return diagnoseObject(variant.shape, place, variant.isKnown ? walk : { ...walk, open: true });
    }
    case "any":
      return true;
    case "map":
      return diagnoseMap(shape.value, place, walk);
    case "list":
      return diagnoseList(shape, place, walk);
    default:
      return diagnoseScalar(shape, place, walk);
  }
}

function diagnoseScalar(shape: ScalarShape | EitherShape, place: Place, walk: Walk): boolean {
  const { value, path } = place;
  if (fits(shape, value, walk)) return true;
  const tooLarge = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
  const unsafe = shape.is === "integer" && tooLarge ? walk.unsafe : undefined;
  const close =
    shape.is === "text" && shape.of && typeof value === "string" ? nearest(value, shape.of) : undefined;
  walk.list.add({
    rule: unsafe ?? place.rule,
    path,
    expected: unsafe ? "an integer of at most 2^53 - 1" : expectedWords(shape),
    value,
    hint: close && `Did you mean "${close}"?`,
  });
  return false;
}

function fits(
  shape: ScalarShape | EitherShape | ObjectShape,
  value: unknown,
  { open }: DiagnoseOptions,
): boolean {
  if (shape.is === "either") return shape.of.some((option) => fits(option, value, { open }));
  if (shape.is === "object") return diagnose(shape, value, { open }).diagnostics.length === 0;
  return fitsScalar(shape, value);
}

function diagnoseList(shape: Extract<Shape, { is: "list" }>, place: Place, walk: Walk): boolean {
  const { value, path, rule } = place;
  const tooFew = Array.isArray(value) && value.length < (shape.min ?? 0);
  const tooMany = Array.isArray(value) && value.length > (shape.max ?? Number.POSITIVE_INFINITY);
  if (!Array.isArray(value) || tooFew || tooMany) {
    walk.list.add({ rule, path, expected: expectedWords(shape), value });
    return false;
  }
  let right = true;
  for (let index = 0; index < value.length; index += 1) {
    right =
      diagnoseValue(shape.item, { value: value[index], path: path + pointerStep(index), rule }, walk) &&
      right;
  }
  return right;
}

function diagnoseMap(item: Shape | undefined, place: Place, walk: Walk): boolean {
  const { value, path, rule } = place;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    walk.list.add({ rule, path, expected: "a JSON object", value });
    return false;
  }
  if (item === undefined) return true;
  let right = true;
  for (const [name, found] of Object.entries(fieldsIn(value, { list: walk.list, path, rule }))) {
    if (name === "") walk.list.add({ rule, path: `${path}/`, expected: "a non-empty name", value: name });
    right =
      diagnoseValue(item, { value: found, path: path + pointerStep(name), rule }, walk) &&
      name !== "" &&
      right;
  }
  return right;
}

function diagnoseObject(shape: ObjectShape, place: Place, outer: Walk): boolean {
  const { value, path, rule } = place;
  if (!isRecord(value)) {
    outer.list.add({ rule, path, expected: "a JSON object", value });
    return false;
  }
  const walk = { ...outer, unsafe: shape.unsafe ?? outer.unsafe };
  const before = walk.list.diagnostics.length + walk.list.omitted;
  const found = fieldsIn(value, { list: walk.list, path, rule });
  const strangers = Object.keys(found).filter((name) => !Object.hasOwn(shape.fields, name));
  // Enough to find a misspelt name in; a million strangers must not cost a comparison with each field.
  const candidates = strangers.slice(0, MAX_DIAGNOSTICS);
  const wrong = new Set<string>();
  const branch = shape.by && branchFor(shape.by, found);
  for (const [name, declared] of Object.entries(shape.fields)) {
    const field = narrowed(
      declared,
      branch?.demands.find((demand) => demand.field === name && demand.of),
      found[name],
    );
    const here = { value: found[name], path: path + pointerStep(name), rule: field.rule };
    if (!diagnoseField(field, here, walk, () => nearest(name, candidates))) wrong.add(name);
  }
  if (!walk.open) reportStrangers(strangers, shape, found, path, walk.list);
  diagnoseAcross(shape, { found, path, wrong }, walk.list);
  return walk.list.diagnostics.length + walk.list.omitted === before;
}

/** A value that no branch takes is told what its own branch takes. */
function narrowed(field: FieldShape, demand: BranchDemand | undefined, value: unknown): FieldShape {
  if (demand?.of === undefined || field.shape.is !== "text" || field.shape.of?.includes(value as string))
    return field;
  return { ...field, shape: { is: "text", of: demand.of } };
}

/** Whether it makes sense to tell of single fields: not for arrays, nor for a Map or a Date. */
function isRecord(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}

function diagnoseField(
  field: FieldShape,
  place: Place,
  walk: Walk,
  misspelt: () => string | undefined,
): boolean {
  const { value, path } = place;
  if (field.never) {
    if (value === undefined) return true;
    walk.list.add({
      rule: field.rule,
      path,
      expected: "no such field here",
      value,
      hint: "Remove the field",
    });
    return false;
  }
  const rule = field.wider && !matches(field.wider.pattern, value) ? field.wider.rule : field.rule;
  if (value !== undefined) return diagnoseValue(field.shape, { ...place, rule }, walk);
  if (!field.need) return true;
  const stranger = misspelt();
  const name = path.slice(path.lastIndexOf("/") + 1);
  walk.list.add({
    rule,
    path,
    expected: expectedWords(field.shape),
    value,
    hint: stranger ? `Rename "${stranger}" to "${name}"` : `Add "${name}"`,
  });
  return false;
}

const matches = (pattern: string, value: unknown): boolean =>
  typeof value === "string" && new RegExp(pattern).test(value);

function reportStrangers(
  strangers: readonly string[],
  shape: ObjectShape,
  found: Readonly<Record<string, unknown>>,
  path: string,
  list: DiagnosticList,
): void {
  const free = Object.keys(shape.fields).filter(
    (name) => found[name] === undefined && !shape.fields[name]?.never,
  );
  for (const name of strangers) {
    const close = list.isFull ? undefined : nearest(name, free);
    const hint = close ? `Did you mean "${close}"?` : 'Remove the field, or read with unknownFields: "allow"';
    list.add({
      rule: shape.unknown,
      path: path + pointerStep(name),
      expected: "a declared field",
      value: found[name],
      hint,
    });
  }
}
