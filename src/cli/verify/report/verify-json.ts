/** A verification as JSON: the gate run, the readiness, and the hash of everything that was written. */
import { canonicalJson } from "../../../internal/canonical-json.ts";
import type { VerifyReport } from "./verify-words.ts";

/** The report as one line of canonical JSON. */
export function renderVerifyJson({ outcome, written }: VerifyReport): string {
  const { verdict, run, readiness } = outcome;
  const artifacts = written.map(({ id, file, sha256 }) => ({ id, file, sha256 }));
  return `${canonicalJson({ verdict, run, readiness, artifacts })}\n`;
}
