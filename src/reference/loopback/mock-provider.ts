/** A mock provider: its invocations begin, fail, and go on as the runtime decides. */
import type { LatencyShape } from "../../simulation/seeded-random.ts";
import { nameOf } from "./loopback-world.ts";
import type { TurnScene } from "./turn-scene.ts";

/** What a provider does for a node. */
export type Modality = "stt" | "llm" | "tts";

/** An invocation that is under way. */
export interface ProviderCall {
  /** Its id; another one once the runtime switched to another provider. */
  readonly id: string;
  /** Fails as often as told, then goes on where the runtime found a way; where it did not, the turn is over. */
  fail(times: number, goOn: () => void): void;
}

const FAULTS = ["timeout", "rate_limit", "disconnect"] as const;
const RECOVERY: LatencyShape = { median: 90, spread: 0.3, min: 40, max: 200 };

/** Begins an invocation for the turn. */
export function callProvider(scene: TurnScene, modality: Modality): ProviderCall {
  const { world, turn_id } = scene;
  let number = 0;
  const begin = () => {
    number += 1;
    scene.send({ kind: "provider_start", provider_invocation_id: idOf(), modality });
  };
  const idOf = () => `${turn_id}-${modality}-${number}`;
  begin();
  const call: ProviderCall = {
    get id() {
      return idOf();
    },
    fail(times, goOn) {
      if (times === 0) return goOn();
      const fault = world.random.pick(FAULTS);
      const answer = scene.send({ kind: "provider_fault", provider_invocation_id: idOf(), fault });
      if (scene.isOver) return;
      // After a retry the invocation goes on under its own id.
      if (answer.some((event) => ["provider_switch", "fallback"].includes(nameOf(event)))) begin();
      scene.after(world.random.latency(RECOVERY), () => call.fail(times - 1, goOn));
    },
  };
  return call;
}

/** How often something fails in a row: once, or more often than any plan has answers to. */
export const faultsInARow = ({ world }: TurnScene): number => (world.random.chance(0.3) ? 5 : 1);
