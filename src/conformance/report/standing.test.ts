import { describe, expect, it } from "vitest";

import { resultOf, STANDINGS, subjectOf } from "./report.test-kit.ts";
import { breaksRun, needsCare, standingOf, untoldFailure } from "./standing.ts";

describe("standingOf", () => {
  it.each(STANDINGS)("knows %s", (standing) => {
    expect(standingOf(resultOf(standing))).toBe(standing);
  });

  it("never accepts what could not run, whatever the baseline says", () => {
    const { baseline } = resultOf("known");
    expect(standingOf({ ...resultOf("could_not_run"), ...(baseline && { baseline }) })).toBe("could_not_run");
  });

  it("makes a failure other than the accepted one fail, also of a SHOULD check", () => {
    const { baseline, ...warning } = { ...resultOf("warning"), baseline: resultOf("known").baseline };
    const other = {
      ...warning,
      ...(baseline && { baseline: { ...baseline, status: "other_failure" as const } }),
    };
    expect(standingOf(other)).toBe("fail");
  });
});

describe("what a standing means", () => {
  it("is one of fine, to be cared for, and breaking", () => {
    const of = (test: typeof breaksRun) => STANDINGS.filter(test);
    expect(of(breaksRun)).toEqual(["fail", "stale", "expired", "could_not_run"]);
    expect(of(needsCare)).toEqual(["fail", "warning", "known", "stale", "expired", "could_not_run"]);
  });
});

describe("untoldFailure", () => {
  it("says why a subject failed of which nothing was executed", () => {
    expect(untoldFailure(subjectOf([resultOf("not_applicable")]))).toBe(
      "No check was executed, so nothing is proven",
    );
  });

  it("says so when no result explains the verdict", () => {
    const subject = { ...subjectOf([resultOf("pass")]), passed: false };
    expect(untoldFailure(subject)).toBe("The run failed, but no result says why");
  });

  it("is silent about subjects that passed or whose results speak", () => {
    expect(untoldFailure(subjectOf([resultOf("pass")]))).toBeUndefined();
    expect(untoldFailure(subjectOf([resultOf("fail")]))).toBeUndefined();
  });
});
