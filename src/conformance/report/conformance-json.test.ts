import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalJson } from "../../internal/canonical-json.ts";
import { conformanceJson } from "./conformance-json.ts";
import { anyReport, reportWithText, sampleReport } from "./report.test-kit.ts";

describe("conformanceJson", () => {
  it("is the canonical JSON of the report, on one line", () => {
    expect(conformanceJson(sampleReport())).toBe(`${canonicalJson(sampleReport())}\n`);
  });

  it("does not depend on the order of members", () => {
    const report = sampleReport();
    const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report;
    expect(conformanceJson(turned)).toBe(conformanceJson(report));
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(report));
  });

  it("gives back the report, halves of surrogate pairs and controls included", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(JSON.parse(conformanceJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
      }),
      { numRuns: 150 },
    );
    expect(JSON.parse(conformanceJson(reportWithText("\ud800\u009b")))).toEqual(
      reportWithText("\ud800\u009b"),
    );
  });

  it("keeps a member called __proto__ that a subject sent", () => {
    const stimulus = JSON.parse('{"__proto__":{"a":1}}');
    expect(conformanceJson({ ...sampleReport(), ...{ extra: stimulus } })).toContain('"__proto__":{"a":1}');
  });
});
