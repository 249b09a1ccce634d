import nodeCrypto, { randomUUID } from "node:crypto";
import { hrtime } from "node:process";
import timersModule, * as timers from "node:timers";
import promisesModule, * as timersPromises from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

import { loadVirtualGlobals } from "./load-virtual-globals.ts";
import { createSmallHost, newDateTime, runUnder, WALL } from "./small-host.test-kit.ts";

const globals = await loadVirtualGlobals();

describe("what a node sees of time", () => {
  const waits: readonly (readonly [name: string, wait: () => Promise<unknown>])[] = [
    ["setTimeout", () => new Promise((resolve) => setTimeout(resolve, 1000))],
    ["setTimeout of node:timers by name", () => new Promise((resolve) => timers.setTimeout(resolve, 1000))],
    ["setTimeout of node:timers", () => new Promise((resolve) => timersModule.setTimeout(resolve, 1000))],
    ["setTimeout of node:timers/promises by name", () => timersPromises.setTimeout(1000)],
    ["setTimeout of node:timers/promises", () => promisesModule.setTimeout(1000)],
    ["scheduler.wait", () => timersPromises.scheduler.wait(1000)],
    ["promisify(setTimeout)", () => promisify(setTimeout)(1000)],
    [
      "AbortSignal.timeout",
      () => new Promise((done) => AbortSignal.timeout(1000).addEventListener("abort", done)),
    ],
    [
      "setInterval",
      () =>
        new Promise<void>((resolve) => {
          let count = 0;
          const timer = setInterval(() => {
            count += 1;
            if (count === 4) resolve(clearInterval(timer));
          }, 250);
        }),
    ],
    [
      "setInterval of node:timers/promises",
      async () => {
        let count = 0;
        for await (const _ of timersPromises.setInterval(250)) {
          count += 1;
          if (count === 4) break;
        }
      },
    ],
  ];

  test.each(waits)("%s waits in virtual time, and every clock agrees", async (_name, wait) => {
    const host = createSmallHost();
    const seen = await runUnder({ globals, host }, async () => {
      const start = [process.hrtime(), process.hrtime.bigint(), hrtime.bigint()] as const;
      await wait();
      return {
        now: Date.now(),
        date: newDateTime(),
        text: Date(),
        performance: performance.now(),
        origin: performance.timeOrigin,
        hrtime: process.hrtime(start[0]),
        nanoseconds: [process.hrtime.bigint() - start[1], hrtime.bigint() - start[2]],
      };
    });
    expect(seen).toEqual({
      now: WALL + 1000,
      date: WALL + 1000,
      text: new Date(WALL + 1000).toString(),
      performance: 1000,
      origin: WALL,
      hrtime: [1, 0],
      nanoseconds: [1_000_000_000n, 1_000_000_000n],
    });
    expect(host.pending).toBe(0);
  });

  test.each([
    ["setImmediate", () => new Promise((resolve) => setImmediate(resolve, "value"))],
    ["setImmediate of node:timers", () => new Promise((resolve) => timers.setImmediate(resolve, "value"))],
    ["setImmediate of node:timers/promises", () => timersPromises.setImmediate("value")],
    ["promisify(setImmediate)", () => promisify(setImmediate)("value")],
  ])("%s is a timer without delay", async (_name, wait) => {
    const host = createSmallHost();
    expect(await runUnder({ globals, host }, wait)).toBe("value");
    expect(host.delays).toEqual([0]);
  });

  test("scheduler.yield is a timer without delay", async () => {
    const host = createSmallHost();
    await runUnder({ globals, host }, () => timersPromises.scheduler.yield());
    expect(host.delays).toEqual([0]);
  });

  test("hrtime takes the fractions of the clock, and borrows where it must", async () => {
    const host = { ...createSmallHost(), now: () => 2000.25 };
    const release = globals.enter();
    expect(globals.run(host, () => process.hrtime())).toEqual([2, 250_000]);
    expect(globals.run(host, () => process.hrtime([0, 999_999_999]))).toEqual([1, 250_001]);
    expect(globals.run(host, () => process.hrtime.bigint())).toBe(2_000_250_000n);
    expect(() => globals.run(host, () => process.hrtime([1] as never))).toThrow();
    release();
  });
});

describe("Date", () => {
  const inside = <T>(fn: () => T): T => {
    const release = globals.enter();
    try {
      return globals.run(createSmallHost(), fn);
    } finally {
      release();
    }
  };

  test("is the real one but for the current time", () => {
    const RealDate = Date;
    inside(() => {
      expect(Date.name).toBe("Date");
      expect(Date).toHaveLength(7);
      expect(Date.parse("1970-01-01T00:00:01Z")).toBe(1000);
      expect(Date.UTC(1970, 0, 2)).toBe(86_400_000);
      expect(new Date(5).getTime()).toBe(5);
      expect(new Date(undefined as never).getTime()).toBeNaN();
      expect(new Date(2020, 1, 3, 4).getHours()).toBe(4);
      expect(new Date("1970-01-01T00:00:01Z").getTime()).toBe(1000);
      expect(new Date(0) instanceof Date).toBe(true);
      expect(new Date() instanceof RealDate).toBe(true);
      expect(new RealDate(0) instanceof Date).toBe(true);
      expect({} instanceof Date).toBe(false);
      expect(new Date(0).constructor).toBe(Date);
      expect(Date.prototype).toBe(RealDate.prototype);
      expect(structuredClone(new Date(7)).getTime()).toBe(7);
    });
    expect(new Date(0).constructor).toBe(RealDate);
  });

  test("can be extended", () => {
    inside(() => {
      class Stamp extends Date {
        readonly mark = "m";
      }
      const stamp = new Stamp();
      expect([stamp.getTime(), Stamp.now(), stamp.mark]).toEqual([WALL, WALL, "m"]);
      expect(stamp instanceof Stamp && stamp instanceof Date).toBe(true);
      expect(new Stamp(9).getTime()).toBe(9);
    });
  });
});

describe("what a node sees of chance", () => {
  test("comes from the host, under the name of its source", async () => {
    const host = createSmallHost({ chance: 0.75 });
    const seen = await runUnder({ globals, host }, () => [
      Math.random(),
      crypto.randomUUID(),
      randomUUID(),
      [...crypto.getRandomValues(new Uint8Array(5))],
      [...nodeCrypto.getRandomValues(new Uint16Array(2))],
      [...crypto.getRandomValues(new BigInt64Array(1))],
    ]);
    const uuid = "000000c0-0000-40c0-8000-00c0000000c0";
    expect(seen).toEqual([0.75, uuid, uuid, [0, 0, 0, 192, 0], [0, 49152], [-0x3fffffff40000000n]]);
    expect([...new Set(host.chances)]).toEqual([
      "Math.random",
      "crypto.randomUUID",
      "crypto.getRandomValues",
    ]);
    expect(host.chances).toHaveLength(1 + 4 + 4 + 2 + 1 + 2);
  });

  test("fills parts of buffers only, and leaves what is refused to the runtime", async () => {
    const host = createSmallHost({ chance: 1 - 2 ** -32 });
    await runUnder({ globals, host }, () => {
      const bytes = new Uint8Array(6);
      expect(crypto.getRandomValues(bytes.subarray(1, 4))).toEqual(new Uint8Array([255, 255, 255]));
      expect([...bytes]).toEqual([0, 255, 255, 255, 0, 0]);
      expect(() => crypto.getRandomValues(new Float64Array(1) as never)).toThrow();
      expect(() => crypto.getRandomValues(new Uint8Array(65_537))).toThrow();
    });
    expect(host.chances).toHaveLength(1);
  });
});
