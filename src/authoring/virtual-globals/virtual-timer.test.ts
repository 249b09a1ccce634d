import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { loadVirtualGlobals } from "./load-virtual-globals.ts";
import { createSmallHost, hop, runUnder, type SmallHost, WALL } from "./small-host.test-kit.ts";
import { delayOf } from "./virtual-timer.ts";

const globals = await loadVirtualGlobals();

interface Timer {
  readonly _idleTimeout: number;
}

/** Calls `fn` under the host with the dispatchers in place, without waiting for what comes of it. */
function under<T>(host: SmallHost, fn: () => T): T {
  const release = globals.enter();
  try {
    return globals.run(host, fn);
  } finally {
    release();
  }
}

describe("delays", () => {
  test.each<[unknown, number]>([
    [undefined, 1],
    [Number.NaN, 1],
    [-5, 1],
    [0, 1],
    [0.99, 1],
    [1.99, 1],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [2 ** 31, 1],
    [Number.POSITIVE_INFINITY, 1],
    ["20", 20],
    ["no", 1],
    [null, 1],
    [true, 1],
  ])("%s becomes %d", (given, expected) => {
    const host = createSmallHost();
    under(host, () => setTimeout(() => {}, given as number));
    expect(host.delays).toEqual([expected]);
  });

  test("are those of real timers, for any number", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer({ min: -10, max: 1e6 }), fc.float()), (given) => {
        fc.pre(!(given > 2 ** 31 - 1)); // The runtime warns of these on the console.
        fc.pre(!(given < 0) && !Number.isNaN(given));
        const real = setTimeout(() => {}, given);
        clearTimeout(real);
        const wanted = delayOf(given);
        const fresh = setTimeout(() => {}, given) as unknown as Timer;
        const { _idleTimeout } = fresh;
        clearTimeout(fresh as never);
        expect(Math.trunc(_idleTimeout)).toBe(wanted);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("that are no numbers at all throw, as the real ones do", () => {
    const host = createSmallHost();
    expect(() => under(host, () => setTimeout(() => {}, 1n as never))).toThrow(TypeError);
    expect(() => under(host, () => setTimeout("text" as never, 1))).toThrow(/callback/);
    expect(() => under(host, () => setInterval(undefined as never, 1))).toThrow(/callback/);
    expect(() => under(host, () => setImmediate(5 as never))).toThrow(/callback/);
    expect(host.pending).toBe(0);
  });
});

describe("callbacks", () => {
  test("get their arguments, their handle as this, the host and the stores of others", async () => {
    const host = createSmallHost();
    const store = new AsyncLocalStorage<string>();
    const seen = await runUnder(
      { globals, host },
      () =>
        new Promise((resolve) => {
          const handle = store.run("mine", () =>
            setTimeout(
              function (this: unknown, ...args: unknown[]) {
                resolve({ args, isHandle: this === handle, now: Date.now(), store: store.getStore() });
              },
              30,
              "a",
              2,
            ),
          );
        }),
    );
    expect(seen).toEqual({ args: ["a", 2], isHandle: true, now: WALL + 30, store: "mine" });
  });

  test("run under the host that set them, whoever fires them", async () => {
    const [host, other] = [createSmallHost(), createSmallHost()];
    await other.schedule(500, () => {});
    await other.drain();
    let seen = 0;
    under(host, () =>
      setTimeout(() => {
        seen = performance.now();
      }, 30),
    );
    const release = globals.enter();
    await globals.run(other, () => host.drain());
    release();
    expect(seen).toBe(30);
  });

  test("throw to whoever fires them", async () => {
    const host = createSmallHost();
    under(host, () => {
      setTimeout(() => {
        throw new Error("in the timer");
      }, 1);
      setInterval(() => {
        throw new Error("in the interval");
      }, 2);
    });
    await expect(host.step()).rejects.toThrow("in the timer");
    await expect(host.step()).rejects.toThrow("in the interval");
    await expect(host.step()).rejects.toThrow("in the interval");
  });
});

describe("handles", () => {
  test("can do what those of the runtime can", () => {
    const host = createSmallHost();
    under(host, () => {
      const handle = setTimeout(() => {}, 5);
      expect([handle.hasRef(), handle.unref() === handle, handle.hasRef()]).toEqual([true, true, false]);
      expect([handle.ref() === handle, handle.hasRef()]).toEqual([true, true]);
      expect(+handle).toBe(+handle);
      expect(+handle).not.toBe(+setTimeout(() => {}, 5));
      expect(handle.close()).toBe(handle);
      const immediate = setImmediate(() => {});
      expect([immediate.unref() === immediate, immediate.hasRef()]).toEqual([true, false]);
      expect(host.pending).toBe(2);
    });
  });

  test("have every method of the runtime's own", () => {
    const host = createSmallHost();
    const own: readonly PropertyKey[] = ["constructor", inspect.custom];
    const methods = (handle: object) =>
      Reflect.ownKeys(Object.getPrototypeOf(handle)).filter((key) => !own.includes(key));
    const pairs = [
      [setTimeout(() => {}, 0), under(host, () => setTimeout(() => {}, 0))],
      [setImmediate(() => {}), under(host, () => setImmediate(() => {}))],
    ] as const;
    for (const [real, virtual] of pairs) {
      clearTimeout(real as never);
      expect(methods(real).filter((method) => typeof Reflect.get(virtual, method) !== "function")).toEqual(
        [],
      );
    }
  });

  test.each([
    ["the handle", (handle: NodeJS.Timeout) => clearTimeout(handle)],
    ["clearInterval", (handle: NodeJS.Timeout) => clearInterval(handle)],
    ["close", (handle: NodeJS.Timeout) => handle.close()],
    ["dispose", (handle: NodeJS.Timeout) => handle[Symbol.dispose]()],
  ])("end by %s, inside and outside", (_name, end) => {
    const host = createSmallHost();
    under(host, () => end(setTimeout(() => {}, 5)));
    expect(host.pending).toBe(0);
    const handle = under(host, () => setTimeout(() => {}, 5));
    const release = globals.enter();
    end(handle);
    release();
    expect(host.pending).toBe(0);
  });

  test("have numbers, which count from the same number in each host and mean something there only", async () => {
    const [a, b] = [createSmallHost(), createSmallHost()];
    const numbers = [a, b].map((host) => under(host, () => +setTimeout(() => {}, 5)));
    expect(numbers[0]).toBe(numbers[1]);
    const release = globals.enter();
    clearTimeout(numbers[0]);
    expect([a.pending, b.pending]).toEqual([1, 1]);
    release();
    under(b, () => clearTimeout(numbers[1]));
    expect([a.pending, b.pending]).toEqual([1, 0]);
    under(a, () => clearTimeout(String(numbers[0])));
    expect([a.pending, b.pending]).toEqual([0, 0]);
  });

  test("are left alone by the wrong clear, and immediates end by theirs", () => {
    const host = createSmallHost();
    under(host, () => {
      const [timer, immediate] = [setTimeout(() => {}, 5), setImmediate(() => {})];
      clearImmediate(timer as never);
      clearTimeout(immediate as never);
      clearTimeout(undefined);
      clearTimeout(null as never);
      clearTimeout({} as never);
      clearTimeout(123_456_789);
      expect(host.pending).toBe(2);
      clearImmediate(immediate);
      expect(host.pending).toBe(1);
    });
  });

  test("of real timers can be cleared by a node", async () => {
    let fired = false;
    const real = setImmediate(() => {
      fired = true;
    });
    const timer = setTimeout(() => {}, 2 ** 30);
    under(createSmallHost(), () => {
      clearImmediate(real);
      clearTimeout(timer);
    });
    await hop();
    expect(fired).toBe(false);
    expect((timer as unknown as Timer)._idleTimeout).toBe(-1);
  });

  test("refresh starts the delay anew, also after it fired, but not after it was cleared", async () => {
    const host = createSmallHost();
    const at: number[] = [];
    const handle = under(host, () => setTimeout(() => at.push(performance.now()), 100));
    const other = under(host, () => setTimeout(() => handle.refresh(), 60));
    const release = globals.enter();
    await host.drain();
    expect(at).toEqual([160]);
    handle.refresh();
    await host.drain();
    expect(at).toEqual([160, 260]);
    handle.close().refresh();
    under(host, () => clearTimeout(other));
    other.refresh();
    release();
    expect(host.pending).toBe(0);
  });

  test("keep their numbers when they have fired, but cannot be ended by them", async () => {
    const host = createSmallHost();
    const handle = under(host, () => setTimeout(() => {}, 5));
    const number = +handle;
    await host.drain();
    under(host, () => clearTimeout(number));
    expect([+handle, handle.refresh() === handle, host.pending]).toEqual([number, true, 1]);
    expect(+handle).toBe(number);
    under(host, () => clearTimeout(number));
    expect(host.pending).toBe(0);
  });
});
