/** What is counted, and what is said where nobody can count. */
import * as asyncHooks from "node:async_hooks";
import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";

import { createAsyncActivity } from "./async-activity.ts";
import { createHostContext, type HostContext } from "./host-context.ts";
import { createSmallHost } from "./small-host.test-kit.ts";

const context = createHostContext(asyncHooks) as HostContext;
const activity = createAsyncActivity(asyncHooks, context);
afterEach(activity.restore);

/** Whether the count goes up with what is done. */
function counts(what: () => unknown): boolean {
  const before = activity.count;
  what();
  return activity.count > before;
}

describe("the count of activity", () => {
  test("goes up with everything that makes code run later, and with nothing else", () => {
    let settle: (value?: unknown) => void = () => {};
    const waiting = new Promise((resolve) => {
      settle = resolve;
    });
    activity.watch();
    expect(counts(() => Math.max(1, 2))).toBe(false);
    expect(counts(() => [...[1, 2].values()])).toBe(false);
    expect(counts(() => new AbortController().abort())).toBe(false);
    expect(counts(() => context.run(createSmallHost(), () => 1))).toBe(false);
    expect(counts(() => settle())).toBe(true);
    expect(counts(() => waiting.then(() => {}))).toBe(true);
    expect(counts(() => (async () => {})())).toBe(true);
    expect(counts(() => queueMicrotask(() => {}))).toBe(true);
    expect(counts(() => process.nextTick(() => {}))).toBe(true);
  });

  test("is equal to nothing, itself included, while nobody counts", () => {
    expect(activity.count).toBeNaN();
    activity.watch();
    expect(activity.count).not.toBeNaN();
    activity.restore();
    expect(activity.count).toBeNaN();
  });

  test("is never there where hooks are missing, or are never called", () => {
    const deaf = { createHook: () => ({ enable() {}, disable() {} }) };
    for (const hooks of [undefined, {}, deaf]) {
      const none = createAsyncActivity(hooks, context);
      none.watch();
      expect(none.count).toBeNaN();
      none.restore();
    }
  });

  test("tells a host that its node has begun what only the event loop ends", async () => {
    let begun = 0;
    const beginsWork = () => {
      begun += 1;
    };
    const host = { ...createSmallHost(), beginsWork };
    activity.watch();
    await context.run(host, async () => {
      await Promise.resolve();
      queueMicrotask(() => {});
    });
    expect(begun).toBe(0);
    const reading = context.run(host, () => readFile(new URL(import.meta.url)));
    expect(begun).toBeGreaterThan(0);
    await reading;
  });
});
