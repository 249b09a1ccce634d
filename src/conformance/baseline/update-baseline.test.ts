/** The baseline after an update: exactly the failures that there are, with what was agreed on before. */
import { expect, test } from "vitest";

import type { ConformanceBaseline } from "../../contracts/conformance/conformance-baseline.ts";
import { validate } from "../../validators/validate.ts";
import { runConformance } from "../runner/run-conformance.ts";
import { referenceSubject } from "../subject/reference-subject.ts";
import { updateBaseline } from "./update-baseline.ts";

const NEW = { reason: "found today", issue: "https://example.org/1", owner: "team-a", expires: "2027-01-31" };
const OLD = { reason: "agreed", issue: "https://example.org/0", owner: "team-b", expires: "2026-12-31" };
const baselineOf = (...known_failures: ConformanceBaseline["known_failures"]): ConformanceBaseline => ({
  schema_version: "rspp.conformance.baseline.v1",
  subject: "broken",
  known_failures,
});

const broken = referenceSubject({ name: "broken", parts: { mayOverlap: () => true } });
const report = await runConformance(broken, { checks: ["MB-001", "MB-002"] });
const [subject] = report.subjects;
const failed = subject!.results.filter(({ failure }) => failure !== undefined);

test("a first baseline lists every failure, and then the run passes with it", async () => {
  const baseline = updateBaseline(subject!, { entry: NEW });
  expect(baseline.known_failures.map(({ check_id }) => check_id)).toEqual(
    failed.map(({ check_id }) => check_id),
  );
  expect(baseline.known_failures[0]).toMatchObject({ ...NEW, code: "missing_refusal" });
  expect(validate("conformance_baseline", baseline)).toMatchObject({ ok: true });
  const again = await runConformance(broken, { checks: ["MB-001", "MB-002"], baseline, today: "2026-12-31" });
  expect([report.passed, again.passed]).toEqual([false, true]);
});

test("what was agreed on stays, what changed is new, what is mended goes, what did not run stays", () => {
  const before = baselineOf(
    { check_id: "AE-001", code: "x", ...OLD },
    { check_id: "MB-001", code: "missing_refusal", ...OLD },
    { check_id: "MB-002", code: "another", ...OLD },
  );
  const { known_failures } = updateBaseline(subject!, { baseline: before, entry: NEW });
  const reasons = known_failures.map(({ check_id, reason }) => [check_id, reason]);
  const isSecondFailed = failed.some(({ check_id }) => check_id === "MB-002");
  expect(reasons).toEqual([
    ["AE-001", "agreed"],
    ["MB-001", "agreed"],
    ...(isSecondFailed ? [["MB-002", "found today"]] : []),
  ]);
});

test("an entry whose check could not run stays as it is", () => {
  const before = baselineOf({ check_id: "MB-001", code: "missing_refusal", ...OLD });
  const results = subject!.results.map(({ failure: _, ...result }) => ({
    ...result,
    verdict: "could_not_run" as const,
    reason: "subject_hung: no answer",
  }));
  expect(updateBaseline({ ...subject!, results }, { baseline: before, entry: NEW })).toEqual(before);
});
