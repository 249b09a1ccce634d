/** What a verification is about: the specification, the version of its rollout, and the commit. */
import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";
import type { RolloutConfig } from "../../contracts/deploy/rollout-config.ts";
import type { VerifyPlan } from "../../contracts/deploy/verify-plan.ts";
import { quote } from "../../internal/quote.ts";
import type { CliIo } from "../cli-io.ts";
import { shownPath } from "../input/input-path.ts";
import { readDocument } from "../input/read-document.ts";
import { UsageError } from "../usage-error.ts";

/** What Git writes where there is no commit. */
export const NO_COMMIT = "0".repeat(40);

/** The candidate of a plan. Throws UsageError for a rollout or commit that cannot be used. */
export async function readCandidate(
  plan: VerifyPlan,
  { io, commit }: { readonly io: CliIo; readonly commit: string | undefined },
): Promise<ReleaseCandidate> {
  const rollout = await readDocument<RolloutConfig>(plan.rollout, {
    cwd: io.cwd,
    kind: "rollout_config",
    what: "rollout configuration",
  });
  return {
    spec_ref: plan.spec_ref,
    pipeline_version: rollout.pipeline_version,
    execution_profile: plan.execution_profile ?? "simple",
    rollout_config_ref: shownPath(plan.rollout, io.cwd),
    commit_sha: commitOf(commit, io.env),
  };
}

/** That of the call, else that of GitHub Actions or GitLab CI, else none. */
function commitOf(told: string | undefined, env: CliIo["env"]): string {
  const commit = told ?? (env["GITHUB_SHA"] || env["CI_COMMIT_SHA"] || NO_COMMIT);
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return commit;
  throw new UsageError(
    `Cannot use --commit: expected a whole commit id of 40 or 64 hexadecimal characters but received ${quote(commit)}`,
    'Write it as in --commit "$(git rev-parse HEAD)"',
  );
}
