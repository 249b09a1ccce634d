/** Mock speech to text: a few partial transcripts, then the final one. */
import type { LatencyShape } from "../../simulation/seeded-random.ts";
import { TRANSCRIPT_EDGE } from "./loopback-plan.ts";
import { callProvider, faultsInARow } from "./mock-provider.ts";
import type { TurnScene } from "./turn-scene.ts";

const PARTIAL: LatencyShape = { median: 30, spread: 0.3, min: 15, max: 50 };

/** Transcribes what the user said; `onFinal` is called with the final transcript's delivery. */
export function mockStt(scene: TurnScene, onFinal: () => void): void {
  const { world, fate } = scene;
  const call = callProvider(scene, "stt");
  let left = world.random.between(2, 4);
  const transcribe = () => {
    scene.send({ kind: "edge_offer", edge_id: TRANSCRIPT_EDGE, lane: "DataLane", items: 1 });
    left -= 1;
    if (left === 0) onFinal();
    else scene.after(world.random.latency(PARTIAL), transcribe);
  };
  const fails = fate.incident === "provider_fault" && fate.isEarly && world.random.chance(0.5);
  scene.after(world.random.latency(PARTIAL), () =>
    fails ? call.fail(faultsInARow(scene), transcribe) : transcribe(),
  );
}
