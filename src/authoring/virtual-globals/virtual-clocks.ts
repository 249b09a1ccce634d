/** The monotonic clocks and `AbortSignal.timeout`, as nodes see them. */
import type { VirtualFunction } from "./dispatcher.ts";
import type { HostContext } from "./host-context.ts";
import { delayOf } from "./virtual-timer.ts";

const NANOSECONDS = 1e9;

/** `performance.now()`. */
export const virtualPerformanceNow: VirtualFunction = (host) => host.now();

/** `performance.timeOrigin`: what makes the two clocks agree. */
export const virtualTimeOrigin: VirtualFunction = (host) => host.wall() - host.now();

/** `process.hrtime(since)`. */
export const virtualHrtime: VirtualFunction = (host, { args, original }) => {
  const [since] = args;
  if (since !== undefined && !(Array.isArray(since) && since.length === 2)) return original(...args);
  const [seconds, nanoseconds] = (since ?? [0, 0]) as [number, number];
  const now = Math.round(host.now() * 1e6);
  const passed = [Math.floor(now / NANOSECONDS) - seconds, (now % NANOSECONDS) - nanoseconds] as const;
  return passed[1] < 0 ? [passed[0] - 1, passed[1] + NANOSECONDS] : [...passed];
};

/** `process.hrtime.bigint()`. */
export const virtualHrtimeBigint: VirtualFunction = (host) => BigInt(Math.round(host.now() * 1e6));

/** `AbortSignal.timeout(delay)`. */
export function virtualAbortTimeout(context: HostContext): VirtualFunction {
  return (host, { args, original }) => {
    const [delay] = args;
    // The runtime has its own words for a delay that is none.
    if (!Number.isInteger(delay) || Number(delay) < 0 || Number(delay) >= 2 ** 32) return original(...args);
    const controller = new AbortController();
    const abort = context.bind(() => {
      controller.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    });
    host.schedule(delayOf(delay), abort);
    return controller.signal;
  };
}
