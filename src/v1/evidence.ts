/**
 * OR-02 evidence: reading baseline artifacts (canonical and Go form), judging their completeness, what
 * redaction and recording levels allow, and canonical JSON with digests. Loads nothing.
 *
 * @example
 * import { readBaselineArtifact, toTurnMetrics } from "@rspp/contracts/v1/evidence";
 *
 * const reading = readBaselineArtifact(JSON.parse(text));
 * const turns = reading.ok ? reading.value.entries.map(toTurnMetrics) : [];
 */

export type { RecordingLevel, RecordingLevelTransition } from "../contracts/security/recording-level.ts";
export { recordingLevelTransition } from "../contracts/security/recording-level.ts";
export type { RedactionSurface } from "../contracts/security/redaction-matrix.ts";
export { DEFAULT_REDACTION_MATRIX, defaultRedaction } from "../contracts/security/redaction-matrix.ts";
export type { BaselineCompleteness } from "../evidence/baseline-completeness.ts";
export { checkBaselineCompleteness } from "../evidence/baseline-completeness.ts";
export { evidenceTags } from "../evidence/evidence-tags.ts";
export type { BaselineArtifactReading } from "../evidence/read-baseline-artifact.ts";
export { readBaselineArtifact } from "../evidence/read-baseline-artifact.ts";
export { createDiskEvidenceStore } from "../evidence/store/disk-evidence-store.ts";
export type {
  EvidenceFound,
  EvidenceReading,
  EvidenceRefusal,
  EvidenceRefusalCode,
  EvidenceStore,
  ExpectedEvidence,
  FreshnessOptions,
  NewEvidence,
} from "../evidence/store/evidence-store.ts";
export { createMemoryEvidenceStore } from "../evidence/store/memory-evidence-store.ts";
export { toTurnMetrics } from "../evidence/to-turn-metrics.ts";
export { canonicalJson } from "../internal/canonical-json.ts";
export { sha256Hex } from "../internal/sha256.ts";
