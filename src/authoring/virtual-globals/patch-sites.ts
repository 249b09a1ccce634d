/** Where time and chance are to be had: every property that is made virtual. */
import type { BuiltinModules } from "./builtin-modules.ts";
import type { AnyFunction, Dispatchers, VirtualFunction } from "./dispatcher.ts";
import type { HostContext } from "./host-context.ts";
import type { PatchSite } from "./property-patches.ts";
import { virtualRandom, virtualRandomUuid, virtualRandomValues } from "./virtual-chance.ts";
import {
  virtualAbortTimeout,
  virtualHrtime,
  virtualHrtimeBigint,
  virtualPerformanceNow,
  virtualTimeOrigin,
} from "./virtual-clocks.ts";
import { createDateDispatcher, virtualDateNow } from "./virtual-date.ts";
import { createVirtualTimers } from "./virtual-timer.ts";
import { createClearer, createPromisableSetter, virtualSetters } from "./virtual-timer-functions.ts";
import {
  promisedImmediate,
  promisedInterval,
  promisedTimeout,
  promisedWait,
  promisedYield,
} from "./virtual-timer-promises.ts";

type Target = PatchSite["target"];
type Replace = (original: AnyFunction) => AnyFunction;

interface Realm {
  readonly Date?: DateConstructor;
  readonly performance?: object;
  readonly process?: { readonly hrtime?: object };
  readonly crypto?: object;
}

/** Lists the sites of this runtime. */
export function patchSites(
  modules: BuiltinModules,
  { context, dispatchers }: { readonly context: HostContext; readonly dispatchers: Dispatchers },
): PatchSite[] {
  const realm = globalThis as unknown as Realm;
  const by =
    (virtual: VirtualFunction): Replace =>
    (original) =>
      dispatchers.of(original, virtual);
  const timers = createVirtualTimers(context);
  const setters = virtualSetters(timers);
  const { promisify } = (modules.util ?? {}) as { promisify?: { readonly custom?: symbol } };
  // The symbol is registered, so that it is known where the module is missing.
  const custom = promisify?.custom ?? Symbol.for("nodejs.util.promisify.custom");
  const promisable = (virtual: VirtualFunction, promised: VirtualFunction): Replace =>
    createPromisableSetter(virtual, { dispatchers, promised, custom });
  const clearTimeouts = createClearer("timeout", { timers, dispatchers });
  const timerFunctions: { readonly [name: string]: Replace } = {
    setTimeout: promisable(setters.setTimeout, promisedTimeout),
    setInterval: by(setters.setInterval),
    setImmediate: promisable(setters.setImmediate, promisedImmediate),
    clearTimeout: clearTimeouts,
    clearInterval: clearTimeouts,
    clearImmediate: createClearer("immediate", { timers, dispatchers }),
  };
  const allTimers = (name: string, target: Target) =>
    Object.entries(timerFunctions).map(([key, replace]) =>
      method(name + key, { target, key, replace, dispatchers }),
    );
  const promises = modules.timersPromises as { readonly scheduler?: object } | undefined;
  const date: Target = () => realm.Date;
  const toDate = createDateDispatcher(context, dispatchers);
  const performance: Target = () => realm.performance;
  const crypto: Target = () => realm.crypto;
  const on = (name: string, target: Target, virtual: VirtualFunction): PatchSite =>
    method(name, { target, key: name.slice(name.lastIndexOf(".") + 1), replace: by(virtual), dispatchers });

  return [
    ...allTimers("", () => globalThis),
    ...allTimers("timers.", () => modules.timers),
    on("timers/promises.setTimeout", () => promises, promisedTimeout),
    on("timers/promises.setImmediate", () => promises, promisedImmediate),
    on("timers/promises.setInterval", () => promises, promisedInterval),
    on("timers/promises.scheduler.wait", () => promises?.scheduler, promisedWait),
    on("timers/promises.scheduler.yield", () => promises?.scheduler, promisedYield),
    on("Date.now", date, virtualDateNow),
    // Before `Date` itself, which the condition asks for.
    method("Date.prototype.constructor", {
      target: () => realm.Date?.prototype,
      key: "constructor",
      replace: (original) => (original === dispatchers.originalOf(realm.Date) ? toDate(original) : original),
      dispatchers,
    }),
    method("Date", { target: () => globalThis, key: "Date", replace: toDate, dispatchers }),
    on("performance.now", performance, virtualPerformanceNow),
    getter("performance.timeOrigin", { target: performance, virtual: virtualTimeOrigin, dispatchers }),
    on("AbortSignal.timeout", () => globalThis.AbortSignal, virtualAbortTimeout(context)),
    on("process.hrtime.bigint", () => realm.process?.hrtime, virtualHrtimeBigint),
    on("process.hrtime", () => realm.process, virtualHrtime),
    on("Math.random", () => Math, virtualRandom),
    on("crypto.randomUUID", crypto, virtualRandomUuid),
    on("crypto.getRandomValues", crypto, virtualRandomValues),
    on("node:crypto.randomUUID", () => modules.crypto, virtualRandomUuid),
    on("node:crypto.getRandomValues", () => modules.crypto, virtualRandomValues),
  ];
}

function method(
  name: string,
  {
    target,
    key,
    replace,
    dispatchers,
  }: {
    readonly target: Target;
    readonly key: string;
    readonly replace: Replace;
    readonly dispatchers: Dispatchers;
  },
): PatchSite {
  const orSame = (value: unknown): unknown =>
    typeof value === "function" ? replace(value as AnyFunction) : value;
  return {
    name,
    key,
    target,
    replace(before) {
      const { get, value } = before;
      if (get === undefined) {
        const after = orSame(value);
        return after === value ? undefined : { ...before, value: after };
      }
      // Some runtimes have getters for their functions.
      const read = function (this: unknown) {
        return orSame(Reflect.apply(get, this, []));
      };
      return { ...before, get: (dispatchers.find(get) ?? dispatchers.note(read, get)) as () => unknown };
    },
  };
}

function getter(
  name: string,
  {
    target,
    virtual,
    dispatchers,
  }: { readonly target: Target; readonly virtual: VirtualFunction; readonly dispatchers: Dispatchers },
): PatchSite {
  const values = new Map<unknown, () => unknown>();
  return {
    name,
    key: name.slice(name.lastIndexOf(".") + 1),
    target,
    replace({ value, get, set, enumerable = false, configurable = false }) {
      let read = get;
      if (read === undefined) {
        read = values.get(value) ?? (() => value);
        values.set(value, read);
      }
      return { get: dispatchers.of(read, virtual) as () => unknown, set, enumerable, configurable };
    },
  };
}
