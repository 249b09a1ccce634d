/** The rows of the truth table of a turn (semantics.md section 2), as requirements. */
import type { RuntimeRequirement } from "./runtime-requirement.ts";

const ROWS: Readonly<Record<string, string>> = {
  T1: "A proposal puts an idle session into Opening, and nothing else",
  T2: "A proposal that meets a stale, missing or incompatible snapshot is answered by defer or reject, as configured",
  T3: "A proposal of a stale or invalid epoch is answered by stale_epoch_reject",
  T4: "A proposal after authority was revoked is answered by deauthorized_drain",
  T5: "A proposal that is admitted, has authority and a materialised plan is answered by turn_open",
  T6: "An active turn whose generation is complete ends with commit, close",
  T7: "An active turn that is cancelled ends with abort(cancelled), close",
  T8: "An active turn that loses authority ends with deauthorized_drain, abort(authority_loss), close",
  T9: "An active turn whose evidence cannot be preserved ends with abort(recording_evidence_unavailable), close",
  T10: "An active turn with a failure that has no legal continuation ends with abort and a deterministic reason, close",
  T11: "A late event of a closed turn is dropped or told as a diagnostic; it never reopens the turn",
  T12: "Output or an event of a stale placement is answered by stale_epoch_reject, and the authoritative turn is untouched",
};

/** TURN-T1 to TURN-T12. */
export const TURN_CASES: readonly RuntimeRequirement[] = Object.entries(ROWS).map(([row, text]) => ({
  id: `TURN-${row}`,
  level: "MUST",
  text,
  source: "semantics section 2",
}));
