/** The failure classes (semantics.md section 8), as requirements. */
import type { RuntimeRequirement } from "./runtime-requirement.ts";

const CLASSES: Readonly<Record<string, string>> = {
  F1: "Admission overload is answered by reject, defer or shed; before a turn without turn signals, in a turn with one terminal, then close",
  F2: "A node timeout or failure exhausts a budget and is answered by degrade or fallback if the plan allows, else by abort(node_timeout_or_failure), close",
  F3: "A provider failure is told, and answered by switch or fallback if the plan allows, else by abort(provider_failure), close",
  F4: "Edge pressure shows as watermark, flow_xoff and flow_xon, drop_notice and optionally shed, and ends no turn unless the plan forces it",
  F5: "The loss of one stream of a sync domain shows as discontinuity or an atomic drop_notice",
  F6: "A transport disconnect or stall is told, and ends the turn with abort(transport_disconnect_or_stall), close when teardown is needed",
  F7: "An authority conflict is refused before a turn, and in a turn ends it with deauthorized_drain, abort(authority_loss), close",
  F8: "A region failover rotates the lease within a migration, and the old placement ends its turn with deauthorized_drain, abort(authority_loss), close",
};

/** FAIL-F1 to FAIL-F8. */
export const FAILURE_CLASSES: readonly RuntimeRequirement[] = Object.entries(CLASSES).map(([name, text]) => ({
  id: `FAIL-${name}`,
  level: "MUST",
  text,
  source: "semantics section 8",
}));
