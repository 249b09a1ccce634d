/** The store of evidence as its users see it: what goes in, what comes out, and why something does not. */
import type { EvidenceArtifact } from "../../contracts/deploy/evidence-artifact.ts";

/** Why evidence is refused. */
export type EvidenceRefusalCode =
  | "invalid_id"
  | "missing"
  | "unreadable"
  | "corrupt"
  | "truncated"
  | "swapped"
  | "foreign"
  | "stale"
  | "future_dated";

/** Evidence that is refused: the reason as a code and in words, where it was, and how to go on. */
export interface EvidenceRefusal {
  readonly ok: false;
  readonly reason: EvidenceRefusalCode;
  /** Place of the file that is refused. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** Evidence that was read and is what its record says. */
export interface EvidenceFound {
  readonly ok: true;
  readonly artifact: EvidenceArtifact;
  readonly payload: Uint8Array;
  /** Place of the payload. */
  readonly path: string;
}

/** Evidence, or why there is none. */
export type EvidenceReading = EvidenceFound | EvidenceRefusal;

/** A payload with what has to be known of it. */
export interface NewEvidence {
  readonly artifact_id: string;
  /** Kind of the payload, snake_case. */
  readonly kind: string;
  readonly schema_version: string;
  /** When the payload was made, RFC 3339 in UTC, wall clock. */
  readonly generated_at_utc: string;
  /** Text is stored as UTF-8. */
  readonly payload: string | Uint8Array;
}

/** What the reader takes an artifact for; anything else is foreign. */
export interface ExpectedEvidence {
  readonly kind?: string;
  readonly schema_version?: string;
}

/** The moment that the age of evidence is measured at. */
export interface FreshnessOptions extends ExpectedEvidence {
  /** RFC 3339 in UTC, wall clock. */
  readonly now: string;
  /** How far evidence may be dated ahead, in ms; 5 minutes unless told. */
  readonly maxAheadMs?: number;
}

/** A store of evidence: whatever comes out is what went in, or is refused with the reason. */
export interface EvidenceStore {
  /** Stores a payload under its id; an older one is replaced at once. Throws for evidence that is not well formed. */
  put(evidence: NewEvidence): Promise<EvidenceArtifact>;
  /** The evidence of an id, with its hash checked. */
  get(artifactId: string, expected?: ExpectedEvidence): Promise<EvidenceReading>;
  /** As `get`, and refused when it is older than `maxAgeMs` or dated ahead. */
  verifyFresh(artifactId: string, maxAgeMs: number, options: FreshnessOptions): Promise<EvidenceReading>;
}

/** How far evidence may be dated ahead unless told: clocks of two machines differ, ms. */
export const DEFAULT_MAX_AHEAD_MS = 5 * 60_000;
