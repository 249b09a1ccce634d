/**
 * Smaller values of a shape, the boldest first: without what is optional, then shorter, lower, simpler.
 *
 * Every step goes down in one fixed order, so that shrinking ends. Whether a candidate is still valid is
 * for the caller to ask.
 */
import type { ListShape, ObjectShape, Shape, TextShape } from "../../validators/shape.ts";
import { leastMatching } from "./pattern-maker.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What may not get smaller. */
export interface SmallerOptions {
  /** Fields of the value itself that stay as they are. */
  readonly kept?: ReadonlySet<string>;
}

/** Smaller values than this one. */
export function* smaller(shape: Shape, value: unknown, { kept }: SmallerOptions = {}): Iterable<unknown> {
  switch (shape.is) {
    case "text":
      return yield* smallerText(shape, value as string);
    case "integer":
      return yield* smallerInteger(value as number, shape.min ?? 0);
    case "number":
      return yield* smallerNumber(value as number, shape.min ?? 0);
    case "boolean":
      if (value === true && shape.only === undefined) yield false;
      return;
    case "either": {
      const types = {
        text: "string",
        integer: "number",
        number: "number",
        boolean: "boolean",
        object: "object",
      } as const;
      const own = shape.of.find((option) => types[option.is] === typeof value);
      if (own !== undefined) yield* smaller(own, value);
      return;
    }
    case "any":
      if (value !== null) yield null;
      return;
    case "variants": {
      const variant = shape.of[(value as Fields)[shape.by] as string];
      if (variant !== undefined) yield* smallerObject(variant, value as Fields, kept);
      return;
    }
    case "list":
      return yield* smallerList(shape, value as readonly unknown[]);
    case "map":
      return yield* smallerMap(shape.value, value as Fields);
    case "object":
      return yield* smallerObject(shape, value as Fields, kept);
    case "event": {
      const isSignal = (value as Fields)["lane"] === "ControlLane";
      return yield* smallerObject(isSignal ? shape.signal : shape.record, value as Fields, kept);
    }
  }
}

function* smallerText({ of, like, usual, empty }: TextShape, text: string): Iterable<string> {
  if (of !== undefined) {
    const index = of.indexOf(text);
    yield* of.slice(0, Math.max(0, index));
  } else if (like !== undefined) {
    const least = usual ?? leastMatching(like);
    if (text !== least) yield least;
  } else {
    if (empty && text !== "") yield "";
    const letters = [...text];
    if (letters.length > 1) {
      yield "a";
      if (letters.length > 2) yield letters.slice(0, Math.floor(letters.length / 2)).join("");
      yield letters.slice(0, -1).join("");
    } else if (text !== "a" && text !== "") yield "a";
  }
}

function* smallerInteger(value: number, target: number): Iterable<number> {
  for (let gap = value - target; Math.abs(gap) >= 1; gap = Math.trunc(gap / 2)) yield value - gap;
}

/** Down to the target by way of whole numbers, so that it ends. */
function* smallerNumber(value: number, target: number): Iterable<number> {
  if (value === target) return;
  yield target;
  const whole = Math.trunc(value);
  if (whole !== value && whole !== target) yield whole;
}

function* smallerList({ item, min = 0 }: ListShape, list: readonly unknown[]): Iterable<unknown> {
  const most = list.length - min;
  if (most > 0) yield list.slice(0, min);
  for (let chunk = most; chunk >= 1; chunk = Math.floor(chunk / 2))
    for (let start = 0; start < list.length; start += chunk) yield list.toSpliced(start, chunk);
  for (const [index, found] of list.entries())
    for (const less of smaller(item, found)) yield list.with(index, less);
}

function* smallerMap(item: Shape | undefined, map: Fields): Iterable<unknown> {
  const names = Object.keys(map);
  if (names.length > 1) yield {};
  for (const name of names) yield without(map, (other) => other === name);
  if (item === undefined) return;
  for (const name of names) for (const less of smaller(item, map[name])) yield { ...map, [name]: less };
}

function* smallerObject(shape: ObjectShape, object: Fields, kept?: ReadonlySet<string>): Iterable<unknown> {
  const names = Object.keys(object).filter((name) => !kept?.has(name));
  const optional = names.filter((name) => !shape.fields[name]?.need);
  if (optional.length > 1) yield without(object, (name) => optional.includes(name));
  for (const dropped of optional) yield without(object, (name) => name === dropped);
  for (const name of names) {
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (field === undefined || object[name] === undefined) continue;
    for (const less of smaller(field.shape, object[name])) yield { ...object, [name]: less };
  }
}

const without = (object: Fields, drop: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !drop(name)));
