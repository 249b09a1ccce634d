import { describe, expect, it } from "vitest";

import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { conformanceJunit } from "./conformance-junit.ts";
import { reportOf, resultOf, sampleReport, subjectOf } from "./report.test-kit.ts";
import { elements } from "./report-format.test-kit.ts";
import type { Standing } from "./standing.ts";

const read = (report: ReturnType<typeof sampleReport>) => parseStrictXml(conformanceJunit(report));

describe("conformanceJunit", () => {
  const root = read(sampleReport());

  it("has a suite for each subject and a case for each check", () => {
    expect(root.children.map(({ attributes }) => attributes["name"])).toEqual([
      "loopback 1.2.0",
      "voice-runtime 0.9.0-rc.2",
      "(unknown subject)",
    ]);
    for (const suite of root.children) expect(elements(suite, "testcase")).toHaveLength(10);
  });

  it("counts what it lists, in each suite and in all", () => {
    for (const node of [root, ...root.children]) {
      const { attributes } = node;
      expect(attributes["tests"]).toBe(String(elements(node, "testcase").length));
      expect(attributes["failures"]).toBe(String(elements(node, "failure").length));
      expect(attributes["errors"]).toBe(String(elements(node, "error").length));
      expect(attributes["skipped"]).toBe(String(elements(node, "skipped").length));
    }
  });

  it.each([
    ["pass", []],
    ["fail", ["failure late_output_delivered"]],
    ["warning", ["system-out"]],
    ["known", ["skipped known_failure", "system-out"]],
    ["stale", ["failure stale_baseline"]],
    ["expired", ["failure expired_baseline"]],
    ["not_applicable", ["skipped replay"]],
    ["could_not_run", ["error could_not_run"]],
  ] as const)("tells %s as %j", (standing: Standing, expected) => {
    const suite = read(reportOf([subjectOf([resultOf("pass", 1), resultOf(standing)])])).children[0];
    const [, found] = suite === undefined ? [] : elements(suite, "testcase");
    const told = found?.children.map(({ name, attributes }) => `${name} ${attributes["type"] ?? ""}`.trim());
    expect(told).toEqual(expected);
  });

  it("tells a failure with its timeline and how to see it again", () => {
    const [failure] = elements(root, "failure");
    expect(failure?.attributes["message"]).toMatch(/^Turn "t-1": expected no output after its abort/);
    expect(failure?.text).toContain("\n  >                     output_accepted   t-1");
    expect(failure?.text).toContain("--check CF-002 --seed 42 --path 3:1");
    expect(elements(root, "system-out")[0]?.text).toMatch(/^Warning: Turn "t-1"/);
  });

  it("is never green for a subject that failed", () => {
    const none = read(reportOf([subjectOf([resultOf("not_applicable")])]));
    expect(none.attributes["errors"]).toBe("1");
    expect(elements(none, "error")[0]?.attributes["message"]).toBe(
      "No check was executed, so nothing is proven",
    );
  });
});
