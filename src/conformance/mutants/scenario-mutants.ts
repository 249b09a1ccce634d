/** Broken runtimes for the checks whose scripts are data: the life of a turn, plans, cancellation and authority. */
import { answering, emitting, hearing, type Mutant, withSignal } from "./mutant.ts";

/** Killed by CT-003 to AE-005. */
export const SCENARIO_MUTANTS: readonly Mutant[] = [
  {
    id: "turn-stays-open",
    check: "CT-003",
    code: "turn_not_committed",
    about: "A turn ends without close",
    parts: { closes: () => false },
  },
  {
    id: "opens-twice",
    check: "CT-003",
    code: "used_turn_id_not_rejected",
    about: "A closed turn opens again",
    parts: { mayReopen: () => true },
  },
  {
    id: "hash-of-nothing",
    check: "CT-004",
    code: "plan_hash_wrong",
    about: "Plans carry a hash that is not theirs",
    parts: { hashPlan: () => "0".repeat(64) },
  },
  {
    id: "hash-of-the-turn",
    check: "CT-004",
    code: "plan_hash_wrong",
    about: "The hash tells turns apart and not plans",
    parts: { hashPlan: ({ turn_id }) => turn_id.length.toString(16).padStart(64, "0") },
  },
  {
    id: "every-snapshot",
    check: "CT-006",
    code: "admission_not_before_authority",
    about: "A turn starts on a snapshot that is stale or missing",
    parts: { allowsSnapshot: () => true },
  },
  {
    id: "partial-snapshot",
    check: "CT-006",
    code: "admission_not_before_authority",
    about: "A turn starts on a snapshot that is partial",
    parts: { allowsSnapshot: (state) => state === "fresh" || state === "partial" },
  },
  {
    id: "every-profile",
    check: "CT-006",
    code: "profile_not_refused",
    about: "A turn starts under a profile that cannot be run",
    parts: { allowsProfile: () => true },
  },
  {
    id: "divergences-from-nothing",
    check: "RD-001",
    code: "divergence_without_difference",
    about: "A replay of the same decisions shows divergences",
    wrap: answering((outcome) => ({
      ...outcome,
      ...(outcome.divergences && {
        divergences: [{ class: "OUTCOME_DIVERGENCE", scope: "turn:t1", message: "differs" }],
      }),
    })),
  },
  {
    id: "timing-ignored",
    check: "RD-002",
    code: "timing_divergence_missing",
    about: "A replay that is too late is not told",
    parts: { replayClasses: (found) => found.filter((name) => name !== "TIMING_DIVERGENCE") },
  },
  {
    id: "evidence-lost",
    check: "RD-003",
    code: "evidence_missing",
    about: "A turn ends without evidence",
    parts: { keepsEvidence: () => false },
  },
  {
    id: "evidence-under-pressure-lost",
    check: "RD-003",
    code: "INV-REC-01",
    about: "A turn that cannot be recorded leaves no evidence at all",
    wrap: answering(({ evidence = [], ...outcome }) => ({
      ...outcome,
      evidence: evidence.filter((entry) => entry["terminal_reason"] !== "recording_evidence_unavailable"),
    })),
  },
  {
    id: "plan-ignored",
    check: "RD-004",
    code: "plan_divergence_missing",
    about: "A replay under another plan shows no divergence",
    parts: { replayClasses: (found) => found.filter((name) => name !== "PLAN_DIVERGENCE") },
  },
  {
    id: "deaf-to-cancel",
    check: "CF-001",
    code: "cancel_not_told",
    about: "A cancel during generation is not heard",
    wrap: hearing(({ kind }) => kind !== "cancel"),
  },
  {
    id: "plays-on",
    check: "CF-001",
    code: "playback_not_flushed",
    about: "Playback goes on after the cancel",
    parts: { flushesPlayback: () => false },
  },
  {
    id: "no-fence",
    check: "CF-002",
    code: "late_output_delivered",
    about: "Late output is delivered",
    parts: { fences: () => false },
  },
  {
    id: "two-terminals",
    check: "CF-003",
    code: "cancelled_turn_not_aborted",
    about: "The cancel path ends the turn twice",
    wrap: answering((outcome) => ({
      ...outcome,
      events: outcome.events.flatMap((event) =>
        event["signal"] === "abort" && event["reason"] === "cancelled"
          ? [event, { ...event, event_id: `${event["event_id"]}-again` }]
          : [event],
      ),
    })),
  },
  {
    id: "commit-of-cancelled",
    check: "CF-003",
    code: "cancel_not_told",
    about: "A cancelled turn ends with commit",
    wrap: emitting((event) => {
      if (event["signal"] !== "abort" || event["reason"] !== "cancelled") return event;
      const { reason: _, ...rest } = event;
      return { ...rest, signal: "commit" };
    }),
  },
  {
    id: "no-cancel-markers",
    check: "CF-004",
    code: "cancel_markers_missing",
    about: "Evidence does not tell when the fence was applied",
    parts: { marksCancel: () => false },
  },
  {
    id: "stale-proposal-opens",
    check: "AE-001",
    code: "stale_before_revoked",
    about: "A proposal of a stale epoch opens its turn",
    parts: { isStale: () => false },
  },
  {
    id: "cancel-wins-the-tie",
    check: "AE-002",
    code: "drain_not_told",
    about: "A cancel that meets a revoke wins",
    parts: { precedence: (cause) => ["cancel", "authority", "failure", "success"].indexOf(cause) },
  },
  {
    id: "silent-drain",
    check: "AE-002",
    code: "drain_not_told",
    about: "Loss of authority is not announced",
    parts: { announcesDrain: () => false },
  },
  {
    id: "old-placement-writes",
    check: "AE-003",
    code: "stale_output_accepted",
    about: "Output of an old placement is accepted",
    parts: { isStale: () => false },
  },
  {
    id: "not-enriched",
    check: "AE-004",
    code: "unmarked_event_not_enriched",
    about: "An event without an epoch is taken as it is",
    parts: { enrichedEpoch: () => undefined },
  },
  {
    id: "enriched-with-zero",
    check: "AE-004",
    code: "unmarked_event_refused",
    about: "An event without an epoch is given the wrong one",
    parts: { enrichedEpoch: () => 0 },
  },
  {
    id: "revoked-and-open",
    check: "AE-005",
    code: "deauthorised_proposal_opened_turn",
    about: "A proposal after the revoke is admitted",
    wrap: hearing((stimulus) => !(stimulus.kind === "lease" && stimulus.change === "revoke")),
  },
  {
    id: "drain-unsaid",
    check: "AE-005",
    code: "deauthorised_proposal_not_refused",
    about: "A proposal without authority is met with silence",
    wrap: withSignal("deauthorized_drain", () => undefined),
  },
];
