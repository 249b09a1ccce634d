/** The checks as tests of the runner that a project already has. */
import type { CheckResult } from "../../contracts/conformance/conformance-report.ts";
import { applyBaseline } from "../baseline/apply-baseline.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import { failureLines } from "../report/text/failure-lines.ts";
import { chooseChecks } from "../runner/choose-checks.ts";
import type { ConformanceOptions } from "../runner/conformance-options.ts";
import { introduced } from "../runner/drive.ts";
import { demandOptions } from "../runner/run-conformance.ts";
import { headOf, testCheck } from "../runner/test-check.ts";
import type { Subject, SubjectDescription, SubjectFault } from "../subject/subject.ts";
import { asReplayVariable, replayed } from "./replay-request.ts";
import { findTestRunner, skipTest, type TestRunner } from "./test-runner.ts";

/** Options of the suite. */
export interface ConformanceSuiteOptions extends Omit<ConformanceOptions, "onProgress"> {
  /** Name of the group of tests. */
  readonly title?: string;
  /** The functions of the test runner; found by themselves under jest, node:test, and vitest with globals. */
  readonly runner?: Partial<TestRunner>;
}

/**
 * Registers one test a check. A failure prints its timeline and a line that runs it again; that line also works as
 * the value of the environment variable `RSPP_CONFORMANCE`.
 *
 * @example
 * import { describe, test, afterAll } from "vitest";
 * conformanceSuite(subject, { profile: "full", runner: { describe, test, afterAll } });
 */
export function conformanceSuite(subject: Subject, options: ConformanceSuiteOptions = {}): void {
  const { title = "RSPP conformance", runner: given, ...rest } = options;
  const runner = findTestRunner(given);
  const chosen = replayed({ ...rest, replayCommand: rest.replayCommand ?? asReplayVariable });
  demandOptions(chosen);
  const checks = chooseChecks(chosen.packs ?? ALL_PACKS, chosen);
  let description: Promise<SubjectDescription | SubjectFault> | undefined;
  let left = checks.length;
  const register = () => {
    for (const check of checks) {
      runner.test(`${check.id} ${check.title}`, async (...[context]) => {
        description ??= introduced(subject);
        try {
          const described = await description;
          settle(await resultOf(described), context);
        } finally {
          left -= 1;
          if (left === 0 && runner.afterAll === undefined) await subject.close();
        }
      });
      const resultOf = async (described: SubjectDescription | SubjectFault): Promise<CheckResult> => {
        if ("instant" in described) {
          const reason = `${described.code}: ${described.message}`;
          return { ...headOf(check), verdict: "could_not_run", runs: 0, reason };
        }
        const result = await testCheck(check, { subject, description: described, options: chosen });
        const { baseline, today = "" } = chosen;
        if (baseline !== undefined && baseline.subject !== described.name)
          throw new RangeError(
            `Cannot apply the baseline of "${baseline.subject}": expected a subject of that name but received "${described.name}"`,
          );
        return baseline === undefined ? result : (applyBaseline([result], { baseline, today })[0] ?? result);
      };
    }
    runner.afterAll?.(() => subject.close());
  };
  if (runner.describe === undefined) register();
  else runner.describe(title, register);
}

/** Passes, skips or fails the test. */
function settle(result: CheckResult, context: unknown): void {
  const { check_id, verdict, level, reason, baseline } = result;
  if (verdict === "not_applicable" && baseline === undefined) skipTest(context, reason ?? "not applicable");
  else if (baseline?.status === "known")
    skipTest(context, `known failure: ${baseline.reason} (${baseline.issue})`);
  else if (baseline !== undefined || verdict === "could_not_run" || (verdict === "fail" && level === "MUST"))
    throw new Error(`${check_id}: ${failureLines(result).join("\n")}`);
  else if (verdict === "fail") console.warn(`${check_id} (SHOULD): ${failureLines(result).join("\n")}`);
}
