/** Pre-turn gating (RK-25, RK-24): what refuses a proposal, in order of precedence. */
import type { ProposeTurn } from "../contracts/conformance/stimulus.ts";
import type { SessionState } from "./session-state.ts";
import type { World } from "./world.ts";

/** The signal that refuses a proposal. */
export interface Refusal {
  readonly signal: "reject" | "defer" | "stale_epoch_reject" | "deauthorized_drain";
  readonly reason: string;
}

/** Snapshot and admission (T2), then authority (T3, T4), then plan resolution; undefined opens the turn. */
export function refusalOf(
  { parts }: World,
  session: SessionState,
  { turn_id, authority_epoch = session.epoch }: ProposeTurn,
): Refusal | undefined {
  const { snapshot, quotas } = session;
  if (!parts.allowsSnapshot(snapshot.state))
    return { signal: snapshot.on_failure, reason: `snapshot_${snapshot.state}` };
  for (const [at, outcome] of quotas) return { signal: outcome, reason: `quota_exhausted_${at}` };
  if (session.isTornDown) return { signal: "reject", reason: "transport_unavailable" };
  if (session.usedTurnIds.has(turn_id) && !parts.mayReopen())
    return { signal: "reject", reason: "turn_id_used" };
  if (session.active !== undefined && !parts.mayOverlap()) return { signal: "defer", reason: "turn_active" };
  if (parts.isStale(authority_epoch, session.epoch))
    return { signal: "stale_epoch_reject", reason: "stale_epoch" };
  if (!session.hasAuthority) return { signal: "deauthorized_drain", reason: "authority_revoked" };
  if (!parts.allowsProfile(session.plan.execution_profile))
    return { signal: "reject", reason: "execution_profile_unsupported" };
  return undefined;
}
