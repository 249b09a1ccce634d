import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../../../internal/report-text/hostile-text.test-kit.ts";
import { markdownText } from "../../../internal/report-text/markdown-text.ts";
import { printable } from "../../../internal/report-text/printable-text.ts";
import { evaluated, goodTurn, troubledTurn } from "./evaluated-run.test-kit.ts";
import { renderMvpSloMarkdown } from "./markdown-report.ts";
import { sampleRun } from "./sample-run.test-kit.ts";

const decoded = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");

describe("markdownText", () => {
  it("shows every string as it is and lets none of it act", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const written = markdownText(text);
        expect(decoded(written)).toBe(printable(text));
        expect(written.replace(/&(?:#\d+|lt|amp);/g, "")).not.toMatch(/[<&|`*[\]\\~^{}$@#]|:\S|www\.|\n/i);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps sentences and field names readable", () => {
    const text = "Cannot accept turn_open_at_ms: expected p95 but received 3";
    expect(markdownText(text)).toBe(text);
  });
});

describe("renderMvpSloMarkdown", () => {
  it("keeps its table whole whatever the ids are", () => {
    fc.assert(
      fc.property(hostileText, (id) => {
        const markdown = renderMvpSloMarkdown(evaluated([troubledTurn(id === "" ? "x" : id)]));
        const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
        expect(rows).toHaveLength(9);
        for (const row of rows) expect(row.match(/\|/g)).toHaveLength(7);
      }),
      { numRuns: 100 },
    );
  });

  it("names verdict, figures, worst turns and violations", () => {
    const markdown = renderMvpSloMarkdown({
      ...evaluated([goodTurn("a"), troubledTurn("b")]),
      source: "run.ndjson",
    });
    expect(markdown).toContain("## ✗ MVP SLO gates: failed");
    expect(markdown).toContain("· run.ndjson");
    expect(markdown).toContain(
      "| ✗ Fail | **G1** Turn-open decision latency (NF-024) | p95 **500 ms** | ≤ 120 ms | 2 |",
    );
    expect(markdown).toContain("<details open><summary>Violations (5)</summary>\n\n");
  });

  it("stays small for a run of ten thousand bad turns", () => {
    const turns = sampleRun({ turns: 10_000, faults: 0.5, slowness: 3 });
    const incomplete = turns.map(({ turn_id }) => ({ turn_id, diagnostics: [] }));
    expect(renderMvpSloMarkdown({ ...evaluated(turns), incomplete }).length).toBeLessThan(40_000);
  });
});
