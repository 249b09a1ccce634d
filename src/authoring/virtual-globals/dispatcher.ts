/** Dispatchers: functions that ask who calls, and do for everybody but the code of nodes what the original does. */
import type { GlobalsHost } from "./globals-host.ts";
import type { HostContext } from "./host-context.ts";

/** Any function. */
export type AnyFunction = (...args: never[]) => unknown;

/** One call of a dispatcher by the code of a node. */
export interface VirtualCall {
  readonly args: readonly unknown[];
  /** Calls the original with the same `this`. */
  original(...args: readonly unknown[]): unknown;
}

/** What a function does for code under a host. */
export type VirtualFunction = (host: GlobalsHost, call: VirtualCall) => unknown;

/** Makes dispatchers, one for each original, and knows the original of each. */
export interface Dispatchers {
  of(original: AnyFunction, virtual: VirtualFunction): AnyFunction;
  /** Notes a dispatcher that was made elsewhere. */
  note<T extends AnyFunction>(dispatcher: T, original: AnyFunction): T;
  /** The original of a dispatcher; anything else is its own. */
  originalOf(value: unknown): unknown;
  /** The dispatcher of an original, if it has one; a dispatcher is its own. */
  find(original: AnyFunction): AnyFunction | undefined;
}

/** Makes a maker of dispatchers that tell hosts apart by `context`. */
export function createDispatchers(context: HostContext): Dispatchers {
  const dispatchers = new WeakMap<AnyFunction, AnyFunction>();
  const originals = new WeakMap<AnyFunction, AnyFunction>();
  const note = <T extends AnyFunction>(dispatcher: T, original: AnyFunction): T => {
    dispatchers.set(original, dispatcher);
    originals.set(dispatcher, original);
    return dispatcher;
  };
  const find = (original: AnyFunction) => (originals.has(original) ? original : dispatchers.get(original));
  return {
    note,
    find,
    originalOf: (value) => (typeof value === "function" && originals.get(value as AnyFunction)) || value,
    of(original, virtual) {
      return find(original) ?? note(dispatcherOf(original, { virtual, context }), original);
    },
  };
}

function dispatcherOf(
  original: AnyFunction,
  { virtual, context }: { readonly virtual: VirtualFunction; readonly context: HostContext },
): AnyFunction {
  const { current } = context;
  const call = original as (...args: unknown[]) => unknown;
  return mirror(function (this: unknown, ...args: unknown[]) {
    const host = current();
    if (host === undefined) return Reflect.apply(call, this, args);
    return virtual(host, { args, original: (...own) => Reflect.apply(call, this, own) });
  }, original);
}

/** Gives a function the name, length and other properties of the one that it stands for. */
export function mirror<T extends AnyFunction>(dispatcher: T, original: AnyFunction): T {
  for (const key of ["name", "length"]) {
    const property = Object.getOwnPropertyDescriptor(original, key);
    if (property !== undefined) Reflect.defineProperty(dispatcher, key, property);
  }
  // Inherited rather than copied: properties such as `hrtime.bigint` may be replaced later.
  Object.setPrototypeOf(dispatcher, original);
  return dispatcher;
}
