/**
 * Timers of the real world, taken before anybody can put virtual ones in their place: a hang outside is a real hang.
 */

/** `setTimeout` of the real world. */
export const realTimeout = globalThis.setTimeout;

/** Takes a timer of the real world back. */
export const clearRealTimeout = globalThis.clearTimeout;

const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };

/** Settles when everything that the event loop has at hand is done. */
export const loopTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (setImmediate === undefined) realTimeout(resolve, 0);
    else setImmediate(resolve);
  });

/** Whether the global timers are virtual at present. */
export const areTimersVirtual = (): boolean => globalThis.setTimeout !== realTimeout;
