/**
 * Counts everything that can make code run later: promises that are made or settled, and callbacks that the runtime is
 * asked for. Where the count has not moved since all was done, nothing waits for its turn, and nobody needs to wait.
 */
import type { ActivityCount } from "./globals-host.ts";
import type { HostContext } from "./host-context.ts";

/** A count that can be switched off, as counting makes promises dearer. */
export interface AsyncActivity extends ActivityCount {
  /** Ends the count. */
  restore(): void;
}

interface Hook {
  enable(): unknown;
  disable(): unknown;
}

interface AsyncHooks {
  createHook?(callbacks: { init(id: number, type: string): void; promiseResolve(): void }): Hook;
}

/** What is over when microtasks are done; everything else may go on for any time. */
const SHORT_LIVED = new Set(["PROMISE", "Microtask", "TickObject"]);

/** Makes a count out of the module `async_hooks`; it stays NaN in runtimes whose hooks are not called. */
export function createAsyncActivity(asyncHooks: object | undefined, context: HostContext): AsyncActivity {
  let seen = 0;
  let isWatching = false;
  let isCounting = false;
  const { createHook } = (asyncHooks ?? {}) as AsyncHooks;
  // Bun has the function, which warns that it does nothing.
  const isBun = (globalThis as { process?: { versions?: { bun?: string } } }).process?.versions?.bun;
  if (createHook === undefined || isBun !== undefined) return { count: Number.NaN, watch() {}, restore() {} };
  const hook = createHook({
    init(_id, type) {
      seen += 1;
      if (!SHORT_LIVED.has(type)) context.current()?.beginsWork?.();
    },
    promiseResolve() {
      seen += 1;
    },
  });
  return {
    get count() {
      return isCounting ? seen : Number.NaN;
    },
    watch() {
      if (isWatching) return;
      isWatching = true;
      hook.enable();
      isCounting = countsPromises(() => seen);
    },
    restore() {
      isWatching = false;
      isCounting = false;
      hook.disable();
    },
  };
}

/** Whether hooks are called in this runtime and realm. */
function countsPromises(count: () => number): boolean {
  let settle = () => {};
  const before = count();
  new Promise<void>((resolve) => {
    settle = resolve;
  });
  const made = count();
  settle();
  return made > before && count() > made;
}
