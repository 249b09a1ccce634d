/** Reads a verify plan, with every path of it made absolute: they are relative to the plan, not to the call. */
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import type { VerifyPlan } from "../../contracts/deploy/verify-plan.ts";
import { BUILT_IN_GATE_PROFILES } from "../../gates/slo/profile/built-in-profiles.ts";
import { unreadablePath } from "../input/find-inputs.ts";
import { readDocument } from "../input/read-document.ts";
import { systemCode, UsageError } from "../usage-error.ts";

/** Name of the plan unless the call says another. */
export const DEFAULT_PLAN = "rspp.verify.yaml";

/** The plan in a JSON or YAML file. Throws UsageError for anything else. */
export async function readVerifyPlan(path: string, cwd: string): Promise<VerifyPlan> {
  const absent = await absentPlan(path, cwd);
  if (absent !== undefined) throw absent;
  const plan = await readDocument<VerifyPlan>(path, { cwd, kind: "verify_plan", what: "verify plan" });
  const folder = dirname(resolve(cwd, path));
  const at = (name: string) => resolve(folder, name);
  const { contracts, replay, evidence, gate_profile, governance, live } = plan;
  const { security_baseline, readiness_policy } = plan;
  return {
    ...plan,
    rollout: at(plan.rollout),
    ...(contracts !== undefined && { contracts: contracts.map(at) }),
    ...(replay !== undefined && {
      replay: {
        baseline: at(replay.baseline),
        candidate: at(replay.candidate),
        ...(replay.metadata !== undefined && { metadata: at(replay.metadata) }),
      },
    }),
    ...(evidence !== undefined && {
      evidence: {
        run: evidence.run.map(at),
        ...(evidence.baseline !== undefined && { baseline: evidence.baseline.map(at) }),
      },
    }),
    ...(gate_profile !== undefined && {
      gate_profile: Object.hasOwn(BUILT_IN_GATE_PROFILES, gate_profile) ? gate_profile : at(gate_profile),
    }),
    ...(governance !== undefined && {
      governance: {
        version_skew: at(governance.version_skew),
        deprecation: at(governance.deprecation),
        conformance_profile: at(governance.conformance_profile),
        conformance_results: at(governance.conformance_results),
      },
    }),
    ...(live !== undefined && {
      live: {
        ...live,
        streaming: at(live.streaming),
        non_streaming: at(live.non_streaming),
        smoke: at(live.smoke),
      },
    }),
    ...(security_baseline !== undefined && { security_baseline: at(security_baseline) }),
    ...(readiness_policy !== undefined && { readiness_policy: at(readiness_policy) }),
  };
}

/** Somebody who calls for the first time has no plan yet: say what it is for, beside where it was looked for. */
async function absentPlan(path: string, cwd: string): Promise<UsageError | undefined> {
  const error = await stat(resolve(cwd, path)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (systemCode(error) !== "ENOENT") return undefined;
  const { message, hint } = await unreadablePath(error, { path, cwd });
  const advice = "Write a plan that says where the evidence is, or name one with --plan";
  return new UsageError(message, hint === undefined ? advice : `${hint}\n${advice}`);
}
