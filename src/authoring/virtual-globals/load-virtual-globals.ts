/**
 * Loads the virtual globals: the clocks, timers and dice of the runtime, virtual for code that runs under a host
 * and real for everybody else.
 *
 * A function that was taken out of its place before the dispatchers were there, such as `const { now } = Date` or
 * `const sleep = promisify(setTimeout)` at the top of a module, stays the real one. Names that are imported from
 * `node:timers` and `node:timers/promises` follow in Node; Bun, Deno and realms of `node:vm` keep them as they are.
 */
import { createAsyncActivity } from "./async-activity.ts";
import { type BuiltinModules, findBuiltinModules } from "./builtin-modules.ts";
import { createDispatchers } from "./dispatcher.ts";
import type { VirtualGlobals } from "./globals-host.ts";
import { createHostContext } from "./host-context.ts";
import { patchSites } from "./patch-sites.ts";
import { createPropertyPatches } from "./property-patches.ts";
import { createStrayRejections } from "./stray-rejections.ts";

/** Two copies of the package in one process must not patch on top of each other, so they share the first one's. */
const SHARED = Symbol.for("@rspp/contracts/virtual-globals/1");

/** Loads the virtual globals of this process; always the same ones. Never rejects. */
export function loadVirtualGlobals(): Promise<VirtualGlobals> {
  const realm = globalThis as { [SHARED]?: Promise<VirtualGlobals> };
  const loaded = realm[SHARED];
  if (loaded !== undefined) return loaded;
  const value = findBuiltinModules().then(createVirtualGlobals);
  Reflect.defineProperty(realm, SHARED, { value, configurable: true, writable: true });
  return value;
}

/** Virtual globals that can also tell what they could not patch. */
export interface LoadedVirtualGlobals extends VirtualGlobals {
  /**
   * Properties that are there but could not be patched at the last outermost `enter`. In Node this always names
   * `node:crypto.getRandomValues`, which calls the one of `crypto` that is patched.
   */
  readonly skipped: readonly string[];
}

/** Makes virtual globals out of the modules of a runtime. */
export function createVirtualGlobals(modules: BuiltinModules): LoadedVirtualGlobals {
  const context = createHostContext(modules.asyncHooks);
  if (context === undefined) {
    return { is_supported: false, skipped: [], run: (_host, fn) => fn(), enter: () => () => {} };
  }
  const dispatchers = createDispatchers(context);
  const sites = patchSites(modules, { context, dispatchers });
  const patches = createPropertyPatches(sites, dispatchers.originalOf);
  const rejections = createStrayRejections(context);
  const activity = createAsyncActivity(modules.asyncHooks, context);
  let entered = 0;
  return {
    is_supported: true,
    get skipped() {
      return patches.skipped;
    },
    run: context.run,
    activity,
    enter() {
      if (entered === 0) {
        patches.install();
        rejections.install();
        syncExports(modules);
      }
      entered += 1;
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        entered -= 1;
        if (entered > 0) return;
        activity.restore();
        rejections.restore();
        patches.restore();
        syncExports(modules);
      };
    },
  };
}

/** Names that were imported from built-in modules follow their properties only when told to. */
function syncExports({ module }: BuiltinModules): void {
  try {
    (module as { syncBuiltinESMExports?(): void } | undefined)?.syncBuiltinESMExports?.();
  } catch {
    // A runtime that has the function only in name; its imported names stay as they are.
  }
}
