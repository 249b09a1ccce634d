import { EventEmitter, once } from "node:events";
import { Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setInterval as every, scheduler, setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";

import { loadVirtualGlobals } from "./load-virtual-globals.ts";
import { createSmallHost, runUnder } from "./small-host.test-kit.ts";

const globals = await loadVirtualGlobals();

/** What the code returns, and the virtual time at its end in ms. */
async function inVirtualTime<T>(fn: () => Promise<T>): Promise<[result: T, at: number]> {
  const host = createSmallHost();
  return runUnder({ globals, host }, async () => {
    const result = await fn();
    return [result, performance.now()];
  });
}

/** A promise that is refused with the reason of its signal, as those of `fetch` are. */
function fetchLike(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

describe("code of a node that uses", () => {
  test("a web stream with a timer in pull, and a transform", async () => {
    const read = inVirtualTime(async () => {
      let count = 0;
      const source = new ReadableStream<number>(
        {
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 1000));
            count += 1;
            if (count > 3) controller.close();
            else controller.enqueue(Date.now() % 100_000);
          },
        },
        { highWaterMark: 0 },
      );
      const doubled = source.pipeThrough(
        new TransformStream<number, number>({
          async transform(chunk, controller) {
            await sleep(10);
            controller.enqueue(chunk * 2);
          },
        }),
      );
      const chunks: number[] = [];
      for await (const chunk of doubled as unknown as AsyncIterable<number>) chunks.push(chunk);
      return chunks;
    });
    const [chunks, at] = await read;
    expect(chunks).toHaveLength(3);
    expect(chunks[0]).toBe(2000);
    expect(at).toBeGreaterThanOrEqual(4000);
    expect(await inVirtualTime(async () => 1)).toEqual([1, 0]);
  });

  test("streams of node:stream with a generator, a transform and a pipeline", async () => {
    const result = await inVirtualTime(async () => {
      async function* words() {
        for (const word of ["a", "b", "c"]) {
          await sleep(500);
          yield word;
        }
      }
      const written: string[] = [];
      const upper = new Transform({
        objectMode: true,
        transform(chunk, _encoding, done) {
          setTimeout(() => done(null, String(chunk).toUpperCase()), 100);
        },
      });
      const sink = new Writable({
        objectMode: true,
        write(chunk, _encoding, done) {
          written.push(`${chunk}@${performance.now()}`);
          setImmediate(done);
        },
      });
      await pipeline(Readable.from(words(), { highWaterMark: 1 }), upper, sink);
      return written;
    });
    expect(result).toEqual([["A@600", "B@1100", "C@1600"], 1600]);
  });

  test("events.once", async () => {
    const result = await inVirtualTime(async () => {
      const emitter = new EventEmitter();
      setTimeout(() => emitter.emit("done", Date.now() % 100_000), 250);
      return once(emitter, "done");
    });
    expect(result).toEqual([[250], 250]);
  });

  test("async generators that sleep, merged by hand", async () => {
    const result = await inVirtualTime(async () => {
      const order: string[] = [];
      const beat = async (name: string, ms: number) => {
        const beats = (async function* () {
          for (let k = 0; k < 3; k += 1) {
            await scheduler.wait(ms);
            yield name;
          }
        })();
        for await (const each of beats) order.push(each);
      };
      await Promise.all([beat("x", 100), beat("y", 70)]);
      return order.join("");
    });
    expect(result).toEqual(["yxyxyx", 300]);
  });

  test("AbortSignal.timeout, alone and with others", async () => {
    const [[name, isAny], at] = await inVirtualTime(async () => {
      const controller = new AbortController();
      const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(3000)]);
      const error: DOMException = await fetchLike(signal).catch((reason) => reason);
      return [error.name, error instanceof DOMException] as const;
    });
    expect([name, isAny, at]).toEqual(["TimeoutError", true, 3000]);
    await inVirtualTime(async () => {
      expect(() => AbortSignal.timeout(-1)).toThrow();
      expect(() => AbortSignal.timeout("x" as never)).toThrow();
    });
  });

  test("listeners of a signal that times out, which run under the host", async () => {
    const host = createSmallHost();
    const release = globals.enter();
    const seen: number[] = [];
    globals.run(host, () => {
      AbortSignal.timeout(500).onabort = () => seen.push(performance.now());
    });
    await host.drain();
    release();
    expect(seen).toEqual([500]);
  });

  test("races with timers, and clears the one that lost", async () => {
    const host = createSmallHost();
    const winner = await runUnder({ globals, host }, async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, 1000, "late");
      });
      const result = await Promise.race([late, sleep(400, "early")]);
      clearTimeout(timer);
      return result;
    });
    expect([winner, host.now(), host.pending]).toEqual(["early", 400, 0]);
  });

  test("microtasks and process.nextTick, which need no time", async () => {
    const result = await inVirtualTime(async () => {
      const order: string[] = [];
      await new Promise<void>((resolve) => {
        setTimeout(() => resolve(void order.push("timer")), 1);
        setImmediate(() => order.push("immediate"));
        process.nextTick(() => order.push("tick"));
        queueMicrotask(() => order.push("microtask"));
      });
      return order;
    });
    expect(result[1]).toBe(1);
    expect([...result[0]].sort()).toEqual(["immediate", "microtask", "tick", "timer"]);
    expect(result[0].slice(2)).toEqual(["immediate", "timer"]);
  });
});

describe("timers that are promises", () => {
  test("are refused with the runtime's own error when their signal is aborted", async () => {
    const host = createSmallHost();
    await runUnder({ globals, host }, async () => {
      const waits = [
        (signal: AbortSignal) => sleep(1000, undefined, { signal }),
        (signal: AbortSignal) => scheduler.wait(1000, { signal }),
        async (signal: AbortSignal) => {
          for await (const _ of every(30, undefined, { signal }));
        },
      ];
      for (const wait of waits) {
        const refused = { name: "AbortError", code: "ABORT_ERR", cause: "why" };
        await expect(wait(AbortSignal.abort("why"))).rejects.toMatchObject(refused);
        const controller = new AbortController();
        setTimeout(() => controller.abort("why"), 100);
        await expect(wait(controller.signal)).rejects.toMatchObject(refused);
      }
      expect([host.now(), host.pending]).toEqual([300, 0]);
    });
  });

  test("leave wrong options to the runtime", async () => {
    await inVirtualTime(async () => {
      await expect(sleep(1, undefined, 5 as never)).rejects.toThrow(/options/);
      await expect(sleep(1, undefined, { ref: 1 as never })).rejects.toThrow(/ref/);
      await expect(sleep(1, undefined, { signal: {} as never })).rejects.toThrow(/signal/);
      await expect(
        every(1, undefined, null as never)
          [Symbol.asyncIterator]()
          .next(),
      ).rejects.toThrow(/options/);
    });
  });

  test("an interval gives every beat that was missed, and ends when its loop is left", async () => {
    const host = createSmallHost();
    const beats = await runUnder({ globals, host }, async () => {
      const seen: number[] = [];
      for await (const value of every(100, "beat")) {
        expect(value).toBe("beat");
        seen.push(performance.now());
        if (seen.length === 1) await sleep(250);
        if (seen.length === 4) return seen;
      }
      return seen;
    });
    expect([beats, host.pending]).toEqual([[100, 350, 350, 400], 0]);
  });
});
