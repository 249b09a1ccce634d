/**
 * The folder of a verification: reports under names that people know, and for each a sealed record of its hash.
 *
 * The records are those of the evidence store; only the payloads stand elsewhere. A run takes all records away
 * before it writes and puts them back last, so a folder that was left half written has reports that nothing
 * vouches for, and is refused.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import type { EvidenceArtifact } from "../../contracts/deploy/evidence-artifact.ts";
import { writeDurably } from "../../evidence/store/disk-evidence-store.ts";
import type { EvidenceReading, EvidenceStore } from "../../evidence/store/evidence-store.ts";
import {
  createStoredEvidence,
  type EvidenceFiles,
  type FileReading,
} from "../../evidence/store/stored-evidence.ts";
import { systemCode, systemReason, UsageError } from "../usage-error.ts";
import { VERIFIED_ARTIFACTS, type VerifiedArtifact, type VerifiedArtifactId } from "./verified-artifacts.ts";

/** Name of the directory of records in the folder. */
export const RECORDS = "records";

/** What a run has written, by id. */
export type VerifiedTexts = Partial<Record<VerifiedArtifactId, string | Uint8Array>>;

/** Replaces what an earlier run left by the artifacts of this one; gives their records in order. */
export async function writeEvidenceFolder(
  root: string,
  texts: VerifiedTexts,
  { now }: { readonly now: string },
): Promise<EvidenceArtifact[]> {
  await requireOwnFolder(root);
  await mkdir(join(root, RECORDS), { recursive: true });
  for (const { id } of VERIFIED_ARTIFACTS) await rm(join(root, RECORDS, `${id}.json`), { force: true });
  for (const { file, id } of VERIFIED_ARTIFACTS) {
    if (texts[id] === undefined) await rm(join(root, file), { force: true });
  }
  const records: (() => Promise<void>)[] = [];
  const artifacts: EvidenceArtifact[] = [];
  for (const artifact of VERIFIED_ARTIFACTS) {
    const payload = texts[artifact.id];
    if (payload === undefined) continue;
    const files = filesOf(root, artifact);
    const later: EvidenceFiles = {
      ...files,
      async write(name, bytes) {
        if (isPayload(name)) await files.write(name, bytes);
        else records.push(() => files.write(name, bytes));
      },
    };
    artifacts.push(
      await createStoredEvidence(later).put({
        artifact_id: artifact.id,
        kind: artifact.id,
        schema_version: artifact.schemaVersion,
        generated_at_utc: now,
        payload,
      }),
    );
  }
  for (const write of records) await write();
  return artifacts;
}

/** The store behind one artifact of the folder; it knows no other. */
export function artifactStore(root: string, artifact: VerifiedArtifact): EvidenceStore {
  return createStoredEvidence(filesOf(root, artifact));
}

/** An artifact of the folder, if it is what its record says. */
export function readVerified(root: string, artifact: VerifiedArtifact): Promise<EvidenceReading> {
  const { id, schemaVersion } = artifact;
  return artifactStore(root, artifact).get(id, { kind: id, schema_version: schemaVersion });
}

const isPayload = (name: string): boolean => name.startsWith("payloads/");

function filesOf(root: string, { file }: VerifiedArtifact): EvidenceFiles {
  // The store asks for a second payload only to learn whose content it has found.
  let isOwn = true;
  const placeOf = (name: string) => join(root, isPayload(name) ? file : join(RECORDS, name));
  return {
    placeOf,
    async read(name) {
      const isFirst = isOwn || !isPayload(name);
      isOwn = !isPayload(name);
      return isFirst ? readWhole(placeOf(name)) : recordedElsewhere(root, name.slice("payloads/".length));
    },
    write: (name, bytes) => writeDurably(placeOf(name), bytes),
  };
}

/** Something readable if an artifact of the folder has that hash by its record; the store asks no more. */
async function recordedElsewhere(root: string, sha256: string): Promise<FileReading> {
  for (const { id } of VERIFIED_ARTIFACTS) {
    const record = await readWhole(join(root, RECORDS, `${id}.json`));
    const isRecorded = !("problem" in record) && new TextDecoder().decode(record).includes(`"${sha256}"`);
    if (isRecorded) return record;
  }
  return { problem: "missing", detail: "nothing with that hash" };
}

async function readWhole(path: string): Promise<FileReading> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const problem = systemCode(error) === "ENOENT" ? "missing" : "unreadable";
    return { problem, detail: systemReason(error) };
  }
}

/** A summary that somebody else wrote is not ours to replace. */
async function requireOwnFolder(root: string): Promise<void> {
  const names = await readdir(root).catch((error: unknown): string[] => {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  });
  const other = VERIFIED_ARTIFACTS.find(({ file }) => names.includes(file));
  if (other === undefined || names.includes(RECORDS)) return;
  throw new UsageError(
    `Cannot write to the directory: expected one that is empty or that verify wrote but received one with a ${other.file} and no ${RECORDS}`,
    "Name another directory with --out, or remove that one",
  );
}
