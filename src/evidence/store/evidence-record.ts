/**
 * The record of an artifact: what is known of its payload, sealed by a hash of its own.
 *
 * One change of one byte, wherever it is, shows: the text must be the canonical one of its value, and the seal
 * covers every field. The seal has no key, so it shows accidents and careless edits, not a forger who seals anew.
 */
import type { EvidenceArtifact } from "../../contracts/deploy/evidence-artifact.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { quote } from "../../internal/quote.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { isEvidenceArtifact } from "../../validators/generated/evidence-artifact.ts";
import type { EvidenceRefusal, EvidenceRefusalCode } from "./evidence-store.ts";
import { refuseEvidence } from "./refuse-evidence.ts";

const RECORD_VERSION = "rspp.evidence-record.v1";
const LINE_FEED = 0x0a;

/** What a record tells. */
export interface EvidenceRecord {
  readonly ok: true;
  readonly artifact: EvidenceArtifact;
  /** Length of the payload, bytes. */
  readonly payloadBytes: number;
}

const sealOf = (artifact: unknown, payloadBytes: unknown): string =>
  sha256Hex(canonicalJson({ artifact, payload_bytes: payloadBytes, schema_version: RECORD_VERSION }));

/** The text of a record. */
export function writeRecord(artifact: EvidenceArtifact, payloadBytes: number): string {
  const seal = sealOf(artifact, payloadBytes);
  return `${canonicalJson({ artifact, payload_bytes: payloadBytes, schema_version: RECORD_VERSION, seal })}\n`;
}

/** The record of an artifact, or why it is refused. */
export function readRecord(
  bytes: Uint8Array,
  { artifactId, path }: { readonly artifactId: string; readonly path: string },
): EvidenceRecord | EvidenceRefusal {
  const refuse = (reason: EvidenceRefusalCode, expected: string, received: string) =>
    refuseEvidence(reason, path, { expected, received });
  const text = parseWireText(bytes);
  if (bytes.at(-1) !== LINE_FEED) {
    // One changed byte at the end leaves a whole record before it; what was cut off does not.
    const isChanged = !text.ok && parseWireText(bytes.subarray(0, -1)).ok;
    if (isChanged) return refuse("corrupt", "a line feed at the end", "another byte");
    return refuse("truncated", "a whole record", `${bytes.length} bytes of one`);
  }
  if (!text.ok) return refuse("corrupt", "a record as it was written", "text that is not JSON");
  const { value } = text;
  if (typeof value !== "object" || value === null || !("artifact" in value || "seal" in value)) {
    return refuse("foreign", "a record of evidence", describeValue(value));
  }
  const { artifact, payload_bytes, schema_version, seal } = value as Readonly<Record<string, unknown>>;
  if (schema_version !== RECORD_VERSION && seal === sealAnew(value)) {
    return refuse("foreign", `schema version ${RECORD_VERSION}`, describeValue(schema_version));
  }
  if (seal !== sealOf(artifact, payload_bytes)) {
    return refuse("corrupt", "a record as it was sealed", "one that was changed afterwards");
  }
  if (!isEvidenceArtifact(artifact) || typeof payload_bytes !== "number") {
    return refuse("foreign", "a valid evidence_artifact", describeValue(artifact));
  }
  if (!isSameText(bytes, writeRecord(artifact, payload_bytes))) {
    return refuse("corrupt", "a record as it was written", "the same values in another text");
  }
  if (artifact.artifact_id !== artifactId) {
    return refuse("swapped", `the record of ${quote(artifactId)}`, `that of ${quote(artifact.artifact_id)}`);
  }
  if (artifact.payload_ref !== `payloads/${artifact.sha256}`) {
    return refuse("corrupt", `payload_ref payloads/${artifact.sha256}`, quote(artifact.payload_ref, 80));
  }
  return { ok: true, artifact, payloadBytes: payload_bytes };
}

/** The seal of a record of any version: over all of its fields but the seal. */
function sealAnew(value: object): string {
  const { seal: _, ...rest } = value as Readonly<Record<string, unknown>>;
  return sha256Hex(canonicalJson(rest));
}

function isSameText(bytes: Uint8Array, text: string): boolean {
  const other = new TextEncoder().encode(text);
  return bytes.length === other.length && bytes.every((byte, index) => byte === other[index]);
}
