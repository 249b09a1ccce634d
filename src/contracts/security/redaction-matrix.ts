/** The default redaction matrix: what happens to each payload class on each surface. */
import type { PayloadClass, RedactionAction } from "./payload-class.ts";
import type { RecordingLevel } from "./recording-level.ts";

/** Surfaces on which recorded content shows: telemetry, evidence by recording level, replay responses. */
export type RedactionSurface = "OR-01" | `OR-02/${RecordingLevel}` | "OR-03";

/** Default action by surface and payload class. */
export const DEFAULT_REDACTION_MATRIX: Readonly<
  Record<RedactionSurface, Readonly<Record<PayloadClass, RedactionAction>>>
> = {
  "OR-01": {
    audio_raw: "drop",
    text_raw: "mask",
    PII: "drop",
    PHI: "drop",
    derived_summary: "allow",
    metadata: "allow",
  },
  "OR-02/L0": {
    audio_raw: "drop",
    text_raw: "hash",
    PII: "hash",
    PHI: "drop",
    derived_summary: "allow",
    metadata: "allow",
  },
  "OR-02/L1": {
    audio_raw: "mask",
    text_raw: "mask",
    PII: "hash",
    PHI: "hash",
    derived_summary: "allow",
    metadata: "allow",
  },
  "OR-02/L2": {
    audio_raw: "hash",
    text_raw: "mask",
    PII: "hash",
    PHI: "hash",
    derived_summary: "allow",
    metadata: "allow",
  },
  "OR-03": {
    audio_raw: "drop",
    text_raw: "mask",
    PII: "tokenize",
    PHI: "tokenize",
    derived_summary: "allow",
    metadata: "allow",
  },
};

/** The default redaction action for a payload class on a surface. */
export function defaultRedaction(surface: RedactionSurface, payloadClass: PayloadClass): RedactionAction {
  return DEFAULT_REDACTION_MATRIX[surface][payloadClass];
}
