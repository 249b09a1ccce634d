/** Rules of the resolved turn plan, `PLN-01` to `PLN-15`. */
import { defineRules } from "../core/rule.ts";

/** The plan rules. */
export const PLAN_REQUIREMENTS = defineRules("contracts-v1 section 6", {
  "PLN-01": ["MUST", "Identity fields, plan_hash (64 hex characters) and authority_epoch are present"],
  "PLN-02": ["MUST", "Budgets are integers >= 1"],
  "PLN-03": ["MUST", "provider_bindings is non-empty, keys and values are non-empty strings"],
  "PLN-04": ["MUST", "At least one edge policy; every edge policy is bounded; block has max_block_time_ms"],
  "PLN-05": ["MUST", "Watermarks are present and in range (high >= 1, low >= 0)"],
  "PLN-06": ["MUST", "ControlLane is non_blocking_priority and never shed"],
  "PLN-07": ["MUST", "atomic_drop and drop_with_discontinuity have group_by; the latter has sync_domain"],
  "PLN-08": ["MUST", "Flow control is complete for the three lanes"],
  "PLN-09": ["MUST", "Adaptive actions are known and unique"],
  "PLN-10": ["MUST", "Six snapshot provenance references"],
  "PLN-11": ["MUST", "The recording policy has a level and at least one unique replay mode"],
  "PLN-12": ["MUST", "The determinism block is complete, its ordering markers are unique"],
  "PLN-13": [
    "MUST",
    "Streaming handoff that is enabled has both edges, at least one of them enabled; an enabled edge has its four bounds; every bound is >= 1",
  ],
  "PLN-14": ["SHOULD", "A low watermark is not above its high watermark"],
  "PLN-15": ["SHOULD", "plan_hash equals the computed hash", "computed"],
});
