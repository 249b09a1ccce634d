/** Connection state as the transport reports it (RK-23): F6. */
import type { Connection } from "../contracts/conformance/stimulus.ts";
import type { SessionState } from "./session-state.ts";
import { abortTurn } from "./turn-ending.ts";
import { emitSignal, type World } from "./world.ts";

const TEARS_DOWN: readonly string[] = ["disconnected", "ended", "stall"];

/** Tells the state; a teardown ends the active turn. */
export function noteConnection(world: World, session: SessionState, { state, teardown }: Connection) {
  const isTeardown = teardown === true && TEARS_DOWN.includes(state);
  // `ended` is the last word of a session, so the turn ends before it.
  const cause =
    state === "ended" ? undefined : emitSignal(world, session, { signal: state, event_scope: "session" });
  if (isTeardown && session.active !== undefined)
    abortTurn(world, session, { turn: session.active, reason: "transport_disconnect_or_stall", cause });
  if (state === "ended") emitSignal(world, session, { signal: state, event_scope: "session" });
  if (isTeardown) session.isTornDown = true;
  if (state === "connected") session.isTornDown = false;
}
