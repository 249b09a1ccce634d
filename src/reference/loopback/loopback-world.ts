/** The world that a loopback session lives in: virtual time, dice, and the line to the runtime. */
import type { Event } from "../../contracts/signals/event.ts";
import { type SeededRandom, seededRandom } from "../../simulation/seeded-random.ts";
import { createVirtualClock } from "../../simulation/virtual-clock.ts";
import type { SessionStimulus } from "../apply-stimulus.ts";
import type { DrivenRun } from "../driven-run.ts";
import type { LoopbackSettings } from "./loopback-options.ts";
import { LOOPBACK_PLAN } from "./loopback-plan.ts";

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** A stimulus of the session, which the world names. */
export type WorldStimulus = Without<SessionStimulus, "session_id">;

/** Hears an event of the runtime. It may schedule what follows, and must not answer at once. */
export type Listener = (event: Event) => void;

/** The world. */
export interface LoopbackWorld {
  readonly session_id: string;
  readonly settings: LoopbackSettings;
  readonly random: SeededRandom;
  /** Monotonic time, in ms. */
  readonly now: number;
  /** The session's current authority epoch. */
  readonly epoch: number;
  /** Does something when `ms` have passed. */
  after(ms: number, step: () => void): void;
  /** Tells the runtime what happens now, and gives back what it answers. */
  send(...stimuli: readonly WorldStimulus[]): readonly Event[];
  /** Hears all events from now on, until the function that it gives back is called. */
  listen(listener: Listener): () => void;
  /** Lets time pass. */
  pass(ms: number): void;
}

/** Name of the signal of an event, or of its lane. */
export const nameOf = (event: Event): string =>
  "signal" in event && event.signal !== undefined ? event.signal : event.lane;

/** Opens the session. */
export function createLoopbackWorld(run: DrivenRun, settings: LoopbackSettings): LoopbackWorld {
  const { seed, sessionId: session_id } = settings;
  const clock = createVirtualClock();
  const listeners = new Set<Listener>();
  let epoch = 7;
  const hear = (events: readonly Event[]) => {
    for (const event of events) {
      epoch = event.authority_epoch ?? epoch;
      for (const listener of [...listeners]) listener(event);
    }
  };
  const { pipeline_version } = LOOPBACK_PLAN;
  run.apply(0, [
    { kind: "open_session", session_id, pipeline_version, authority_epoch: epoch, plan: LOOPBACK_PLAN },
  ]);
  return {
    session_id,
    settings,
    random: seededRandom(seed),
    get now() {
      return clock.now;
    },
    get epoch() {
      return epoch;
    },
    after: (ms, step) => void clock.schedule(ms, step),
    send(...stimuli) {
      const named = stimuli.map((stimulus) => ({ ...stimulus, session_id }) as SessionStimulus);
      const { due, events } = run.apply(clock.now, named);
      hear([...due, ...events]);
      return events;
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pass: (ms) => clock.advance(ms),
  };
}
