/** Timers for a node outside, on whatever time its surroundings go by. */
import type { TimebaseHandle } from "../../node/node-context.ts";
import { areTimersVirtual } from "../wire/real-timers.ts";

/**
 * Calls back after `delay_ms`; what is given back takes that back. To be called where a hook was called, so that the
 * global timers are those of the node.
 */
export function setVirtualTimer(
  time: TimebaseHandle,
  { delay_ms, callback }: { readonly delay_ms: number; readonly callback: () => void },
): () => void {
  let isOff = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fire = () => {
    if (!isOff) callback();
  };
  const arm = (ms: number) => {
    if (!isOff) timer = setTimeout(fire, ms);
  };
  if (areTimersVirtual()) arm(delay_ms);
  else {
    const due = time.monotonic_ms() + delay_ms;
    // A cancel ends the sleep, not the timer of the node.
    time.sleep(delay_ms).then(fire, () => arm(Math.max(0, due - time.monotonic_ms())));
  }
  return () => {
    isOff = true;
    clearTimeout(timer);
  };
}
