/** A clock that stands still until it is told to go on, with timers that fire in order of due time. */

/** A timer that has not fired. */
export interface VirtualTimer {
  /** Takes the timer back; does nothing once it has fired. */
  cancel(): void;
}

/** Virtual time in whole milliseconds. */
export interface VirtualClock {
  /** The current time, in ms. */
  readonly now: number;
  /** When the next timer is due; undefined where there is none. */
  readonly next_due: number | undefined;
  /** Calls back when `delay` ms have passed. Timers that are due at one time fire in the order they were set. */
  schedule(delay: number, callback: () => void): VirtualTimer;
  /** Moves the clock by `ms`; timers on the way fire at their due time and may set further ones. */
  advance(ms: number): void;
  /** Fires the first timer that is due by `end`, at its due time. Without one, moves the clock to `end`: false. */
  fireNext(end: number): boolean;
}

interface Entry {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

/** A clock that begins at `start` ms. */
export function createVirtualClock(start = 0): VirtualClock {
  let now = requireTime("start", start);
  let order = 0;
  const pending = new Set<Entry>();

  const first = (): Entry | undefined => {
    let next: Entry | undefined;
    for (const entry of pending)
      if (next === undefined || entry.due < next.due || (entry.due === next.due && entry.order < next.order))
        next = entry;
    return next;
  };
  const fireNext = (end: number): boolean => {
    const entry = first();
    if (entry === undefined || entry.due > end) {
      now = Math.max(now, end);
      return false;
    }
    pending.delete(entry);
    now = entry.due;
    entry.callback();
    return true;
  };

  return {
    get now() {
      return now;
    },
    get next_due() {
      return first()?.due;
    },
    schedule(delay, callback) {
      const entry = { due: now + requireTime("delay", delay), order: order++, callback };
      pending.add(entry);
      return { cancel: () => void pending.delete(entry) };
    },
    advance(ms) {
      const end = now + requireTime("advance", ms);
      while (fireNext(end));
    },
    fireNext,
  };
}

function requireTime(name: string, ms: number): number {
  if (Number.isSafeInteger(ms) && ms >= 0) return ms;
  throw new RangeError(`Cannot use ${name} ${ms}: expected whole milliseconds >= 0`);
}
