/**
 * Rejections that nobody looks at: those of code that runs under a host go to the host, all others to whom they went
 * before. Without that, a forgotten promise of a node would end the process that tests it.
 */
import type { HostContext } from "./host-context.ts";

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

interface EventSource {
  listeners(event: string): unknown[];
  on(event: string, listener: Listener): unknown;
  removeListener(event: string, listener: Listener): unknown;
}

const EVENT = "unhandledRejection";

/** What stands between rejections and who listens to them. */
export interface StrayRejections {
  install(): void;
  /** Gives the listeners their place back. */
  restore(): void;
}

/** Sorts the rejections of this process; does nothing where the runtime has no such event. */
export function createStrayRejections(context: HostContext): StrayRejections {
  const source = (globalThis as { process?: Partial<EventSource> }).process;
  if (!isEventSource(source)) return { install: () => {}, restore: () => {} };
  let others: Listener[] = [];
  const sort: Listener = (reason, promise) => {
    const host = context.current();
    if (host?.stray !== undefined) {
      host.stray(reason);
      return;
    }
    for (const listener of others) listener.call(source, reason, promise);
    // As the runtime does it by itself where nobody listens.
    if (others.length === 0) throw reason;
  };
  return {
    install() {
      others = source.listeners(EVENT) as Listener[];
      for (const listener of others) source.removeListener(EVENT, listener);
      source.on(EVENT, sort);
    },
    restore() {
      source.removeListener(EVENT, sort);
      const added = source.listeners(EVENT) as Listener[];
      for (const listener of added) source.removeListener(EVENT, listener);
      for (const listener of [...others, ...added]) source.on(EVENT, listener);
      others = [];
    },
  };
}

const isEventSource = (value: Partial<EventSource> | undefined): value is EventSource =>
  typeof value?.listeners === "function" &&
  typeof value.on === "function" &&
  typeof value.removeListener === "function";
