/** Reads the reports of a release from a store of evidence, where nothing that was changed since passes. */
import { resolve } from "node:path";

import { createDiskEvidenceStore } from "../../evidence/store/disk-evidence-store.ts";
import type { ReadinessArtifact } from "../../gates/release/evaluate-release-readiness.ts";
import { READINESS_REPORTS, type ReadinessInput } from "../../gates/release/readiness-report.ts";
import { shownPath } from "../input/input-path.ts";

/** The reports in a directory, or for each why it could not be read. */
export async function readReleaseEvidence(
  directory: string,
  cwd: string,
): Promise<Partial<Record<ReadinessInput, ReadinessArtifact>>> {
  const root = resolve(cwd, directory);
  const store = createDiskEvidenceStore(root);
  const shown = (path: string) => shownPath(path, cwd);
  const entries = await Promise.all(
    READINESS_REPORTS.map(async ({ id, schemaVersion }): Promise<[ReadinessInput, ReadinessArtifact]> => {
      const reading = await store.get(id, { kind: id, schema_version: schemaVersion });
      if (reading.ok) return [id, { path: shown(reading.path), content: reading.payload }];
      const { reason, hint } = reading;
      const message = reading.message.replaceAll(root, shown(root));
      // An id of ours is never invalid, and age is judged by what the report says of itself.
      const problem = reason === "invalid_id" ? "unreadable" : reason;
      return [id, { path: shown(reading.path), problem, message, hint }];
    }),
  );
  return Object.fromEntries(entries);
}
