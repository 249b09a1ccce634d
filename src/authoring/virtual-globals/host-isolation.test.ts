import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createDispatchers } from "./dispatcher.ts";
import type { GlobalsHost } from "./globals-host.ts";
import { createHostContext, type HostContext } from "./host-context.ts";
import { loadVirtualGlobals } from "./load-virtual-globals.ts";
import { createSmallHost, hop, WALL } from "./small-host.test-kit.ts";

const globals = await loadVirtualGlobals();

/** What a piece of code does, again and again: each waits in its own way, then looks at the clocks. */
const WAITS = {
  sleep: (ms: number) => sleep(ms),
  timeout: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  immediate: () => new Promise<void>((resolve) => setImmediate(resolve)),
  microtask: async () => {},
  generator: async (ms: number) => {
    const beats = (async function* () {
      await sleep(ms);
      yield 1;
    })();
    for await (const _ of beats);
  },
} as const;

type Way = keyof typeof WAITS;
interface Move {
  readonly who: 0 | 1;
  readonly way: Way;
  readonly ms: number;
}

const moves = fc.array(
  fc.record<Move>({
    who: fc.constantFrom(0, 1),
    way: fc.constantFrom(...(Object.keys(WAITS) as Way[])),
    ms: fc.integer({ min: 1, max: 5000 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("two hosts and everybody else", () => {
  test("see their own time only, however their code is interleaved", async () => {
    await fc.assert(
      fc.asyncProperty(moves, fc.array(fc.nat(2), { maxLength: 40 }), async (script, turns) => {
        const hosts = [createSmallHost(), createSmallHost()] as const;
        const begin = Date.now();
        const release = globals.enter();
        const seen: [readonly number[], readonly number[]] = [[], []];
        const runs = hosts.map((host, who) =>
          globals.run(host, async () => {
            for (const { way, ms } of script.filter((move) => move.who === who)) {
              await WAITS[way](ms);
              seen[who as 0 | 1] = [...(seen[who as 0 | 1] ?? []), performance.now(), Date.now() - WALL];
            }
          }),
        );
        const outside = async () => {
          await new Promise((resolve) => setImmediate(resolve));
          const now = Date.now();
          expect(now >= begin && now < begin + 60_000 && Math.abs(now - WALL) > 60_000).toBe(true);
        };
        for (const turn of turns) await (turn === 2 ? outside() : hosts[turn]?.step());
        for (const host of hosts) await host.drain();
        await Promise.all(runs);
        release();
        const isWaiting = { sleep: true, timeout: true, generator: true, immediate: false, microtask: false };
        for (const who of [0, 1] as const) {
          let now = 0;
          const expected = script
            .filter((move) => move.who === who)
            .flatMap(({ way, ms }) => {
              if (isWaiting[way]) now += ms;
              return [now, now];
            });
          expect(seen[who]).toEqual(expected);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test("may be nested: the inner host holds until its end", () => {
    const [outer, inner] = [createSmallHost(), { ...createSmallHost(), now: () => 77 }];
    const release = globals.enter();
    globals.run(outer, () => {
      expect(globals.run(inner, () => performance.now())).toBe(77);
      expect(performance.now()).toBe(0);
    });
    release();
  });

  test("a host that uses the real clock itself gets it", () => {
    const real: GlobalsHost = {
      now: () => Math.min(1, performance.now()),
      wall: () => Date.now(),
      chance: () => Math.min(0.5, Math.random()),
      schedule(delay, callback) {
        const timer = setTimeout(callback, delay);
        return { cancel: () => clearTimeout(timer) };
      },
    };
    const release = globals.enter();
    globals.run(real, () => {
      expect(performance.now()).toBe(1);
      expect(Math.abs(Date.now() - WALL)).toBeGreaterThan(60_000);
      expect(Math.random()).toBeLessThanOrEqual(0.5);
      clearTimeout(setTimeout(() => {}, 5));
    });
    release();
  });

  test("everybody else gets the original's this, arguments, result and errors", () => {
    const context = createHostContext({ AsyncLocalStorage }) as HostContext;
    const dispatchers = createDispatchers(context);
    const original = function (this: unknown, ...args: unknown[]) {
      if (args.length === 0) throw original;
      return [this, args];
    };
    const dispatcher = dispatchers.of(original, () => "virtual") as typeof original;
    const self = {};
    expect(dispatcher.call(self, 1, 2)).toEqual([self, [1, 2]]);
    expect((dispatcher.call(self, 1) as unknown[])[0]).toBe(self);
    expect(() => dispatcher()).toThrow();
    expect(context.run(createSmallHost(), () => dispatcher(1))).toBe("virtual");
    expect(dispatchers.of(original, () => "other")).toBe(dispatcher);
    expect(dispatchers.of(dispatcher, () => "other")).toBe(dispatcher);
    expect(dispatchers.originalOf(dispatcher)).toBe(original);
  });
});

describe("a storage that does not follow promises", () => {
  class Forgetful {
    #store: unknown;
    run<R>(store: unknown, fn: () => R): R {
      const before = this.#store;
      this.#store = store;
      try {
        return fn();
      } finally {
        this.#store = before;
      }
    }
    getStore() {
      return this.#store;
    }
  }

  test.each([
    ["is told from one that does", Forgetful, false],
    ["is not what the runtime has", AsyncLocalStorage, true],
  ])("%s", async (_name, storage, follows) => {
    const context = createHostContext({ AsyncLocalStorage: storage }) as HostContext;
    const host = createSmallHost();
    const seen: boolean[] = [];
    context.run(host, async () => {
      const bound = context.bind(() => seen.push(context.current() !== undefined));
      await hop();
      seen.push(context.current() !== undefined);
      bound();
    });
    await hop();
    await hop();
    expect(seen).toEqual([follows, true]);
  });
});
