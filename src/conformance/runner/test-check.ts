/** Tests one check on one subject, to a result of the report. */
import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { CheckResult } from "../../contracts/conformance/conformance-report.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { Check } from "../check/check.ts";
import { CORPUS_VERSION } from "../corpus/corpus.ts";
import type { Subject, SubjectDescription } from "../subject/subject.ts";
import { checkFailure } from "./check-failure.ts";
import type { Checked } from "./check-run.ts";
import { type ConformanceOptions, DEFAULT_SEED } from "./conformance-options.ts";
import { runCheck } from "./run-check.ts";
import { applicableScenarios } from "./run-scenarios.ts";

/** What a result says of its check. */
export const headOf = ({ id, level, title, text, source }: Check) => ({
  check_id: id,
  level,
  title,
  requirement: text,
  source,
});

/** What a check is tested on, and how. */
export interface Tested {
  readonly subject: Subject;
  readonly description: SubjectDescription;
  readonly options: ConformanceOptions;
}

/** The result of the check. */
export async function testCheck(
  check: Check,
  { subject, description, options }: Tested,
): Promise<CheckResult> {
  const {
    profile = "quick",
    seed = DEFAULT_SEED,
    path,
    corpus,
    replayCommand = (line: string) => line,
  } = options;
  const head = headOf(check);
  const label = subject.label ?? description.name;
  const missing = missingCapability(check, description);
  if (missing !== undefined) {
    const reason = `The subject does not declare capability "${missing}"`;
    return { ...head, verdict: "not_applicable", runs: 0, reason, missing_capability: missing };
  }
  const known = (corpus?.entries() ?? [])
    .filter(({ check_id }) => check_id === check.id)
    .map(({ scenario_id, ...entry }) => ({
      ...entry,
      ...(scenario_id !== undefined && { scenario: scenario_id }),
    }));
  const checked = await runCheck(check, {
    subject,
    description,
    profile,
    seed,
    known,
    ...(path !== undefined && { path }),
  });
  const { runs, inconclusive, found } = checked;
  if (inconclusive !== undefined)
    return { ...head, verdict: "could_not_run", runs, reason: inconclusive.could_not_run };
  if (found === undefined && runs === 0)
    return {
      ...head,
      verdict: "could_not_run",
      runs,
      reason: "Nothing was run: the check has no script for this subject",
    };
  if (found === undefined) return { ...head, verdict: "pass", runs };
  remember(checked, { check, options });
  return {
    ...head,
    verdict: "fail",
    runs,
    failure: checkFailure({ seed, ...found }, { check, command: (line) => replayCommand(line, label) }),
  };
}

/** The capability without which the check has nothing to do. */
function missingCapability(check: Check, description: SubjectDescription): SubjectCapability | undefined {
  const lacks = (needs: readonly SubjectCapability[]) =>
    needs.find((capability) => !description.capabilities.includes(capability));
  const missing = lacks(check.needs);
  if (missing !== undefined || !("scenarios" in check)) return missing;
  if (applicableScenarios(check, description).length > 0) return undefined;
  return check.scenarios.map(({ needs }) => lacks(needs)).find((one) => one !== undefined);
}

function remember(
  { found }: Checked,
  { check, options }: { readonly check: Check; readonly options: ConformanceOptions },
) {
  if (found === undefined || options.corpus === undefined || "rounds" in check) return;
  const { finding, run, scenario_id, path, values } = found;
  options.corpus.add({
    schema_version: CORPUS_VERSION,
    check_id: check.id,
    code: finding.code,
    seed: found.seed ?? options.seed ?? DEFAULT_SEED,
    ...(path !== undefined && { path }),
    ...(scenario_id === undefined
      ? { instants: run.instants as unknown as readonly (readonly JsonObject[])[] }
      : { scenario_id, values: values ?? {} }),
  });
}
