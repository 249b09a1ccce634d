/** Runs the checks against subjects and reports what they found. */
import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type {
  CheckResult,
  ConformanceReport,
  SubjectReport,
} from "../../contracts/conformance/conformance-report.ts";
import { applyBaseline } from "../baseline/apply-baseline.ts";
import type { Check } from "../check/check.ts";
import { CORPUS_VERSION } from "../corpus/corpus.ts";
import { KIT_VERSION } from "../kit-version.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import type { Subject, SubjectDescription, SubjectFault } from "../subject/subject.ts";
import { checkFailure } from "./check-failure.ts";
import { chooseChecks } from "./choose-checks.ts";
import type { ConformanceOptions } from "./conformance-options.ts";
import { applicableScenarios, type Checked, runCheck } from "./run-check.ts";

/** The seed of a run that names none. */
export const DEFAULT_SEED = 1;

/**
 * Runs the checks against one subject or several, one after the other, and closes them. Rejects with a RangeError
 * for options that cannot be; what a subject does is in the report.
 *
 * @example
 * const report = await runConformance(subject, { profile: "full", seed: 42 });
 * if (!report.passed) process.exitCode = 1;
 */
export async function runConformance(
  subjects: Subject | readonly Subject[],
  options: ConformanceOptions = {},
): Promise<ConformanceReport> {
  const { profile = "quick", seed = DEFAULT_SEED, packs = ALL_PACKS } = options;
  demandOptions(options);
  const checks = chooseChecks(packs, options);
  const reports: SubjectReport[] = [];
  for (const subject of [subjects].flat() as Subject[]) {
    try {
      reports.push(await testSubject(subject, { checks, options }));
    } finally {
      await subject.close();
    }
  }
  if (reports.length === 0)
    throw new RangeError("Cannot run conformance: expected at least one subject but received none");
  return {
    schema_version: "rspp.conformance.report.v1",
    kit_version: KIT_VERSION,
    profile,
    seed,
    passed: reports.every(({ passed }) => passed),
    subjects: reports,
  };
}

function demandOptions({ seed = DEFAULT_SEED, baseline, today }: ConformanceOptions) {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(
      `Cannot run conformance: expected option "seed" from 0 to 4294967295 but received ${seed}`,
    );
  if (baseline !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today ?? ""))
    throw new RangeError(
      `Cannot apply the baseline: expected option "today" as a date such as 2026-12-31 but received ${today ?? "none"}`,
    );
}

interface Chosen {
  readonly checks: readonly Check[];
  readonly options: ConformanceOptions;
}

async function testSubject(subject: Subject, { checks, options }: Chosen): Promise<SubjectReport> {
  const description = await subject.describe();
  if ("instant" in description) return unreachable(description, { checks, options });
  const results: CheckResult[] = [];
  for (const check of checks) {
    const result = await testCheck(check, { subject, description, options });
    results.push(result);
    const progress = { subject: description.name, check_id: check.id, verdict: result.verdict };
    options.onProgress?.({ ...progress, done: results.length, of: checks.length });
  }
  return subjectReport(description, results, options);
}

function unreachable(fault: SubjectFault, { checks, options }: Chosen): SubjectReport {
  const reason = `${fault.code}: ${fault.message}`;
  const results = checks.map((check) => ({
    ...headOf(check),
    verdict: "could_not_run" as const,
    runs: 0,
    reason,
  }));
  return subjectReport({ name: "(unknown subject)", version: "", capabilities: [] }, results, options);
}

const headOf = ({ id, level, title, text, source }: Check) => ({
  check_id: id,
  level,
  title,
  requirement: text,
  source,
});

interface Tested {
  readonly subject: Subject;
  readonly description: SubjectDescription;
  readonly options: ConformanceOptions;
}

async function testCheck(check: Check, { subject, description, options }: Tested): Promise<CheckResult> {
  const { profile = "quick", seed = DEFAULT_SEED, path, corpus, replayCommand: command = "" } = options;
  const head = headOf(check);
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
  const { runs, could_not_run, found } = checked;
  if (could_not_run !== undefined) return { ...head, verdict: "could_not_run", runs, reason: could_not_run };
  if (found === undefined && runs === 0)
    return {
      ...head,
      verdict: "could_not_run",
      runs,
      reason: "Nothing was run: the check has no script for this subject",
    };
  if (found === undefined) return { ...head, verdict: "pass", runs };
  remember(checked, { check, options });
  return { ...head, verdict: "fail", runs, failure: checkFailure(found, { check, seed, command }) };
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
    seed: options.seed ?? DEFAULT_SEED,
    ...(path !== undefined && { path }),
    ...(scenario_id === undefined
      ? { instants: run.instants as unknown as readonly (readonly { readonly [name: string]: unknown }[])[] }
      : { scenario_id, values: values ?? {} }),
  });
}

function subjectReport(
  { name, version, language, capabilities }: SubjectDescription,
  found: readonly CheckResult[],
  { baseline, today = "" }: ConformanceOptions,
): SubjectReport {
  const results = baseline === undefined ? found : applyBaseline(found, { baseline, today });
  const count = (wanted: (result: CheckResult) => boolean) => results.filter(wanted).length;
  const isKnown = ({ baseline: standing }: CheckResult) => standing?.status === "known";
  const failed = (result: CheckResult) => result.verdict === "fail" && !isKnown(result);
  const summary = {
    expected: results.length,
    executed: count(({ verdict }) => verdict === "pass" || verdict === "fail"),
    pass: count(({ verdict }) => verdict === "pass"),
    fail: count((result) => failed(result) && result.level === "MUST"),
    warn: count((result) => failed(result) && result.level === "SHOULD"),
    known: count(isKnown),
    not_applicable: count(({ verdict }) => verdict === "not_applicable"),
    could_not_run: count(({ verdict }) => verdict === "could_not_run"),
  };
  const isBaselineSound = results.every(
    ({ baseline: standing }) => standing === undefined || standing.status === "known",
  );
  const passed = summary.executed > 0 && summary.fail === 0 && summary.could_not_run === 0 && isBaselineSound;
  return {
    name,
    version,
    ...(language !== undefined && { language }),
    capabilities,
    passed,
    summary,
    results,
  };
}
