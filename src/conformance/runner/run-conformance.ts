/** Runs the checks against subjects and reports what they found. */
import type { ConformanceBaseline } from "../../contracts/conformance/conformance-baseline.ts";
import type {
  CheckResult,
  ConformanceReport,
  SubjectReport,
} from "../../contracts/conformance/conformance-report.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import { validate } from "../../validators/validate.ts";
import type { Check, Pack } from "../check/check.ts";
import { KIT_VERSION } from "../kit-version.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import type { Subject, SubjectFault } from "../subject/subject.ts";
import { chooseChecks } from "./choose-checks.ts";
import { type ConformanceOptions, DEFAULT_SEED } from "./conformance-options.ts";
import { introduced } from "./drive.ts";
import { subjectReport } from "./subject-report.ts";
import { headOf, testCheck } from "./test-check.ts";

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
  demandSubjectOf(options, reports);
  return {
    schema_version: "rspp.conformance.report.v1",
    kit_version: KIT_VERSION,
    profile,
    seed,
    passed: reports.every(({ passed }) => passed),
    subjects: reports,
  };
}

/** A baseline that is of none of the subjects would be put aside without a word. */
function demandSubjectOf({ baseline }: ConformanceOptions, reports: readonly SubjectReport[]) {
  const names = reports.map(({ name }) => name);
  if (baseline === undefined || names.includes(baseline.subject)) return;
  throw new RangeError(
    `Cannot apply the baseline of "${baseline.subject}": expected a subject of that name but received "${names.join('", "')}"`,
  );
}

/** Throws a RangeError for options that cannot be. */
export function demandOptions({
  profile = "quick",
  seed = DEFAULT_SEED,
  packs = ALL_PACKS,
  baseline,
  today,
}: ConformanceOptions) {
  if (profile !== "quick" && profile !== "full")
    throw new RangeError(
      `Cannot run conformance: expected option "profile" as quick or full but received ${describeValue(profile)}`,
    );
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(
      `Cannot run conformance: expected option "seed" from 0 to 4294967295 but received ${seed}`,
    );
  if (baseline !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today ?? ""))
    throw new RangeError(
      `Cannot apply the baseline: expected option "today" as a date such as 2026-12-31 but received ${today ?? "none"}`,
    );
  if (baseline !== undefined) demandBaseline(baseline, packs);
}

/** An entry without a last day would be known for ever, one of a check that there is not would never be stale. */
function demandBaseline(baseline: ConformanceBaseline, packs: readonly Pack[]) {
  const result = validate("conformance_baseline", baseline);
  if (!result.ok) {
    const [first] = result.diagnostics;
    throw new RangeError(
      `Cannot apply the baseline: ${first?.path ?? ""} ${first?.message ?? "it is not valid"}`,
    );
  }
  const ids = packs.flatMap(({ checks }) => checks.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { check_id } of baseline.known_failures) {
    if (seen.has(check_id))
      throw new RangeError(
        `Cannot apply the baseline: expected one entry of check "${check_id}" but received another one`,
      );
    seen.add(check_id);
    if (ids.includes(check_id)) continue;
    const near = nearest(check_id, ids);
    throw new RangeError(
      `Cannot apply the baseline: expected entries of checks that there are but received "${check_id}"${near === undefined ? "" : `; did you mean "${near}"?`}`,
    );
  }
}

interface Chosen {
  readonly checks: readonly Check[];
  readonly options: ConformanceOptions;
}

async function testSubject(subject: Subject, { checks, options }: Chosen): Promise<SubjectReport> {
  const description = await introduced(subject);
  if ("instant" in description) {
    const name = subject.label ?? "(unknown subject)";
    return subjectReport({ name, version: "", capabilities: [] }, unreachable(description, checks), options);
  }
  const results: CheckResult[] = [];
  for (const check of checks) {
    const result = await testCheck(check, { subject, description, options });
    results.push(result);
    const progress = { subject: description.name, check_id: check.id, verdict: result.verdict };
    options.onProgress?.({ ...progress, done: results.length, of: checks.length });
  }
  return subjectReport(description, results, options);
}

function unreachable(fault: SubjectFault, checks: readonly Check[]): CheckResult[] {
  const reason = `${fault.code}: ${fault.message}`;
  return checks.map((check) => ({ ...headOf(check), verdict: "could_not_run", runs: 0, reason }));
}
