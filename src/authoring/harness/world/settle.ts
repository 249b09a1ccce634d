/** Waits until everything that can happen at the present virtual instant has happened. */
import type { HarnessWorld } from "./harness-world.ts";

/** A turn of the event loop of the runtime: all microtasks are done after it. */
export const hop: () => Promise<void> = (() => {
  // Taken once, so that virtual timers of anybody else do not hold the harness up.
  const { setImmediate, setTimeout, MessageChannel } = globalThis as Partial<typeof globalThis>;
  if (setImmediate !== undefined) return () => new Promise<void>((resolve) => void setImmediate(resolve));
  if (MessageChannel !== undefined) {
    return () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(0);
      });
  }
  return () => new Promise<void>((resolve) => void setTimeout?.(() => resolve(), 0));
})();

/** Microtasks that a short call is given before the event loop is asked. */
const MICROTASKS = 24;

/**
 * Waits for microtasks and for work outside. `isBusy` false ends it early: nothing that is known of is open. Gives
 * whether nothing at all was left, so that the caller may note it as soon as it goes on.
 */
export async function settle(world: HarnessWorld, isBusy?: () => boolean): Promise<boolean> {
  if (isBusy !== undefined) {
    for (let turn = 0; turn < MICROTASKS && isBusy(); turn += 1) await undefined;
    if (!isBusy()) return false;
  }
  for (;;) {
    await hop();
    if (world.outside.size === 0) return true;
    await Promise.race(world.outside);
  }
}
