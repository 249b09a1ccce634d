/** Arbitrary replay audit events. */
import type { Arbitrary } from "fast-check";

import type { ReplayAuditEvent } from "../../contracts/security/replay-audit-event.ts";
import {
  fitsReplayAuditEvent,
  replayAuditEventShape,
} from "../../validators/generated/replay-audit-event.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay audit events. */
export function replayAuditEventArbitrary(
  constraints?: ArtifactConstraints<ReplayAuditEvent>,
): Arbitrary<ReplayAuditEvent> {
  const entry = { kind: "replay_audit_event", fits: fitsReplayAuditEvent, shape: replayAuditEventShape };
  return artifactArbitrary(entry, constraints);
}
