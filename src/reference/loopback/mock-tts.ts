/** Mock text to speech: takes tokens on demand and gives chunks of speech, each with its duration. */
import type { Event } from "../../contracts/signals/event.ts";
import type { LatencyShape } from "../../simulation/seeded-random.ts";
import { SPEECH_EDGE } from "./loopback-plan.ts";
import type { MockLlm } from "./mock-llm.ts";
import { failNode } from "./mock-node.ts";
import { callProvider, faultsInARow } from "./mock-provider.ts";
import type { TurnScene } from "./turn-scene.ts";

/** A chunk takes longer to make than the transport takes to start playing the one before it. */
const CHUNK: LatencyShape = { median: 130, spread: 0.15, min: 100, max: 180 };
const TOKENS_A_CHUNK = 4;
const POLL_MS = 15;
/** Polls without a token after which nothing more is to come. */
const LAST_POLLS = 3;

/** Speaks what the model says; `onDone` is called when the last chunk is out. */
export function mockTts(scene: TurnScene, { llm, onDone }: { readonly llm: MockLlm; onDone(): void }): void {
  const { world, fate } = scene;
  const call = callProvider(scene, "tts");
  let tokens = 0;
  let chunks = 0;
  let empty = 0;
  scene.on("DataLane", ({ edge_id }: Event) => {
    if (edge_id === SPEECH_EDGE) tokens += 1;
  });

  const poll = () => {
    const before = tokens;
    world.send({ kind: "edge_take", edge_id: SPEECH_EDGE, items: TOKENS_A_CHUNK });
    empty = tokens === before && llm.isDone ? empty + 1 : 0;
    if (tokens >= TOKENS_A_CHUNK || (tokens > 0 && empty >= LAST_POLLS)) make();
    else if (empty >= LAST_POLLS) onDone();
    else scene.after(POLL_MS, poll);
  };
  const make = () => {
    tokens = Math.max(0, tokens - TOKENS_A_CHUNK);
    scene.after(world.random.latency(CHUNK), () => (chunks === 1 ? trouble(give) : give()));
  };
  const give = () => {
    chunks += 1;
    scene.send({
      kind: "output",
      text: `chunk ${chunks}`,
      node_id: "tts",
      provider_invocation_id: call.id,
    });
    // Under pressure the voice takes nothing for a while after its first words.
    scene.after(fate.incident === "pressure" && chunks === 1 ? world.random.between(400, 700) : 1, poll);
  };
  const trouble = (goOn: () => void) => {
    const { incident, isEarly } = fate;
    if (!isEarly && incident === "provider_fault") call.fail(faultsInARow(scene), goOn);
    else if (!isEarly && incident === "node_fault") failNode(scene, "tts", { goOn });
    else goOn();
  };

  // From the first take on the edge delivers on demand only.
  world.send({ kind: "edge_take", edge_id: SPEECH_EDGE, items: 0 });
  scene.onOver(() => leftOver(scene, call.id));
  scene.after(POLL_MS, poll);
}

/** What was on its way from the provider when the turn ended: it arrives, and nothing comes of it. */
function leftOver({ world, turn_id }: TurnScene, provider_invocation_id: string) {
  if (!world.random.chance(0.5)) return;
  world.after(world.random.between(2, 40), () =>
    world.send({ kind: "output", turn_id, text: "too late", node_id: "tts", provider_invocation_id }),
  );
}
