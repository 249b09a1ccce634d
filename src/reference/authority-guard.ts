/** The authority guard (RK-24) and what the control plane does to the lease (CP-07, CP-08). */
import type { Lease, Migrate } from "../contracts/conformance/stimulus.ts";
import type { SessionState } from "./session-state.ts";
import { abortTurn } from "./turn-ending.ts";
import { emitSignal, type World } from "./world.ts";

/** INV-AUTH-03: a new epoch, from which on the old one is stale; or none at all. */
export function changeLease(world: World, session: SessionState, { change, authority_epoch }: Lease) {
  if (change === "revoke") {
    session.hasAuthority = false;
    return loseAuthority(world, session);
  }
  if (authority_epoch === undefined || !world.parts.raisesEpoch(authority_epoch, session.epoch)) return;
  session.epoch = authority_epoch;
  if (change === "issue") session.hasAuthority = true;
  emitSignal(world, session, { signal: change === "issue" ? "lease_issued" : "lease_rotated" });
}

/** T8: hard loss ends the active turn, whatever else it meets. */
export function loseAuthority(world: World, session: SessionState) {
  const turn = session.active;
  if (turn === undefined) return;
  const { turn_id } = turn;
  const drain = {
    signal: "deauthorized_drain",
    event_scope: "turn",
    turn_id,
    reason: "authority_revoked",
  } as const;
  const cause = world.parts.announcesDrain() ? emitSignal(world, session, drain) : undefined;
  abortTurn(world, session, { turn, reason: "authority_loss", cause });
}

/** F8: the session moves to another placement; the old one drains. */
export function migrate(world: World, session: SessionState, { authority_epoch: epoch }: Migrate) {
  if (!world.parts.raisesEpoch(epoch, session.epoch)) return;
  emitSignal(world, session, { signal: "migration_start" });
  session.epoch = epoch;
  emitSignal(world, session, { signal: "lease_rotated" });
  session.active?.migrations.push(`migrated_to_epoch:${epoch}`);
  loseAuthority(world, session);
  session.hasAuthority = true;
  emitSignal(world, session, { signal: "migration_finish" });
  emitSignal(world, session, { signal: "session_handoff" });
}

/** T12, INV-AUTH-02: refuses what a past placement sends; true when it was refused. */
export function refusesStale(
  world: World,
  session: SessionState,
  { authority_epoch: epoch }: { readonly authority_epoch: number },
): boolean {
  if (!world.parts.isStale(epoch, session.epoch)) return false;
  emitSignal(world, session, { signal: "stale_epoch_reject", event_scope: "session", reason: "stale_epoch" });
  return true;
}
