/** The clock of a served node: it stands still between requests, and its timers are kept by the kit. */
import type { SeededRandom } from "../../../simulation/seeded-random.ts";
import type { GlobalsHost } from "../../virtual-globals/globals-host.ts";
import type { NodeReply, RequestTimes } from "../wire/node-message.ts";

/** A clock for one instance. */
export interface ServedClock extends GlobalsHost {
  /** A request has come: it is that late. */
  set(times: RequestTimes): void;
  /** A timer is due. One that was taken back while the wake was on its way is none any more. */
  wake(timer: number): void;
}

/** What a clock needs. */
export interface ServedClockParts {
  reply(reply: NodeReply): void;
  /** What stands in for the dice of the runtime. */
  readonly impure: SeededRandom;
}

/** A clock at 0. */
export function createServedClock({ reply, impure }: ServedClockParts): ServedClock {
  const callbacks = new Map<number, () => void>();
  let times: RequestTimes = { now_ms: 0, wall_ms: 0 };
  let timers = 0;
  return {
    now: () => times.now_ms,
    wall: () => times.wall_ms,
    set({ now_ms, wall_ms }) {
      times = { now_ms, wall_ms };
    },
    schedule(delay, callback, { repeats = false } = {}) {
      const timer = ++timers;
      const arm = () => reply({ op: "wake_me", timer, delay_ms: Math.max(0, Math.ceil(delay)) });
      callbacks.set(timer, () => {
        // Before the call, so that it can take the timer back.
        if (repeats) arm();
        else callbacks.delete(timer);
        callback();
      });
      arm();
      return {
        cancel() {
          if (callbacks.delete(timer)) reply({ op: "forget", timer });
        },
      };
    },
    wake: (timer) => callbacks.get(timer)?.(),
    chance: () => impure.next(),
  };
}
