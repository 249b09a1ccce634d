/** Timers of nodes, with handles that can do what those of Node can. */
import type { GlobalsHost, HostTimer } from "./globals-host.ts";
import type { HostContext } from "./host-context.ts";

const MAX_DELAY = 2 ** 31 - 1;

/** Numbers of real timers count up from 1 and stay below it. */
const FIRST_NUMBER = 2 ** 40;

/** The delay in ms that Node makes of what it is given: whole, from 1 to 2^31-1. */
export function delayOf(value: unknown): number {
  // Unary plus throws for what is no number at all, as Node does.
  const delay = +(value as number);
  return delay >= 1 && delay <= MAX_DELAY ? Math.trunc(delay) : 1;
}

/** What a timer is made of. */
export interface TimerSource {
  readonly kind: "timeout" | "immediate";
  /** In ms, as the host takes it. */
  readonly delay: number;
  readonly repeats: boolean;
  readonly callback: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
}

/** The timers that nodes have set. */
export interface VirtualTimers {
  set(host: GlobalsHost, source: TimerSource): object;
  /** Ends a timer by its handle, or by its number under the host that set it; false where there is no such virtual timer. */
  clear(timer: unknown, kind: TimerSource["kind"]): boolean;
}

interface Timer {
  readonly kind: TimerSource["kind"];
  clear(): void;
}

/** Timers of a host that were turned into numbers and have not ended. */
interface Numbers {
  next: number;
  readonly live: Map<number, Timer>;
}

/** Makes an empty set of timers. */
export function createVirtualTimers(context: HostContext): VirtualTimers {
  const timers = new WeakMap<object, Timer>();
  /** Each host counts for itself, so that a node sees the same numbers in every run. */
  const numbers = new WeakMap<GlobalsHost, Numbers>();

  const numbersOf = (host: GlobalsHost): Numbers => {
    const found = numbers.get(host) ?? { next: FIRST_NUMBER, live: new Map() };
    numbers.set(host, found);
    return found;
  };
  const find = (timer: unknown): Timer | undefined => {
    if (typeof timer === "object" && timer !== null) return timers.get(timer);
    const host = context.current();
    if (host === undefined || (typeof timer !== "number" && typeof timer !== "string")) return undefined;
    return numbers.get(host)?.live.get(Number(timer));
  };

  return {
    clear(handle, kind) {
      const timer = find(handle);
      if (timer?.kind === kind) timer.clear();
      return timer !== undefined;
    },
    set(host, { kind, delay, repeats, callback, args }) {
      let pending: HostTimer | undefined;
      let isCleared = false;
      let hasRef = true;
      let number: number | undefined;
      const end = () => {
        pending = undefined;
        if (number !== undefined) numbersOf(host).live.delete(number);
      };
      const fire = context.bind(() => {
        if (isCleared) return;
        if (!repeats) end();
        Reflect.apply(callback, handle, args);
      });
      const start = () => {
        pending = host.schedule(delay, fire, { repeats });
      };
      const timer: Timer = {
        kind,
        clear() {
          isCleared = true;
          pending?.cancel();
          end();
        },
      };
      const handle: object = {
        ref: () => setRef(true),
        unref: () => setRef(false),
        hasRef: () => hasRef,
        ...(kind === "timeout" && {
          refresh() {
            if (isCleared) return handle;
            pending?.cancel();
            start();
            return handle;
          },
          close() {
            timer.clear();
            return handle;
          },
          [Symbol.toPrimitive]() {
            const numbered = numbersOf(host);
            if (number === undefined) {
              number = numbered.next;
              numbered.next += 1;
            }
            if (pending !== undefined) numbered.live.set(number, timer);
            return number;
          },
        }),
      };
      const setRef = (value: boolean) => {
        hasRef = value;
        return handle;
      };
      const { dispose } = Symbol as { readonly dispose?: symbol };
      if (dispose !== undefined) Object.assign(handle, { [dispose]: timer.clear });
      timers.set(handle, timer);
      start();
      return handle;
    },
  };
}
