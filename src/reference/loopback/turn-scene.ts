/** The scene of one turn: what is played in it stops when the turn ends. */
import type { Event } from "../../contracts/signals/event.ts";
import type { Incident } from "./loopback-options.ts";
import { type LoopbackWorld, nameOf, type WorldStimulus } from "./loopback-world.ts";

type InTurn<T> = T extends { readonly turn_id: string } ? Omit<T, "turn_id"> : never;

/** A stimulus of the turn, which the scene names. */
export type TurnStimulus = InTurn<WorldStimulus>;

/** What happens to a turn. */
export interface Fate {
  readonly incident: Incident | undefined;
  /** Whether it strikes before the assistant speaks. */
  readonly isEarly: boolean;
}

/** A turn that is open. */
export interface TurnScene {
  readonly world: LoopbackWorld;
  readonly turn_id: string;
  readonly fate: Fate;
  readonly isOver: boolean;
  /** Does something when `ms` have passed, unless the turn is over by then. */
  after(ms: number, step: () => void): void;
  /** Tells the runtime what happens now in the turn. */
  send(...stimuli: readonly TurnStimulus[]): readonly Event[];
  /** Hears events of one name (signal or lane) as long as the turn goes on. */
  on(name: string, listener: (event: Event) => void): void;
  /** Hears that the turn has come to its end. */
  onOver(listener: () => void): void;
}

/** A transport tells the time of its frames, so what falls due is noticed within one of them. */
const FRAME_MS = 20;

/** The scene of a turn that the runtime just opened. */
export function createTurnScene(
  world: LoopbackWorld,
  { turn_id, fate }: { readonly turn_id: string; readonly fate: Fate },
): TurnScene {
  const listeners: { readonly name: string; readonly hear: (event: Event) => void }[] = [];
  const endings: (() => void)[] = [];
  let isOver = false;
  const scene: TurnScene = {
    world,
    turn_id,
    fate,
    get isOver() {
      return isOver;
    },
    after: (ms, step) =>
      world.after(ms, () => {
        if (!isOver) step();
      }),
    send: (...stimuli) =>
      world.send(...stimuli.map((stimulus) => ({ ...stimulus, turn_id }) as unknown as WorldStimulus)),
    on: (name, hear) => void listeners.push({ name, hear }),
    onOver: (listener) => void endings.push(listener),
  };
  const leave = world.listen((event) => {
    if (event.turn_id !== turn_id) return;
    const name = nameOf(event);
    for (const listener of listeners) if (listener.name === name) listener.hear(event);
    // Whether `close` follows is the runtime's business; the turn is over either way.
    if (name !== "commit" && name !== "abort") return;
    isOver = true;
    leave();
    for (const end of endings) end();
  });
  const tick = () => {
    world.send();
    scene.after(FRAME_MS, tick);
  };
  scene.after(FRAME_MS, tick);
  return scene;
}
