/** Which host the code that runs is under. */
import type { GlobalsHost } from "./globals-host.ts";

/** Keeps track of hosts across promises, timers and callbacks. */
export interface HostContext {
  /** The host of the caller, made safe for being called from under itself; undefined outside of any. */
  current(): GlobalsHost | undefined;
  run<T>(host: GlobalsHost, fn: () => T): T;
  /** Makes the callback run where `bind` was called: under the same host and with the stores of others. */
  bind(callback: () => void): () => void;
}

interface Storage<T> {
  run<R>(store: T, fn: () => R): R;
  getStore(): T | undefined;
}

interface StorageClass {
  new (): Storage<GlobalsHost | undefined>;
  /** Newer than the class. */
  bind?<F>(fn: F): F;
}

/** Makes the context out of the module `async_hooks`; undefined where that cannot do it. */
export function createHostContext(asyncHooks: object | undefined): HostContext | undefined {
  const { AsyncLocalStorage } = (asyncHooks ?? {}) as { AsyncLocalStorage?: StorageClass };
  if (typeof AsyncLocalStorage !== "function") return undefined;
  const storage = new AsyncLocalStorage();
  // Every class inherits another `bind`, that of functions.
  const hasBind = Object.hasOwn(AsyncLocalStorage, "bind");
  const guarded = new WeakMap<GlobalsHost, GlobalsHost>();
  return {
    current: () => storage.getStore(),
    run(host, fn) {
      let safe = guarded.get(host);
      if (safe === undefined) {
        safe = guardHost(host, storage);
        guarded.set(host, safe);
        // A node may be handed its own host as `current` gives it.
        guarded.set(safe, safe);
      }
      return storage.run(safe, fn);
    },
    bind(callback) {
      if (hasBind) return AsyncLocalStorage.bind?.(callback) ?? callback;
      const host = storage.getStore();
      return () => storage.run(host, callback);
    },
  };
}

/** A host may use real timers and clocks itself, so its own code must not run under it. */
function guardHost(host: GlobalsHost, storage: Storage<GlobalsHost | undefined>): GlobalsHost {
  const outside = <T>(fn: () => T): T => storage.run(undefined, fn);
  return {
    now: () => outside(() => host.now()),
    wall: () => outside(() => host.wall()),
    chance: (name) => outside(() => host.chance(name)),
    stray: (reason) => outside(() => host.stray?.(reason)),
    // Called by hooks of the runtime, in the middle of everything: no store is changed there.
    beginsWork: () => host.beginsWork?.(),
    schedule(delay, callback, options) {
      const timer = outside(() => host.schedule(delay, callback, options));
      return { cancel: () => outside(() => timer.cancel()) };
    },
  };
}
