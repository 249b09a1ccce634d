/** Fake transport: takes user audio in and plays what the assistant says, chunk after chunk. */
import { buildEvent } from "../../contracts/events/build-event.ts";
import type { LatencyShape } from "../../simulation/seeded-random.ts";
import type { LoopbackWorld } from "./loopback-world.ts";
import type { TurnScene } from "./turn-scene.ts";

const JITTER_BUFFER: LatencyShape = { median: 50, spread: 0.25, min: 30, max: 90 };
const CHUNK_DURATION: LatencyShape = { median: 420, spread: 0.2, min: 300, max: 600 };

/** Delivers the audio of what the user just said, without authority metadata as transports do. */
export function deliverUserAudio(world: LoopbackWorld, name: string): void {
  const { authority_epoch: _, ...event } = buildEvent({
    session_id: world.session_id,
    event_id: `${name}-audio`,
    runtime_timestamp_ms: world.now,
    payload_class: "audio_raw",
    media_time: { pts_ms: world.now },
  });
  world.send({ kind: "ingress", event });
}

/** Playback of a turn. */
export interface Playback {
  /** No further chunk is to come. */
  finish(): void;
}

/** Plays the accepted outputs of a turn; `onPlayed` is called when the last one was heard. */
export function playOutputs(scene: TurnScene, onPlayed: () => void): Playback {
  const { random } = scene.world;
  let endsAt: number | undefined;
  scene.on("output_accepted", () => {
    const { now } = scene.world;
    const isFirst = endsAt === undefined;
    const jitter = isFirst ? random.latency(JITTER_BUFFER) : 0;
    endsAt = Math.max(endsAt ?? 0, now + jitter) + random.latency(CHUNK_DURATION);
    if (isFirst) scene.after(jitter, () => scene.send({ kind: "playback", phase: "started" }));
  });
  return {
    finish() {
      if (endsAt === undefined) return onPlayed();
      scene.after(Math.max(1, endsAt - scene.world.now), () => {
        scene.send({ kind: "playback", phase: "completed" });
        onPlayed();
      });
    },
  };
}
