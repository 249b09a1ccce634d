/** Reads the reports of a release from a directory of evidence, where nothing that was changed since passes. */
import { resolve } from "node:path";

import { createDiskEvidenceStore } from "../../evidence/store/disk-evidence-store.ts";
import type { ReadinessArtifact } from "../../gates/release/evaluate-release-readiness.ts";
import { READINESS_REPORTS, type ReadinessInput } from "../../gates/release/readiness-report.ts";
import { shownPath } from "../input/input-path.ts";
import {
  type FolderReading,
  isVerifiedFolder,
  readVerifiedFolder,
  type VerifiedFolder,
} from "../verify/read-verified-folder.ts";

/** The reports in a folder of `verify` or in a store of evidence, or for each why it could not be read. */
export async function readReleaseEvidence(
  directory: string,
  reading: FolderReading,
): Promise<VerifiedFolder> {
  const root = resolve(reading.cwd, directory);
  if (await isVerifiedFolder(root)) return readVerifiedFolder(root, reading);
  const store = createDiskEvidenceStore(root);
  const shown = (path: string) => shownPath(path, reading.cwd);
  const entries = await Promise.all(
    READINESS_REPORTS.map(async ({ id, schemaVersion }): Promise<[ReadinessInput, ReadinessArtifact]> => {
      const found = await store.get(id, { kind: id, schema_version: schemaVersion });
      if (found.ok) return [id, { path: shown(found.path), content: found.payload }];
      const { reason, hint } = found;
      const message = found.message.replaceAll(root, shown(root));
      // An id of ours is never invalid, and age is judged by what the report says of itself.
      const problem = reason === "invalid_id" ? "unreadable" : reason;
      return [id, { path: shown(found.path), problem, message, hint }];
    }),
  );
  return { artifacts: Object.fromEntries(entries), sources: {} };
}
