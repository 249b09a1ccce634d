/** A store of evidence in memory: for tests, and for steps of one process. */
import type { EvidenceStore } from "./evidence-store.ts";
import { createStoredEvidence } from "./stored-evidence.ts";

/** A store that is gone with its process. */
export function createMemoryEvidenceStore(): EvidenceStore {
  const files = new Map<string, Uint8Array>();
  return createStoredEvidence({
    placeOf: (name) => `memory:${name}`,
    read: async (name) => files.get(name)?.slice() ?? { problem: "missing", detail: "nothing at that name" },
    write: async (name, bytes) => {
      files.set(name, bytes.slice());
    },
  });
}
