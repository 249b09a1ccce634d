import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hostileText } from "../../internal/report-text/hostile-text.test-kit.ts";
import { conformanceJson } from "./conformance-json.ts";
import { conformanceJunit } from "./conformance-junit.ts";
import { conformanceMarkdown } from "./conformance-markdown.ts";
import { renderConformanceHtml } from "./html/conformance-html.ts";
import { anyReport, largeReport, reportOf, reportWithText, sampleReport } from "./report.test-kit.ts";
import { markdownProblems, readPage, textProblems, xmlProblems } from "./report-format.test-kit.ts";
import { conformanceText } from "./text/conformance-text.ts";

const FORMATS = [
  ["text", conformanceText, textProblems],
  [
    "text in colour",
    (report) => conformanceText(report, { color: true, verbose: true, width: 60 }),
    (output) => textProblems(output, { color: true }),
  ],
  ["JSON", conformanceJson, textProblems],
  ["JUnit", conformanceJunit, xmlProblems],
  ["Markdown", conformanceMarkdown, markdownProblems],
  ["HTML", renderConformanceHtml, (output) => readPage(output).problems],
] as const satisfies readonly (readonly [
  name: string,
  render: (report: ReturnType<typeof sampleReport>) => string,
  problems: (output: string) => string[],
])[];

/** What a renderer leaves behind that forgets to escape. */
const LEAKS: Readonly<Record<(typeof FORMATS)[number][0], readonly string[]>> = {
  text: ["\u001b[31m", "\u0007", "\u202e", "\ud800"],
  "text in colour": ["\u001b[2J", "\u009b2J", "\u2028"],
  JSON: ["\u001b", "\u202e"],
  JUnit: ["\u0000", "]]>", "<b>", "&", "\ufffe"],
  Markdown: ["<img>", "`", "@team", "[a](b)", "\u202e", "\n```text\n"],
  HTML: [
    "<b>",
    "</div>",
    '<i onclick="">',
    '<a href="https://example.org">x</a>',
    '<p id="care"></p>',
    "\u0000",
  ],
};

describe.each(FORMATS)("%s", (name, render, problems) => {
  it("gives equal bytes for equal reports", () => {
    const copy = JSON.parse(JSON.stringify(sampleReport()));
    expect(render(copy)).toBe(render(sampleReport()));
  });

  it("is sound for a small, a large and an empty report", () => {
    for (const report of [sampleReport(), largeReport(), reportOf([])])
      expect(problems(render(report))).toEqual([]);
  });

  it("lets no text of a subject, a check or a baseline act", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(problems(render(reportWithText(text)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(problems(render(reportWithText("x".repeat(20_000))))).toEqual([]);
  });

  it("never throws, whatever the type allows", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(problems(render(report))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("would be caught if it did not escape", () => {
    const marker = "MARKERTEXT";
    const output = render(reportWithText(marker));
    expect(output).toContain(marker);
    for (const leak of LEAKS[name]) expect(problems(output.replaceAll(marker, leak)), leak).not.toEqual([]);
  });

  it("has no time but those of the run", () => {
    const plain = render(reportWithText("x"));
    expect(/\d\d:\d\d|20\d\d-\d\d-\d\d/.exec(plain)).toBeNull();
  });
});
