/**
 * Whether anything waits for its turn at the present instant. Where nothing does, waiting changes nothing, and the
 * harness goes on at once: most steps of most nodes are over when their call returns.
 */
import type { HarnessWorld } from "./harness-world.ts";

/** Moves without a turn of the event loop; it also serves others than the harness. */
const MOST_MOVES = 128;

/** Notes that nothing waits. Only for code that goes on right after a turn of the event loop. */
export function noteStill(world: HarnessWorld): void {
  world.still_at = world.globals.activity?.count ?? Number.NaN;
  world.still_moves = 0;
}

/** Whether nothing has begun to wait since that was noted. */
const isStill = (world: HarnessWorld): boolean =>
  world.globals.activity?.count === world.still_at && !world.is_restless;

/** Whether a call that has done all its work may end now: nothing would come between. */
export const canEnd = (world: HarnessWorld): boolean => world.is_last_of_step && isStill(world);

/** Whether the harness need not wait before it moves on. */
export function canMove(world: HarnessWorld): boolean {
  // Work that is open may wait for something that began before anybody counted.
  if (world.open_work > 0 || !isStill(world)) return false;
  world.still_moves += 1;
  return world.still_moves < MOST_MOVES;
}
