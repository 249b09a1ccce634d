/** Snapshot provenance: the six control-plane snapshots that a plan was resolved from. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { looseTextField, textField } from "../core/fields.ts";

const about = {
  routing_view_snapshot: "Snapshot of the routing view",
  admission_policy_snapshot: "Snapshot of the admission policy",
  abi_compatibility_snapshot: "Snapshot of the ABI compatibility matrix",
  version_resolution_snapshot: "Snapshot of the version resolution",
  policy_resolution_snapshot: "Snapshot of the policy resolution",
  provider_health_snapshot: "Snapshot of provider health",
} as const;

/** All six references, each non-empty. */
export const SnapshotProvenanceSchema = wireObject({
  routing_view_snapshot: textField({ rule: "PLN-10", about: about.routing_view_snapshot }),
  admission_policy_snapshot: textField({ rule: "PLN-10", about: about.admission_policy_snapshot }),
  abi_compatibility_snapshot: textField({ rule: "PLN-10", about: about.abi_compatibility_snapshot }),
  version_resolution_snapshot: textField({ rule: "PLN-10", about: about.version_resolution_snapshot }),
  policy_resolution_snapshot: textField({ rule: "PLN-10", about: about.policy_resolution_snapshot }),
  provider_health_snapshot: textField({ rule: "PLN-10", about: about.provider_health_snapshot }),
});

/** The snapshots that a plan was resolved from. */
export type SnapshotProvenance = z.infer<typeof SnapshotProvenanceSchema>;

const recorded = (name: keyof typeof about) => looseTextField({ rule: "CON-02", about: about[name] });

/** The same as recorded in evidence, where completeness is judged apart from shape. */
export const RecordedProvenanceSchema = wireObject({
  routing_view_snapshot: recorded("routing_view_snapshot").optional(),
  admission_policy_snapshot: recorded("admission_policy_snapshot").optional(),
  abi_compatibility_snapshot: recorded("abi_compatibility_snapshot").optional(),
  version_resolution_snapshot: recorded("version_resolution_snapshot").optional(),
  policy_resolution_snapshot: recorded("policy_resolution_snapshot").optional(),
  provider_health_snapshot: recorded("provider_health_snapshot").optional(),
});
