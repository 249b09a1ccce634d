/** The test runner that the kit finds itself in: vitest, jest or node:test. */

/** What is used of a test runner. */
export interface TestRunner {
  /** Some runners take the longest time of a test, in ms, as third argument; the others leave it alone. */
  test(name: string, run: (...context: unknown[]) => Promise<void>, timeout_ms?: number): unknown;
  describe?(name: string, register: () => void): unknown;
  /** Called once after all tests of the suite, where the runner has such a thing. */
  afterAll?(run: () => Promise<void>): unknown;
}

type Globals = { readonly [name: string]: unknown };

const isFunction = (value: unknown): value is (...args: never[]) => unknown => typeof value === "function";

/**
 * The runner: what was given, else the global functions of vitest (with `globals: true`) or jest, else `node:test`.
 * Throws a TypeError where there is none.
 */
export function findTestRunner(given: Partial<TestRunner> = {}): TestRunner {
  if (isFunction(given.test)) return given as TestRunner;
  const globals = globalThis as unknown as Globals;
  const isVitestWithoutGlobals = "__vitest_worker__" in globals && !isFunction(globals["test"]);
  const found = isFunction(globals["test"])
    ? globals
    : isVitestWithoutGlobals
      ? undefined
      : nodeTest(globals);
  if (isFunction(found?.["test"])) {
    const { test, describe, afterAll, after } = found;
    return { test, describe, afterAll: afterAll ?? after } as TestRunner;
  }
  throw new TypeError(
    "Cannot register the conformance suite: expected a test runner but found none; " +
      'pass the functions of yours, as in conformanceSuite(subject, { runner: { describe, test, afterAll } }) with "vitest"',
  );
}

/** `node:test`, where this is Node (22.3 and 20.16 or later). */
function nodeTest(globals: Globals): Globals | undefined {
  const host = globals["process"] as { getBuiltinModule?: (name: string) => Globals } | undefined;
  return host?.getBuiltinModule?.("node:test");
}

/** Tells the runner that a test does not apply. Runners without such a thing see it pass. */
export function skipTest(context: unknown, reason: string): void {
  const skip = (context as { skip?: unknown } | undefined)?.skip;
  if (isFunction(skip)) (skip as (reason: string) => void).call(context, reason);
}
