/** Refusals of evidence in words. */
import type { EvidenceRefusal, EvidenceRefusalCode } from "./evidence-store.ts";

const HINTS: Readonly<Record<EvidenceRefusalCode, string>> = {
  invalid_id: "Use lower-case letters, digits, underscores, hyphens and single dots",
  missing: "Run the step that writes it, or name the directory that holds it",
  unreadable: "Look at the permissions of the file, and whether it is a file",
  corrupt: "Write it again from its source; do not edit it by hand",
  truncated: "Write it again from its source; the disk may have been full",
  swapped: "Write it again under its own name",
  foreign: "Write it with the step and the version of this package that reads it",
  stale: "Run the step that writes it again",
  future_dated: "Set the clock of the machine that wrote it, and write it again",
};

/** A refusal; `expected` and `received` stand after those words in the message. */
export function refuseEvidence(
  reason: EvidenceRefusalCode,
  path: string,
  { expected, received }: { readonly expected: string; readonly received: string },
): EvidenceRefusal {
  const message = `Cannot take evidence ${path}: expected ${expected} but received ${received}`;
  return { ok: false, reason, path, message, hint: HINTS[reason] };
}
