/** Failures of mock nodes: they throw, or hang until their budget is used up. */
import { faultsInARow } from "./mock-provider.ts";
import type { TurnScene } from "./turn-scene.ts";

/** What the runtime does to keep a turn going without the node that failed. */
const WAYS_OUT: readonly string[] = ["degrade", "fallback"];

/** The node fails; it goes on when the runtime degrades it or falls back. */
export function failNode(scene: TurnScene, node_id: string, { goOn }: { readonly goOn: () => void }): void {
  const fault = scene.world.random.pick(["hang", "throw"] as const);
  let left = faultsInARow(scene);
  const strike = () => {
    if (left === 0) return goOn();
    left -= 1;
    scene.send({ kind: "node_fault", node_id, fault });
  };
  for (const way of WAYS_OUT) scene.on(way, () => scene.after(1, strike));
  strike();
}
