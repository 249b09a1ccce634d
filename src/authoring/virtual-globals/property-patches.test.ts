import module from "node:module";
import * as timers from "node:timers";
import * as timersPromises from "node:timers/promises";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";

import { createVirtualGlobals, loadVirtualGlobals } from "./load-virtual-globals.ts";
import { createPropertyPatches, type PatchSite } from "./property-patches.ts";
import { createSmallHost, newDateTime, runUnder, WALL, watchGlobals } from "./small-host.test-kit.ts";

const globals = await loadVirtualGlobals();
const modules = [timers, timersPromises, Object.getPrototypeOf(timersPromises.scheduler)];

afterEach(() => {
  vi.useRealTimers();
});

describe("enter and release", () => {
  test("replace the functions meanwhile, and leave every property as it was", () => {
    const changes = watchGlobals(modules);
    const release = globals.enter();
    const changed = changes();
    release();
    expect(changes()).toEqual([]);
    expect(changed).toEqual(
      [
        ...["setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate"],
        ...["Date", "now", "constructor", "timeOrigin", "timeout", "hrtime", "bigint", "random"],
        ...["randomUUID", "getRandomValues", "wait", "yield"],
      ].sort(),
    );
  });

  test("keep the identities that the runtime has", () => {
    const isSame = timers.setTimeout === setTimeout && timers.clearImmediate === clearImmediate;
    const release = globals.enter();
    expect(timers.setTimeout === setTimeout && timers.clearImmediate === clearImmediate).toBe(isSame);
    expect([setTimeout.name, performance.now.name, Math.random.length]).toEqual(["setTimeout", "now", 0]);
    release();
  });

  test("count, in any order, and a release counts once", () => {
    const changes = watchGlobals(modules);
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 20 }), (choices) => {
        const releases: (() => void)[] = [globals.enter()];
        const open = new Set(releases);
        for (const choice of choices) {
          if (choice === 0) {
            const release = globals.enter();
            releases.push(release);
            open.add(release);
          } else {
            const release = releases[choice % releases.length];
            if (release === undefined) continue;
            release();
            open.delete(release);
          }
          expect(changes().length > 0).toBe(open.size > 0);
        }
        for (const release of open) release();
        expect(changes()).toEqual([]);
      }),
      { seed: 3, numRuns: 25 },
    );
  });

  test("put everything back after a throw", async () => {
    const changes = watchGlobals(modules);
    const failing = runUnder({ globals, host: createSmallHost() }, () => {
      throw new Error("the node fails");
    });
    await expect(failing).rejects.toThrow("the node fails");
    expect(changes()).toEqual([]);
  });

  test("are one for every copy of the package", async () => {
    vi.resetModules();
    const copy = await import("./load-virtual-globals.ts");
    expect(copy.loadVirtualGlobals).not.toBe(loadVirtualGlobals);
    expect(await copy.loadVirtualGlobals()).toBe(globals);
  });
});

describe("together with other fakes", () => {
  test("fake timers that are on stay on for others, and come back", async () => {
    vi.useFakeTimers({ now: 5000 });
    const changes = watchGlobals(modules);
    const host = createSmallHost();
    const release = globals.enter();
    const fired: unknown[] = [];
    setTimeout(() => fired.push(["fake", Date.now(), new Date(0) instanceof Date]), 100);
    globals.run(host, () => setTimeout(() => fired.push(["virtual", Date.now(), newDateTime()]), 50));
    expect([Date.now(), newDateTime()]).toEqual([5000, 5000]);
    vi.advanceTimersByTime(200);
    expect(fired).toEqual([["fake", 5100, true]]);
    await host.drain();
    expect(fired[1]).toEqual(["virtual", WALL + 50, WALL + 50]);
    release();
    expect(changes()).toEqual([]);
    expect(Date.now()).toBe(5200);
  });

  test("fake timers that come meanwhile are left alone, and what they put back too late goes at the next turn", () => {
    const changes = watchGlobals(modules);
    const release = globals.enter();
    vi.useFakeTimers({ now: 7000 });
    const fake = setTimeout;
    release();
    expect(setTimeout).toBe(fake);
    expect(Date.now()).toBe(7000);
    vi.useRealTimers();
    expect(changes()).not.toEqual([]);
    globals.enter()();
    expect(changes()).toEqual([]);
  });

  test("spies on a function see the calls of others", () => {
    const spy = vi.spyOn(Date, "now").mockReturnValue(42);
    const release = globals.enter();
    expect([Date.now(), globals.run(createSmallHost(), () => Date.now())]).toEqual([42, WALL]);
    release();
    expect(Date.now).toBe(spy);
    expect(spy).toHaveBeenCalledTimes(1);
    spy.mockRestore();
  });
});

describe("runtimes that have getters for their functions", () => {
  test("get them back, and give dispatchers meanwhile, also after the getters were put back too late", async () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, "setTimeout") as PropertyDescriptor;
    const own = { get: () => real.value, set: () => {}, enumerable: true, configurable: true };
    Object.defineProperty(globalThis, "setTimeout", own);
    try {
      const changes = watchGlobals(modules);
      const release = globals.enter();
      const late = Object.getOwnPropertyDescriptor(globalThis, "setTimeout") as PropertyDescriptor;
      release();
      Object.defineProperty(globalThis, "setTimeout", late);
      const wait = () => new Promise<number>((resolve) => setTimeout(() => resolve(Date.now()), 70));
      expect(await runUnder({ globals, host: createSmallHost() }, wait)).toBe(WALL + 70);
      expect(changes()).toEqual([]);
    } finally {
      Object.defineProperty(globalThis, "setTimeout", real);
    }
  });
});

describe("properties that cannot be patched", () => {
  const site = (target: object, key: string): PatchSite => ({
    name: key,
    key,
    target: () => target,
    replace: (before) => ({ ...before, value: "patched" }),
  });

  test("are skipped and named, and the others are patched", () => {
    const target = Object.freeze({ locked: 1 });
    const open = { free: 2 };
    const inherits = Object.create(open);
    const failing: PatchSite = {
      ...site({}, "failing"),
      target: () => {
        throw new Error("no");
      },
    };
    const sites = [site(target, "locked"), failing, site(open, "absent"), site(inherits, "free")];
    const patches = createPropertyPatches(sites, (value) => value);
    patches.install();
    expect([patches.skipped, target.locked, open.free]).toEqual([["locked", "failing"], 1, "patched"]);
    patches.restore();
    expect(open).toEqual({ free: 2 });
    expect(Object.keys(inherits)).toEqual([]);
  });

  test("are at most one in this runtime, which goes by way of another", () => {
    const own = createVirtualGlobals({ module, crypto: process.getBuiltinModule("node:crypto") });
    expect([own.is_supported, own.skipped]).toEqual([false, []]);
    globals.enter()();
    const { skipped } = globals as unknown as { readonly skipped: readonly string[] };
    expect(skipped.filter((name) => name !== "node:crypto.getRandomValues")).toEqual([]);
  });
});

describe("runtimes that cannot tell code apart", () => {
  test.each([[{}], [{ asyncHooks: {} }]])("nothing is patched with the modules %o", (found) => {
    const changes = watchGlobals(modules);
    const none = createVirtualGlobals(found);
    const release = none.enter();
    expect(changes()).toEqual([]);
    expect(none.is_supported).toBe(false);
    expect(none.run(createSmallHost(), () => "result")).toBe("result");
    release();
  });
});
