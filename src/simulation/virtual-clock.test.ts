import fc from "fast-check";
import { expect, test } from "vitest";

import { createVirtualClock } from "./virtual-clock.ts";

test("timers fire at their due time, in order of due time and then of setting", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { maxLength: 20 }),
      fc.array(fc.nat(30), { maxLength: 8 }),
      (delays, steps) => {
        const clock = createVirtualClock(100);
        const fired: [time: number, index: number][] = [];
        for (const [index, delay] of delays.entries())
          clock.schedule(delay, () => fired.push([clock.now, index]));
        for (const step of steps) clock.advance(step);
        const end = steps.reduce((sum, step) => sum + step, 0);
        const expected = delays
          .map((delay, index): [number, number] => [100 + delay, index])
          .filter(([due]) => steps.length > 0 && due <= 100 + end)
          .sort(([one, first], [other, second]) => one - other || first - second);
        expect(fired).toEqual(expected);
        expect(clock.now).toBe(100 + end);
      },
    ),
    { seed: 1 },
  );
});

test("a timer may set another one that falls due on the way, and a cancelled one never fires", () => {
  const clock = createVirtualClock();
  const fired: number[] = [];
  clock.schedule(10, () => clock.schedule(5, () => fired.push(clock.now)));
  const cancelled = clock.schedule(12, () => fired.push(-1));
  cancelled.cancel();
  clock.advance(20);
  expect(fired).toEqual([15]);
});

test("times are whole and not negative", () => {
  expect(() => createVirtualClock().advance(-1)).toThrow(/^Cannot use advance -1: expected whole/);
  expect(() => createVirtualClock().schedule(0.5, () => {})).toThrow(RangeError);
});
