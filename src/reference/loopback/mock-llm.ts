/** Mock language model: a first token after a while, then a stream of tokens that heeds flow control. */
import type { LatencyShape } from "../../simulation/seeded-random.ts";
import { SPEECH_EDGE, TELEMETRY_EDGE } from "./loopback-plan.ts";
import { failNode } from "./mock-node.ts";
import { callProvider, faultsInARow } from "./mock-provider.ts";
import type { TurnScene } from "./turn-scene.ts";

const FIRST_TOKEN: LatencyShape = { median: 330, spread: 0.34, min: 160, max: 800 };
const NEXT_TOKEN: LatencyShape = { median: 24, spread: 0.3, min: 12, max: 40 };

/** A model that streams. */
export interface MockLlm {
  readonly isDone: boolean;
}

/** Answers the user: tokens on the edge to the voice, one by one. */
export function mockLlm(scene: TurnScene): MockLlm {
  const { world, fate } = scene;
  const { random } = world;
  const isPressed = fate.incident === "pressure";
  // A producer that does not heed flow control is blocked, and in the end let go by shedding.
  const isDeaf = isPressed && random.chance(0.5);
  const call = callProvider(scene, "llm");
  let left = isPressed ? random.between(36, 48) : random.between(12, 36);
  let isStopped = false;
  let isParked = false;
  const stream = () => {
    isParked = isStopped && !isDeaf;
    if (isParked) return;
    scene.send({ kind: "edge_offer", edge_id: SPEECH_EDGE, lane: "DataLane", items: 1 });
    left -= 1;
    if (left > 0) scene.after(isPressed ? 6 : random.latency(NEXT_TOKEN), stream);
  };
  scene.on("flow_xoff", ({ edge_id }) => {
    if (edge_id === SPEECH_EDGE) isStopped = true;
  });
  scene.on("flow_xon", ({ edge_id }) => {
    if (edge_id !== SPEECH_EDGE) return;
    isStopped = false;
    if (isParked) scene.after(1, stream);
  });
  if (isPressed) floodTelemetry(scene);
  scene.after(random.latency(FIRST_TOKEN), () => {
    const { incident, isEarly } = fate;
    if (isEarly && incident === "provider_fault") call.fail(faultsInARow(scene), stream);
    else if (isEarly && incident === "node_fault") failNode(scene, "llm", { goOn: stream });
    else stream();
  });
  return {
    get isDone() {
      return left === 0;
    },
  };
}

/** More telemetry than anybody reads: it is dropped, and nothing else waits for it. */
function floodTelemetry({ world, send }: TurnScene): void {
  world.send({ kind: "edge_take", edge_id: TELEMETRY_EDGE, items: 0 });
  const items = world.random.between(10, 20);
  send({ kind: "edge_offer", edge_id: TELEMETRY_EDGE, lane: "TelemetryLane", items });
}
