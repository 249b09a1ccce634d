/** Readers that put strict readings of nested input together from readings of its parts. */
import { type InputShape, LIST, requireFields, requireShape } from "./invalid-input.ts";

/** Gives back the value, typed, or throws an error that names the path to what is wrong with it. */
export type InputReader<T> = (path: string, value: unknown) => T;

/** Reads a value of one shape. The caller answers for the shape accepting values of the type only. */
export function leaf<T>(shape: InputShape): InputReader<T> {
  return (path, value) => {
    requireShape(path, value, shape);
    return value as T;
  };
}

/** Reads a value that may be undefined. */
export function optional<T>(read: InputReader<T>): InputReader<T | undefined> {
  return (path, value) => (value === undefined ? undefined : read(path, value));
}

/** Reads an array of which every item has the same reader. */
export function listOf<T>(item: InputReader<T>): InputReader<T[]> {
  return (path, value) => {
    requireShape(path, value, LIST);
    return Array.from(value as readonly unknown[], (entry, index) => item(`${path}[${index}]`, entry));
  };
}

/** Reads an object that has these fields and no others. */
export function objectOf<T extends object>(
  fields: { readonly [K in keyof T]-?: InputReader<T[K]> },
): InputReader<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const known: ReadonlySet<string> = new Set(names);
  return (path, value) => {
    requireFields(path, value, { only: known });
    const given = value as Readonly<Record<string, unknown>>;
    const entries = names.map((name) => [name, fields[name](`${path}.${name}`, given[name])] as const);
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined)) as T;
  };
}
