/**
 * Shapes of values that nobody has vetted, put together from shapes of their parts: the short way to the
 * path of what is wrong with a value, where the compiled validators would be too large to load.
 */
import { quote } from "./quote.ts";
import { recordOf } from "./record-of.ts";

/** What is wrong with a value. */
export interface Misfit {
  /** The way to what is wrong, such as `.terminal_events[1]`; empty where that is the value itself. */
  readonly path: string;
  /** As it stands after "expected" in a message. */
  readonly expected: string;
  readonly received: unknown;
  /** It has the right type. */
  readonly isOutOfRange?: boolean;
}

/** Tells what keeps a value from being a T, if anything does. */
export interface InputShape<T> {
  (value: unknown): Misfit | undefined;
  readonly accepted?: T;
}

interface Scalars {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

function scalar<K extends keyof Scalars, T extends Scalars[K] = Scalars[K]>(
  type: K,
  expected: string,
  accepts: (value: Scalars[K]) => boolean,
): InputShape<T> {
  return (received) => {
    const isOutOfRange = typeof received === type;
    if (isOutOfRange && accepts(received as Scalars[K])) return undefined;
    return { path: "", expected, received, isOutOfRange };
  };
}

/** An integer from `min` to `max`. */
export const integerFrom = (min: number, max = Number.MAX_SAFE_INTEGER): InputShape<number> =>
  scalar("number", `an integer from ${min} to ${max}`, (value) => {
    return Number.isSafeInteger(value) && value >= min && value <= max;
  });

/** An integer from 0 to 2^53 - 1. */
export const INTEGER = integerFrom(0);

/** A share. */
export const RATIO = scalar("number", "a ratio from 0 to 1", (value) => value >= 0 && value <= 1);

/** A non-empty string. */
export const TEXT = scalar("string", "a non-empty string", (value) => value !== "");

/** A boolean. */
export const BOOLEAN = scalar("boolean", "a boolean", () => true);

/** One of a closed list of strings. */
export const oneOf = <const T extends string>(allowed: readonly T[]): InputShape<T> =>
  scalar("string", `one of ${allowed.join(", ")}`, (value) => (allowed as readonly string[]).includes(value));

/** The same or undefined. */
export const optional =
  <T>(shape: InputShape<T>): InputShape<T | undefined> =>
  (value) =>
    value === undefined ? undefined : shape(value);

/** An array of which every item has the shape. */
export const listOf =
  <T>(item: InputShape<T>): InputShape<T[]> =>
  (received) => {
    if (!Array.isArray(received)) return { path: "", expected: "an array", received };
    for (let index = 0; index < received.length; index += 1) {
      const misfit = item(received[index]);
      if (misfit) return { ...misfit, path: `[${index}]${misfit.path}` };
    }
    return undefined;
  };

/** The shapes of the fields of an object. */
export type FieldShapes<T> = { readonly [K in keyof T]-?: InputShape<T[K]> };

/** An object that has these fields, whatever else it has. */
export const objectWith =
  <T extends object>(fields: FieldShapes<T>): InputShape<T> =>
  (received) => {
    if (typeof received !== "object" || received === null || Array.isArray(received))
      return { path: "", expected: "an object", received };
    for (const name in fields) {
      const misfit = fields[name]((received as T)[name]);
      if (misfit) return { ...misfit, path: `.${name}${misfit.path}` };
    }
    return undefined;
  };

/** An object from non-empty names to values that have the shape. */
export const mapOf =
  <T>(value: InputShape<T>): InputShape<Readonly<Record<string, T>>> =>
  (received) =>
    objectWith(recordOf(Object.keys(Object(received)), (name) => (name ? value : () => TEXT(name))))(
      received,
    );

/** An object that has these fields and no others. */
export function objectOf<T extends object>(fields: FieldShapes<T>): InputShape<T> {
  const known = objectWith(fields);
  return (value) => {
    const misfit = known(value);
    if (misfit) return misfit;
    const object = value as Readonly<Record<string, unknown>>;
    const stranger = Object.keys(object).find((name) => !Object.hasOwn(fields, name));
    if (stranger === undefined) return undefined;
    const expected = `one of the fields ${Object.keys(fields).join(", ")}`;
    return { path: `.${quote(stranger).slice(1, -1)}`, expected, received: object[stranger] };
  };
}
