/** For tests: a small host with a sorted list of timers, and a driver that lets code under it run to its end. */
import type { GlobalsHost, VirtualGlobals } from "./globals-host.ts";

// Taken before anything is patched: virtual time moves on when real work that is ready has been done.
const realImmediate = globalThis.setImmediate;

/** Start of the wall clock of small hosts, in ms since the Unix epoch. */
export const WALL = 1_000_000_000_000;

interface Entry {
  at: number;
  readonly order: number;
  readonly every: number | undefined;
  readonly callback: () => void;
}

/** A host with its time and what it was asked for. */
export interface SmallHost extends GlobalsHost {
  /** Names of the sources of chance that were used, in order. */
  readonly chances: readonly string[];
  /** Delays that were scheduled, in ms, in order. */
  readonly delays: readonly number[];
  readonly pending: number;
  /** Lets everything run that is ready, then fires the next timer; false when there is none up to `until`. */
  step(until?: number): Promise<boolean>;
  /** Fires timers until there are none up to `until` (ms). */
  drain(until?: number): Promise<void>;
}

/** Makes a host whose clock begins at 0 and whose chance is always `chance`. */
export function createSmallHost({ chance = 0.5 }: { readonly chance?: number } = {}): SmallHost {
  let now = 0;
  let order = 0;
  let entries: Entry[] = [];
  const chances: string[] = [];
  const delays: number[] = [];
  const host: SmallHost = {
    chances,
    delays,
    get pending() {
      return entries.length;
    },
    now: () => now,
    wall: () => WALL + now,
    chance(name) {
      chances.push(name);
      return chance;
    },
    schedule(delay, callback, { repeats = false } = {}) {
      order += 1;
      delays.push(delay);
      const entry: Entry = { at: now + delay, order, every: repeats ? delay : undefined, callback };
      entries.push(entry);
      return {
        cancel() {
          entries = entries.filter((each) => each !== entry);
        },
      };
    },
    async step(until = Number.POSITIVE_INFINITY) {
      await hop();
      const [next] = entries.sort((a, b) => a.at - b.at || a.order - b.order);
      if (next === undefined || next.at > until) return false;
      now = next.at;
      if (next.every === undefined) entries = entries.filter((each) => each !== next);
      else next.at += next.every;
      next.callback();
      return true;
    },
    async drain(until) {
      while (await host.step(until));
    },
  };
  return host;
}

/** Settles after everything that is ready has run, for real. */
export function hop(): Promise<void> {
  return new Promise((resolve) => realImmediate(() => resolve()));
}

/** Runs `fn` under the host, with the dispatchers in place, until it settles or nothing is left to do. */
export async function runUnder<T>(
  { globals, host }: { readonly globals: VirtualGlobals; readonly host: SmallHost },
  fn: () => T | Promise<T>,
): Promise<T> {
  const release = globals.enter();
  try {
    let settled = false;
    const result = globals.run(host, async () => fn());
    const end = () => {
      settled = true;
    };
    result.then(end, end);
    await hop();
    while (!settled && (await host.step()));
    await hop();
    if (!settled) throw new Error("Cannot run the code to its end: expected a timer but received none");
    return await result;
  } finally {
    release();
  }
}

/** Takes note of every property that could be patched; the result names those that have changed since. */
export function watchGlobals(modules: readonly object[] = []): () => string[] {
  const owners: readonly (object | null)[] = [
    globalThis,
    Date,
    Date.prototype,
    performance,
    Object.getPrototypeOf(performance),
    AbortSignal,
    process,
    process.hrtime,
    Math,
    crypto,
    Object.getPrototypeOf(crypto),
    ...modules,
  ];
  const present = owners.filter((owner) => owner !== null);
  // Some globals come into being, and bring others with them, when they are first looked at.
  for (const owner of present) Object.getOwnPropertyDescriptors(owner);
  const before = present.map((owner) => Object.getOwnPropertyDescriptors(owner));
  const fields = ["value", "get", "set", "writable", "enumerable", "configurable"] as const;
  return () => {
    const changed = present.flatMap((owner, index) => {
      const old: PropertyDescriptorMap = before[index] ?? {};
      const young: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(owner);
      const keys = [...new Set([...Reflect.ownKeys(old), ...Reflect.ownKeys(young)])];
      return keys.filter((key) => fields.some((field) => !Object.is(old[key]?.[field], young[key]?.[field])));
    });
    return [...new Set(changed.map(String))].sort();
  };
}

/** The current time by way of the constructor of `Date`, in ms since the Unix epoch. */
export function newDateTime(): number {
  const date = new Date();
  return date.getTime();
}
