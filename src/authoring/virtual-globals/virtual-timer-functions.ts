/** The functions that set and clear timers, as nodes see them. */
import type { AnyFunction, Dispatchers, VirtualFunction } from "./dispatcher.ts";
import { mirror } from "./dispatcher.ts";
import { delayOf, type TimerSource, type VirtualTimers } from "./virtual-timer.ts";

type Callback = TimerSource["callback"];

/** What `setTimeout`, `setInterval` and `setImmediate` do for nodes. */
export function virtualSetters(timers: VirtualTimers) {
  const setter =
    (repeats: boolean): VirtualFunction =>
    (host, { args, original }) => {
      const [callback, delay, ...rest] = args;
      // The runtime has its own words for a callback that is none.
      if (typeof callback !== "function") return original(...args);
      const source = { delay: delayOf(delay), callback: callback as Callback, args: rest };
      return timers.set(host, { kind: "timeout", repeats, ...source });
    };
  const setImmediate: VirtualFunction = (host, { args, original }) => {
    const [callback, ...rest] = args;
    if (typeof callback !== "function") return original(...args);
    const source = { delay: 0, callback: callback as Callback, args: rest };
    return timers.set(host, { kind: "immediate", repeats: false, ...source });
  };
  return { setTimeout: setter(false), setInterval: setter(true), setImmediate };
}

/** Makes dispatchers of functions that clear timers: virtual timers are known by their handles, whoever calls. */
export function createClearer(
  kind: TimerSource["kind"],
  { timers, dispatchers }: { readonly timers: VirtualTimers; readonly dispatchers: Dispatchers },
) {
  return (original: AnyFunction): AnyFunction => {
    const known = dispatchers.find(original);
    if (known !== undefined) return known;
    const dispatcher = function (this: unknown, ...args: unknown[]) {
      if (timers.clear(args[0], kind)) return undefined;
      return Reflect.apply(original, this, args as never[]);
    };
    return dispatchers.note(mirror(dispatcher, original), original);
  };
}

/** Makes dispatchers of functions that set timers and have a form that gives a promise, for `util.promisify`. */
export function createPromisableSetter(
  virtual: VirtualFunction,
  {
    dispatchers,
    promised,
    custom,
  }: { readonly dispatchers: Dispatchers; readonly promised: VirtualFunction; readonly custom: symbol },
) {
  return (original: AnyFunction): AnyFunction => {
    const dispatcher = dispatchers.of(original, virtual);
    if (!Object.hasOwn(dispatcher, custom)) {
      const get = () => {
        const form: unknown = Reflect.get(original, custom);
        return typeof form === "function" ? dispatchers.of(form as AnyFunction, promised) : form;
      };
      Reflect.defineProperty(dispatcher, custom, { get, configurable: true, enumerable: true });
    }
    return dispatcher;
  };
}
