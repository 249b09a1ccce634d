/** What strikes a turn from outside: the user, somebody who cancels, the control plane, the transport. */
import type { LoopbackWorld } from "./loopback-world.ts";
import type { TurnScene } from "./turn-scene.ts";

/** Lets the incident of the turn strike: while the assistant speaks, or before it does. */
export function awaitStrike(scene: TurnScene): void {
  const { random } = scene.world;
  const { incident, isEarly } = scene.fate;
  const strike = incident === undefined ? undefined : STRIKES[incident];
  if (strike === undefined) return;
  if (isEarly) scene.after(random.between(10, 250), () => strike(scene));
  else scene.on("playback_started", () => scene.after(random.between(100, 700), () => strike(scene)));
}

const STRIKES: { readonly [incident: string]: ((scene: TurnScene) => void) | undefined } = {
  barge_in(scene) {
    scene.send({ kind: "barge_in" });
    acknowledge(scene);
  },
  cancel(scene) {
    const { world, turn_id } = scene;
    switch (world.random.pick(["turn", "turn", "session", "provider_invocation"] as const)) {
      case "session":
        world.send({ kind: "cancel", scope: "session" });
        return acknowledge(scene);
      case "provider_invocation": {
        // The voice falls silent, the turn goes on.
        const provider_invocation_id = `${turn_id}-tts-1`;
        return void world.send({
          kind: "cancel",
          scope: "provider_invocation",
          turn_id,
          provider_invocation_id,
        });
      }
      default:
        world.send({ kind: "cancel", scope: "turn", turn_id });
        return acknowledge(scene);
    }
  },
  authority(scene) {
    const { world, turn_id } = scene;
    const { epoch } = world;
    const change = world.random.pick(["rotate", "revoke", "migrate"] as const);
    if (change === "revoke") return void world.send({ kind: "lease", change });
    if (change === "rotate") world.send({ kind: "lease", change, authority_epoch: epoch + 1 });
    else world.send({ kind: "migrate", authority_epoch: epoch + 1 });
    // The old placement does not know yet.
    world.after(world.random.between(5, 60), () =>
      world.send({ kind: "output", turn_id, text: "from before", authority_epoch: epoch }),
    );
  },
  transport({ world }) {
    const state = world.random.pick(["disconnected", "stall"] as const);
    world.send({ kind: "connection", state, teardown: true });
    world.after(180, () => world.send({ kind: "connection", state: "reconnecting" }));
    world.after(420, () => world.send({ kind: "connection", state: "connected" }));
  },
};

/** Most providers confirm that they stopped. */
function acknowledge({ world, turn_id }: TurnScene): void {
  if (!world.random.chance(0.8)) return;
  world.after(world.random.between(20, 150), () => world.send({ kind: "cancel_ack", turn_id }));
}

/** Time after which everything that an incident set off has come to rest, in ms. */
export const REST_MS = 500;

/** What keeps the next proposal from being accepted, put right: authority is issued anew. */
export function restore(world: LoopbackWorld): void {
  world.send({ kind: "lease", change: "issue", authority_epoch: world.epoch + 1 });
}
