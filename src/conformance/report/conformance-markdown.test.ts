import { describe, expect, it } from "vitest";

import { conformanceMarkdown } from "./conformance-markdown.ts";
import { failureOf, largeReport, reportOf, resultOf, sampleReport, subjectOf } from "./report.test-kit.ts";
import { markdownProblems } from "./report-format.test-kit.ts";

describe("conformanceMarkdown", () => {
  const markdown = conformanceMarkdown(sampleReport());

  it("begins with the verdict and a table of the subjects", () => {
    expect(markdown).toMatch(
      /^## ✗ Conformance: failed\n\n\*\*1 of 3 subjects keeps the contract: 16 of 30 /,
    );
    expect(markdown).toContain("| ✓ loopback 1.2.0 | 9 of 10 | 9 | 0 | 0 | 0 | 1 | 0 |\n");
    expect(markdown).toContain("| ✗ voice-runtime 0.9.0-rc.2 | 7 of 10 | 3 | **2** | 1 | 1 | 2 | **1** |\n");
  });

  it("folds each failure, with its timeline in a code block and the command to see it again", () => {
    expect(markdown.match(/<details>/g)).toHaveLength(6);
    expect(markdown).toContain(
      "<details><summary>✗ <strong>CF-002</strong> A turn ends with exactly one terminal signal: failed <code>late_output_delivered</code></summary>\n\n",
    );
    expect(markdown).toMatch(
      /\n\n```text\n {4}ms {2}world .*\n(?:.*\n)+> .*output_accepted .*\n(?:.*\n)```\n/,
    );
    expect(markdown).toMatch(
      /\n```sh\nnpx rspp-contracts conformance .* --check CF-002 --seed 42 --path 3:1\n```\n/,
    );
  });

  it("says why something did not run, who owns a known failure, and what does not apply", () => {
    expect(markdown).toContain(
      "**Could not run (counts as failure)**: The subject did not answer within 5000 ms: ",
    );
    expect(markdown).toMatch(/Accepted: .*owner runtime-team, until 2026-12-31/);
    expect(markdown).toContain(
      '- loopback 1.2.0 does not declare capability "replay": <code>CF-007</code>\n',
    );
  });

  it("has no room for a code block that ends early", () => {
    const failure = failureOf("CF-001");
    const timeline = [{ at_ms: 1, from: "subject" as const, name: "a", detail: "x ````` y" }];
    const report = reportOf([
      subjectOf([{ ...resultOf("fail"), failure: { ...failure, timeline, replay: "```" } }]),
    ]);
    expect(conformanceMarkdown(report)).toContain("\n``````text\n");
    expect(conformanceMarkdown(report)).toContain("\n````sh\n```\n````\n");
    expect(markdownProblems(conformanceMarkdown(report))).toEqual([]);
  });

  it("stays below what a step summary may have, and counts what it leaves out", () => {
    const subject = subjectOf(Array.from({ length: 200 }, (_, index) => resultOf("fail", index)));
    const large = conformanceMarkdown(reportOf(Array.from({ length: 30 }, () => subject)));
    expect(large.length).toBeLessThan(500_000);
    expect(large).toMatch(/\nand \d+ more results that a complete report has\n/);
    expect(conformanceMarkdown(largeReport())).not.toContain("complete report");
  });
});
