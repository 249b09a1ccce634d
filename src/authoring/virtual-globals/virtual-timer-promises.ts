/** The functions of `node:timers/promises`, as nodes see them. */
import type { VirtualCall, VirtualFunction } from "./dispatcher.ts";
import type { GlobalsHost } from "./globals-host.ts";
import { delayOf } from "./virtual-timer.ts";

interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  readonly ref?: boolean | undefined;
}

interface Wait {
  /** In ms. */
  readonly delay: number;
  readonly value?: unknown;
  readonly options: unknown;
  readonly call: VirtualCall;
}

/** `setTimeout(delay, value, options)`. */
export const promisedTimeout: VirtualFunction = (host, call) => {
  const [delay, value, options] = call.args;
  return wait(host, { delay: delayOf(delay), value, options, call });
};

/** `setImmediate(value, options)`. */
export const promisedImmediate: VirtualFunction = (host, call) => {
  const [value, options] = call.args;
  return wait(host, { delay: 0, value, options, call });
};

/** `scheduler.wait(delay, options)`. */
export const promisedWait: VirtualFunction = (host, call) => {
  const [delay, options] = call.args;
  return wait(host, { delay: delayOf(delay), options, call });
};

/** `scheduler.yield()`. */
export const promisedYield: VirtualFunction = (host, call) =>
  wait(host, { delay: 0, options: undefined, call });

/** `setInterval(delay, value, options)`. */
export const promisedInterval: VirtualFunction = (host, call) => {
  const [delay, value, options] = call.args;
  if (!isWaitOptions(options)) return call.original(...call.args);
  return ticks(host, { delay: delayOf(delay), value, options, call });
};

/** The runtime refuses wrong options and aborted signals with errors of its own, so it is left to do it. */
const refuse = ({ call }: Wait) => call.original(...call.args);

function wait(host: GlobalsHost, of: Wait): unknown {
  const { delay, value, options } = of;
  if (!isWaitOptions(options) || options?.signal?.aborted === true) return refuse(of);
  const signal = options?.signal;
  return new Promise((resolve) => {
    const onAbort = () => {
      timer.cancel();
      resolve(refuse(of));
    };
    const timer = host.schedule(delay, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve(value);
    });
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

async function* ticks(
  host: GlobalsHost,
  of: Wait & { readonly options: WaitOptions | undefined },
): AsyncGenerator<unknown> {
  const { delay, value, options } = of;
  const signal = options?.signal;
  let due = 0;
  let wake = () => {};
  const timer = host.schedule(
    delay,
    () => {
      due += 1;
      wake();
    },
    { repeats: true },
  );
  const onAbort = () => {
    timer.cancel();
    wake();
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    for (;;) {
      for (; due > 0; due -= 1) yield value;
      if (signal?.aborted) yield* refuse(of) as AsyncGenerator<unknown>;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    timer.cancel();
    signal?.removeEventListener("abort", onAbort);
  }
}

function isWaitOptions(options: unknown): options is WaitOptions | undefined {
  if (options === undefined) return true;
  if (typeof options !== "object" || options === null) return false;
  const { signal, ref } = options as Record<string, unknown>;
  const isSignal =
    signal === undefined || (typeof signal === "object" && signal !== null && "aborted" in signal);
  return isSignal && (ref === undefined || typeof ref === "boolean");
}
