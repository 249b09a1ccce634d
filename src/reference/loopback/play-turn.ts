/** One turn from the user's words to its close. */
import { playOutputs } from "./fake-transport.ts";
import { speak, type Wish } from "./fake-user.ts";
import type { LoopbackWorld } from "./loopback-world.ts";
import { mockLlm } from "./mock-llm.ts";
import { mockStt } from "./mock-stt.ts";
import { mockTts } from "./mock-tts.ts";
import { awaitStrike } from "./strike.ts";
import { createTurnScene, type TurnScene } from "./turn-scene.ts";

/** Plays a turn; `onOver` is called when it is closed. */
export function playTurn(
  world: LoopbackWorld,
  wish: Wish,
  { onOver }: { readonly onOver: () => void },
): void {
  const onOpen = () => {
    const scene = createTurnScene(world, wish);
    scene.onOver(() => world.after(1, onOver));
    disturbRecorder(scene);
    awaitStrike(scene);
    const complete = () => scene.send({ kind: "complete_turn" });
    const playback = playOutputs(scene, () => scene.after(world.random.between(1, 6), complete));
    mockStt(scene, () => mockTts(scene, { llm: mockLlm(scene), onDone: () => playback.finish() }));
  };
  speak(world, wish, { onOpen });
}

/** The recorder has trouble for as long as the turn goes on. */
function disturbRecorder({ world, fate, onOver }: TurnScene): void {
  if (fate.incident !== "recording") return;
  const state = world.random.chance(0.7) ? "pressure" : "unavailable";
  world.send({ kind: "recorder", state });
  onOver(() => world.after(1, () => world.send({ kind: "recorder", state: "ok" })));
}
