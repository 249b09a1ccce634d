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
  /** The one that is due first is the last one: most timers are set, and taken back, at the end. */
  const pending: Entry[] = [];

  const first = (): Entry | undefined => pending[pending.length - 1];
  /** Where the entry is, or belongs. */
  const placeOf = ({ due, order: set }: Entry): number => {
    let [low, high] = [0, pending.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = pending[middle] as Entry;
      if (other.due > due || (other.due === due && other.order > set)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const fireNext = (end: number): boolean => {
    const entry = first();
    if (entry === undefined || entry.due > end) {
      now = Math.max(now, end);
      return false;
    }
    pending.pop();
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
      const place = placeOf(entry);
      if (place === pending.length) pending.push(entry);
      else pending.splice(place, 0, entry);
      return {
        cancel() {
          const at = placeOf(entry);
          if (pending[at] !== entry) return;
          if (at === pending.length - 1) pending.pop();
          else pending.splice(at, 1);
        },
      };
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
