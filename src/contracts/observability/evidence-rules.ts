/** Completeness rules of OR-02 evidence, `EVD-01` to `EVD-14`. */
import { defineRules } from "../core/rule.ts";

/** When a baseline record is complete. Shape is judged apart, by the CON rules. */
export const EVIDENCE_REQUIREMENTS = defineRules("contracts-v1 section 7", {
  "EVD-01": ["MUST", "session_id, turn_id, pipeline_version and event_id are non-empty", "computed"],
  "EVD-02": ["MUST", "envelope_snapshot is non-empty", "computed"],
  "EVD-03": ["MUST", "There is at least one payload tag, and all are known", "computed"],
  "EVD-04": [
    "MUST",
    "There is exactly one redaction decision a tagged class, all valid, none twice",
    "computed",
  ],
  "EVD-05": ["MUST", "plan_hash is non-empty (and should be 64 hex characters)", "computed"],
  "EVD-06": ["MUST", "The six provenance references are non-empty", "computed"],
  "EVD-07": ["MUST", "There is at least one decision outcome, and each is valid", "computed"],
  "EVD-08": ["MUST", "Every invocation outcome is valid", "computed"],
  "EVD-09": ["MUST", "There is at least one ordering marker; markers are non-empty and unique", "computed"],
  "EVD-10": ["MUST", "merge_rule_id and merge_rule_version are non-empty", "computed"],
  "EVD-11": ["MUST", "authority_epoch is >= 0", "computed"],
  "EVD-12": [
    "MUST",
    "terminal_outcome is commit or abort; close is emitted; abort has a terminal_reason",
    "computed",
  ],
  "EVD-13": ["MUST", "An accepted cancel has fence and sent markers", "computed"],
  "EVD-14": [
    "MUST",
    "An accepted turn with a terminal marker has turn_terminal_at_ms >= turn_open_at_ms",
    "computed",
  ],
});
