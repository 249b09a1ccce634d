/** The rules of a store of evidence, whatever it keeps its files in. */
import type { EvidenceArtifact } from "../../contracts/deploy/evidence-artifact.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { assertEvidenceArtifact } from "../../validators/generated/evidence-artifact.ts";
import { readRecord, writeRecord } from "./evidence-record.ts";
import type {
  EvidenceReading,
  EvidenceRefusal,
  EvidenceStore,
  ExpectedEvidence,
  FreshnessOptions,
  NewEvidence,
} from "./evidence-store.ts";
import { DEFAULT_MAX_AHEAD_MS } from "./evidence-store.ts";
import { refuseEvidence } from "./refuse-evidence.ts";

/** What became of the reading of a file. */
export type FileReading =
  | Uint8Array
  | { readonly problem: "missing" | "unreadable"; readonly detail: string };

/** Where a store keeps its files. Names are `<id>.json` and `payloads/<sha256>`. */
export interface EvidenceFiles {
  /** Place of a file, as messages show it. */
  placeOf(name: string): string;
  read(name: string): Promise<FileReading>;
  /** A reader sees the old file or the new one, whole. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

const ID = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/;
const MOST_ID = 120;

/** A store over files. */
export function createStoredEvidence(files: EvidenceFiles): EvidenceStore {
  const get = (artifactId: string, expected: ExpectedEvidence = {}) =>
    readArtifact(files, artifactId, expected);
  return {
    async put(evidence) {
      const payload = bytesOf(evidence.payload);
      const artifact = artifactOf(evidence, payload);
      // The payload goes first and under its hash: a crash between the two leaves the old evidence in force.
      await files.write(artifact.payload_ref, payload);
      const record = new TextEncoder().encode(writeRecord(artifact, payload.length));
      await files.write(recordName(artifact.artifact_id), record);
      return artifact;
    },
    get,
    async verifyFresh(artifactId, maxAgeMs, options) {
      const limits = freshnessLimits(maxAgeMs, options);
      const reading = await get(artifactId, options);
      return reading.ok ? (whyNotFresh(reading, limits) ?? reading) : reading;
    },
  };
}

const recordName = (artifactId: string): string => `${artifactId}.json`;

const bytesOf = (payload: string | Uint8Array): Uint8Array =>
  typeof payload === "string" ? new TextEncoder().encode(payload) : payload.slice();

const isId = (text: unknown): text is string =>
  typeof text === "string" && ID.test(text) && text.length <= MOST_ID;

function artifactOf(evidence: NewEvidence, payload: Uint8Array): EvidenceArtifact {
  const { artifact_id, kind, schema_version, generated_at_utc } = evidence;
  if (!isId(artifact_id)) {
    throw new RangeError(
      `Cannot store evidence: expected an id of lower-case letters, digits, _, - and . but received ${describeValue(artifact_id)}`,
    );
  }
  const sha256 = sha256Hex(payload);
  const payload_ref = `payloads/${sha256}`;
  const artifact: unknown = { artifact_id, kind, schema_version, sha256, generated_at_utc, payload_ref };
  assertEvidenceArtifact(artifact);
  return artifact;
}

async function readArtifact(
  files: EvidenceFiles,
  artifactId: string,
  expected: ExpectedEvidence,
): Promise<EvidenceReading> {
  if (!isId(artifactId)) {
    return refuseEvidence("invalid_id", describeValue(artifactId), {
      expected: "an id that stays in the directory of the store",
      received: describeValue(artifactId),
    });
  }
  const name = recordName(artifactId);
  const path = files.placeOf(name);
  const bytes = await files.read(name);
  if ("problem" in bytes) return notRead(path, bytes);
  const record = readRecord(bytes, { artifactId, path });
  if (!record.ok) return record;
  const { artifact } = record;
  for (const field of ["kind", "schema_version"] as const) {
    const wanted = expected[field];
    if (wanted === undefined || wanted === artifact[field]) continue;
    return refuseEvidence("foreign", path, {
      expected: `${field} ${quote(wanted)}`,
      received: quote(artifact[field]),
    });
  }
  const payloadPath = files.placeOf(artifact.payload_ref);
  const payload = await files.read(artifact.payload_ref);
  if ("problem" in payload) return notRead(payloadPath, payload);
  const actual = sha256Hex(payload);
  if (actual === artifact.sha256) return { ok: true, artifact, payload, path: payloadPath };
  const hashes = { expected: `SHA-256 ${artifact.sha256}`, received: actual };
  if (!("problem" in (await files.read(`payloads/${actual}`)))) {
    return refuseEvidence("swapped", payloadPath, { ...hashes, received: `the payload ${actual}` });
  }
  return payload.length < record.payloadBytes
    ? refuseEvidence("truncated", payloadPath, {
        expected: `${record.payloadBytes} bytes`,
        received: String(payload.length),
      })
    : refuseEvidence("corrupt", payloadPath, hashes);
}

function notRead(path: string, file: Exclude<FileReading, Uint8Array>): EvidenceRefusal {
  return refuseEvidence(file.problem, path, { expected: "a file", received: file.detail });
}

interface FreshnessLimits {
  readonly maxAgeMs: number;
  readonly maxAheadMs: number;
  /** ms since the Unix epoch, wall clock. */
  readonly nowMs: number;
}

function freshnessLimits(
  maxAgeMs: number,
  { now, maxAheadMs = DEFAULT_MAX_AHEAD_MS }: FreshnessOptions,
): FreshnessLimits {
  const nowMs = typeof now === "string" && now.endsWith("Z") ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(nowMs)) {
    throw new TypeError(
      `Cannot verify freshness: expected now as RFC 3339 in UTC but received ${describeValue(now)}`,
    );
  }
  for (const limit of [maxAgeMs, maxAheadMs]) {
    if (limit >= 0 && Number.isFinite(limit)) continue;
    throw new RangeError(
      `Cannot verify freshness: expected a limit of at least 0 ms but received ${describeValue(limit)}`,
    );
  }
  return { maxAgeMs, maxAheadMs, nowMs };
}

function whyNotFresh(
  { artifact, path }: Extract<EvidenceReading, { ok: true }>,
  { maxAgeMs, maxAheadMs, nowMs }: FreshnessLimits,
): EvidenceRefusal | undefined {
  const age = nowMs - Date.parse(artifact.generated_at_utc);
  if (age > maxAgeMs) {
    return refuseEvidence("stale", path, {
      expected: `an age of at most ${maxAgeMs} ms`,
      received: `${age} ms`,
    });
  }
  if (-age <= maxAheadMs) return undefined;
  return refuseEvidence("future_dated", path, {
    expected: `a time at most ${maxAheadMs} ms ahead`,
    received: `${-age} ms ahead`,
  });
}
