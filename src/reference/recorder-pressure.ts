/** Pressure on the recorder (OR-02): detail goes first, told once a turn; control never waits (INV-REC-02, 03). */
import type { SessionState } from "./session-state.ts";
import { emitSignal, type World } from "./world.ts";

/** Tells the active turn that it is recorded in less detail. */
export function noteRecorderPressure(world: World, session: SessionState) {
  const turn = session.active;
  if (session.recorder !== "pressure" || turn === undefined) return;
  if (world.parts.isDowngradeTold(turn.isDowngraded)) return;
  turn.isDowngraded = true;
  const { turn_id } = turn;
  emitSignal(world, session, {
    signal: "recording_level_downgraded",
    event_scope: "turn",
    turn_id,
    reason: "recorder_pressure",
  });
}
