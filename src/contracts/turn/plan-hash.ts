/** The hash of a plan: equal plans have equal hashes on every machine. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import type { ResolvedTurnPlan } from "./resolved-turn-plan.ts";

/** A plan whose hash is not known yet. */
export type UnhashedTurnPlan = Omit<ResolvedTurnPlan, "plan_hash"> & { readonly plan_hash?: string };

/**
 * SHA-256 of the RFC 8785 canonical JSON of the plan without `plan_hash`, as 64 lower-case hex characters.
 * Throws a TypeError for a plan that is not JSON (NaN, BigInt, cycles, ...).
 */
export function computePlanHash(plan: UnhashedTurnPlan): string {
  const { plan_hash: _hash, ...rest } = plan;
  return sha256Hex(canonicalJson(rest));
}
