import { describe, expect, test } from "vitest";

import { createVirtualClock } from "../../../simulation/virtual-clock.ts";
import type { TimebaseHandle } from "../../node/node-context.ts";
import { loadVirtualGlobals } from "../../virtual-globals/load-virtual-globals.ts";
import { setVirtualTimer } from "./virtual-timer.ts";

/** A clock as a context has it, without virtual globals, whose sleeps can be cancelled. */
function timebase() {
  const clock = createVirtualClock();
  const cancel = new AbortController();
  const time: TimebaseHandle = {
    monotonic_ms: () => clock.now,
    wall_ms: () => clock.now,
    media_ms: () => undefined,
    sleep: (ms) =>
      new Promise((resolve, reject) => {
        clock.schedule(ms, resolve);
        cancel.signal.addEventListener("abort", () => reject(cancel.signal.reason));
      }),
  };
  return { clock, cancel, time };
}

describe("a timer for a node outside", () => {
  test("goes by the clock of the context where the globals are real", async () => {
    const { clock, time } = timebase();
    const fired: string[] = [];
    setVirtualTimer(time, { delay_ms: 10, callback: () => fired.push("a") });
    setVirtualTimer(time, { delay_ms: 10, callback: () => fired.push("taken back") })();
    clock.advance(9);
    await Promise.resolve();
    expect(fired).toEqual([]);
    clock.advance(1);
    await new Promise(setImmediate);
    expect(fired).toEqual(["a"]);
  });

  test("outlives a cancel, which ends sleeps", async () => {
    const { cancel, time } = timebase();
    const fired = new Promise<void>((resolve) => setVirtualTimer(time, { delay_ms: 1, callback: resolve }));
    cancel.abort();
    await fired;
  });

  test("is one of the virtual globals where those are in place", async () => {
    const globals = await loadVirtualGlobals();
    const release = globals.enter();
    const delays: number[] = [];
    const host = {
      now: () => 0,
      wall: () => 0,
      chance: () => 0,
      schedule: (delay: number) => {
        delays.push(delay);
        return { cancel: () => delays.push(-delay) };
      },
    };
    const { time } = timebase();
    globals.run(host, () => setVirtualTimer(time, { delay_ms: 7, callback: () => {} })());
    release();
    expect(delays).toEqual([7, -7]);
  });
});
