/** Built-in modules of the runtime, where it has them: found at run time, so that the package loads without them. */

/** The modules that the virtual globals reach into; each may be missing. */
export interface BuiltinModules {
  readonly asyncHooks?: object | undefined;
  readonly module?: object | undefined;
  readonly timers?: object | undefined;
  readonly timersPromises?: object | undefined;
  readonly crypto?: object | undefined;
  readonly util?: object | undefined;
}

/** Finds the modules that this runtime has. */
export async function findBuiltinModules(): Promise<BuiltinModules> {
  const [asyncHooks, module, timers, timersPromises, crypto, util] = await Promise.all(
    ["async_hooks", "module", "timers", "timers/promises", "crypto", "util"].map(findBuiltinModule),
  );
  return { asyncHooks, module, timers, timersPromises, crypto, util };
}

/** Finds one built-in module by its name without `node:`; undefined where there is none. */
export async function findBuiltinModule(name: string): Promise<object | undefined> {
  const specifier = `node:${name}`;
  try {
    const found = globalProcess()?.getBuiltinModule?.(specifier);
    if (found !== undefined) return found;
    // Bundlers for browsers must not try to resolve it, hence a variable.
    const namespace = await import(/* webpackIgnore: true */ /* @vite-ignore */ specifier);
    return namespace.default ?? namespace;
  } catch {
    return undefined;
  }
}

function globalProcess() {
  return (globalThis as { process?: { getBuiltinModule?(id: string): object | undefined } }).process;
}
