import { describe, expect, it } from "vitest";

import {
  largeReport,
  reportOf,
  reportWithText,
  resultOf,
  sampleReport,
  subjectOf,
} from "../report.test-kit.ts";
import { readPage } from "../report-format.test-kit.ts";
import { renderConformanceHtml } from "./conformance-html.ts";
import { MATRIX_SCRIPT } from "./matrix-script.ts";

describe("renderConformanceHtml", () => {
  const page = renderConformanceHtml(sampleReport());
  const { tags } = readPage(page);
  const count = (name: string) => tags.filter((tag) => tag === name).length;

  it("is one file that loads nothing and says so", () => {
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'`,
    );
    expect(/\b(?:src|srcset|poster)=|url\(|@import/.exec(page)).toBeNull();
    expect(count("script")).toBe(1);
    expect(MATRIX_SCRIPT).not.toMatch(/innerHTML|eval|fetch|write/);
  });

  it("has a row for each check and a cell for each subject", () => {
    const matrix = page.slice(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    expect(matrix.match(/<tr/g)).toHaveLength(10);
    expect(matrix.match(/<td/g)).toHaveLength(30);
    expect(matrix.match(/<td class="could_not_run"/g)).toHaveLength(11);
    expect(matrix.match(/<tr class="calm">/g)).toBeNull();
    const calm = renderConformanceHtml(reportOf([subjectOf([resultOf("pass"), resultOf("fail", 1)])]));
    expect(calm.match(/<tr class="calm">/g)).toHaveLength(1);
  });

  it("leads from each cell that needs care to what was found, and back", () => {
    const cells = [...page.matchAll(/<a id="(m[^"]*)" href="#(s[^"]*)"/g)];
    expect(cells).toHaveLength(16);
    for (const [, cell, place] of cells) {
      expect(page).toContain(` id="${place}" tabindex="-1"`);
      expect(page).toContain(` href="#${cell}"`);
    }
  });

  it("gives any id an address without characters that an address encodes", () => {
    const odd = renderConformanceHtml(reportWithText('a b%20"<é🙂'));
    const ids = [...odd.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(ids).toContain("s1-1a_20_b_25_20_22__3c__e9__1f642_");
  });

  it("tells checks that could not run for one reason once", () => {
    expect(page.match(/<article class="failure could_not_run">/g)).toHaveLength(2);
    expect(page.match(/<li id="s3-/g)).toHaveLength(10);
  });

  it("marks the first bad row of a timeline in words", () => {
    expect(page).toMatch(
      /<tr class="subject marked">.*output_accepted <strong class="mark">first bad<\/strong>/,
    );
  });

  it("says in words what colour and shape say", () => {
    for (const words of ["passed", "failed", "warning", "known failure", "could not run", "not applicable"])
      expect(page).toContain(`<span class="word">${words}</span>`);
  });

  it("stands names upright where there are many, and keeps the end that tells them apart", () => {
    const large = renderConformanceHtml(largeReport());
    expect(large).toContain('class="scroll matrix dense"');
    expect(page).not.toContain('matrix dense"');
    expect(large).toContain("<bdi>realtime-spee…me-for-edge-22</bdi>");
    expect(large).toContain('title="realtime-speech-pipeline-runtime-for-edge-22 1.2.0: failed"');
  });

  it("lists who lacks what, and says why nothing is proven", () => {
    expect(page).toMatch(/<bdi>loopback 1\.2\.0<\/bdi><\/th><td>[^<]*&quot;replay&quot;<\/td><td>CF-007</);
    const none = renderConformanceHtml(reportOf([subjectOf([resultOf("not_applicable")])]));
    expect(none).toContain("No check was executed, so nothing is proven.");
    const fine = renderConformanceHtml(reportOf([subjectOf([resultOf("pass")])]));
    expect(fine).not.toContain("What needs care");
    expect(fine).toContain("<h1>Passed</h1>");
  });
});
