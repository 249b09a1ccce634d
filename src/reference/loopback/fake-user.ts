/** Fake user: says something, waits for the turn to open, and says it again when it does not. */
import { deliverUserAudio } from "./fake-transport.ts";
import { type LoopbackWorld, nameOf, type WorldStimulus } from "./loopback-world.ts";
import { restore } from "./strike.ts";
import type { Fate } from "./turn-scene.ts";

/** A turn that is to be. */
export interface Wish {
  readonly turn_id: string;
  readonly fate: Fate;
}

/** Speaks and proposes until the turn opens. */
export function speak(
  world: LoopbackWorld,
  { turn_id, fate }: Wish,
  { onOpen }: { readonly onOpen: () => void },
): void {
  const { random } = world;
  const obstacle = fate.incident === "admission" ? obstacleOf(world) : undefined;
  if (obstacle !== undefined) world.send(...obstacle.before);
  let attempt = 0;
  const say = () => {
    attempt += 1;
    deliverUserAudio(world, `${turn_id}-${attempt}`);
    // The end of what was said is known a little later.
    world.after(random.between(120, 260), propose);
  };
  const propose = () => {
    const isStale = attempt === 1 && obstacle?.isStale === true;
    const epoch = isStale ? { authority_epoch: world.epoch - 1 } : {};
    const answer = world.send({ kind: "propose_turn", turn_id, ...epoch }).map(nameOf);
    if (answer.includes("turn_open")) return onOpen();
    if (attempt >= 5)
      throw new Error(`Cannot open turn "${turn_id}": expected turn_open but received ${answer}`);
    if (answer.includes("deauthorized_drain")) restore(world);
    if (obstacle !== undefined) world.send(...obstacle.after);
    world.after(random.between(300, 900), say);
  };
  say();
}

interface Obstacle {
  readonly before: readonly WorldStimulus[];
  readonly after: readonly WorldStimulus[];
  readonly isStale?: boolean;
}

/** Why the first proposal is refused. */
function obstacleOf({ random }: LoopbackWorld): Obstacle {
  const outcome = random.pick(["defer", "reject"] as const);
  const snapshot = { kind: "snapshot", source: "http", on_failure: outcome } as const;
  const quota = { kind: "quota", at: "session", outcome } as const;
  switch (random.pick(["snapshot", "quota", "epoch"] as const)) {
    case "snapshot":
      return { before: [{ ...snapshot, state: "stale" }], after: [{ ...snapshot, state: "fresh" }] };
    case "quota":
      return { before: [{ ...quota, exhausted: true }], after: [{ ...quota, exhausted: false }] };
    default:
      return { before: [], after: [], isStale: true };
  }
}
