/** What every report of a verification says, in the same words. */
import type { GateResult } from "../../../contracts/deploy/gate-run.ts";
import type { ReleaseReadiness } from "../../../contracts/deploy/release-readiness.ts";
import { NO_COMMIT } from "../candidate.ts";
import type { VerifyOutcome, VerifyVerdict } from "../run-verify.ts";
import type { VerifiedArtifact } from "../verified-artifacts.ts";

/** What a report of a verification is made from. */
export interface VerifyReport {
  readonly outcome: VerifyOutcome;
  /** What was written before the summaries, in order. */
  readonly written: readonly (VerifiedArtifact & { readonly sha256: string })[];
}

/** The verdict as a word. */
export const VERDICT_WORDS: Readonly<Record<VerifyVerdict, string>> = {
  pass: "Passed",
  fail: "Failed",
  inconclusive: "Inconclusive",
  unreadable: "Unreadable input",
};

/** The status of a gate as a word. */
export const STATUS_WORDS: Readonly<Record<GateResult["status"], string>> = {
  pass: "pass",
  fail: "fail",
  not_observed: "not observed",
  not_evaluated: "inconclusive",
};

/** The verdict in one sentence without a final period. */
export function verifySentence({ run, optional }: VerifyOutcome): string {
  const count = (holds: (result: GateResult) => boolean) => run.results.filter(holds).length;
  const open = count(({ gate_id, status }) => isOpen(status) && !optional.has(gate_id));
  const total = `${run.results.length} ${run.results.length === 1 ? "gate" : "gates"}`;
  const about = `${run.profile} profile, ${candidateWords(run.candidate_ref)}`;
  return open === 0 ? `${total} let it pass: ${about}` : `${open} of ${total} did not pass: ${about}`;
}

/** The candidate as people read it: a commit by its first digits. */
function candidateWords(ref: string): string {
  const at = ref.lastIndexOf("@");
  const [version, commit] = [ref.slice(0, at), ref.slice(at + 1)];
  return commit === NO_COMMIT ? `${version}, no commit told` : `${version} at ${commit.slice(0, 12)}`;
}

const isOpen = (status: GateResult["status"]) => status === "fail" || status === "not_evaluated";

/** Whether a release may go out on the evidence, and what is in its way. */
export function readinessSentence({ passed, checks }: ReleaseReadiness): string {
  if (passed) return "A release may go out on this evidence";
  const open = checks.flatMap((check) => (check.status === "fail" ? [`${check.id} (${check.reason})`] : []));
  return `No release on this evidence: ${open.join(", ")}`;
}

/** The figures of a gate, such as `checked files 5, invalid files 0`. */
export function figureWords({ metrics }: GateResult): string {
  const words = Object.entries(metrics).map(([name, value]) => {
    const isMs = name.endsWith("_ms");
    return `${name.replace(/_(ms|count)$/, "").replaceAll("_", " ")} ${value}${isMs ? " ms" : ""}`;
  });
  return words.join(", ");
}
