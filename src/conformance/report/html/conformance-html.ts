/**
 * The conformance report as one HTML file that needs nothing else: no request, no font, no image, and no
 * script to be read. Equal reports give equal bytes.
 */
import type { ConformanceReport, SubjectReport } from "../../../contracts/conformance/conformance-report.ts";
import { icon } from "../../../internal/report-text/icon.ts";
import { html, type Markup } from "../../../internal/report-text/markup.ts";
import { pageHead } from "../../../internal/report-text/page-head.ts";
import { countStanding } from "../report-words.ts";
import { careSection, notApplicable } from "./care-section.ts";
import { checkMatrix } from "./check-matrix.ts";
import { FAILURE_STYLE } from "./failure-style.ts";
import { MATRIX_SCRIPT } from "./matrix-script.ts";
import { MATRIX_STYLE } from "./matrix-style.ts";

/** The report as a complete HTML document. */
export function renderConformanceHtml(report: ConformanceReport): string {
  const verdict = report.passed ? "Passed" : "Failed";
  const title = `${verdict}: conformance, ${report.profile} profile`;
  const head = pageHead({ title, style: MATRIX_STYLE + FAILURE_STYLE, hasScript: true });
  const page = html`${head}
<body>
<a class="skip" href="#checks">Skip to the checks</a>
<div class="page">
${header(report)}
<main>
<h2 id="checks">Checks</h2>
<p class="controls" hidden><label><input type="checkbox"> only checks that need care</label></p>
${checkMatrix(report)}
${careSection(report)}
${notApplicable(report)}
</main>
<footer>
<p>A check that could not run counts as failed. Not applicable means that the subject does not declare the capability that the check needs.</p>
<p>Written by <code>rspp-contracts conformance</code> with kit ${report.kit_version} and seed ${report.seed}. This file makes no request and needs no script to be read.</p>
</footer>
</div>
<script>${{ markup: MATRIX_SCRIPT }}</script>
</body>
</html>
`;
  return page.markup;
}

function header({ passed, profile, seed, subjects }: ConformanceReport): Markup {
  const good = subjects.filter((subject) => subject.passed).length;
  const total = (of: keyof SubjectReport["summary"]) =>
    subjects.reduce((sum, { summary }) => sum + summary[of], 0);
  const counts: [string, number][] = [
    ["passed", total("pass")],
    ["failed", total("fail")],
    [total("warn") === 1 ? "warning" : "warnings", total("warn")],
    ["known", total("known")],
    ["stale in the baseline", countStanding(subjects, "stale")],
    ["expired in the baseline", countStanding(subjects, "expired")],
    ["could not run", total("could_not_run")],
    ["not applicable", total("not_applicable")],
  ];
  const shown = counts.filter(([name, count]) => count > 0 || name === "passed" || name === "failed");
  return html`<header class="verdict ${passed ? "pass" : "fail"}">
<p class="eyebrow"><span>Conformance</span><span>${profile} profile</span><span>seed ${seed}</span><span>${total("executed")} of ${total("expected")} checks executed</span></p>
<div class="headline">${icon(passed ? "check" : "cross")}<div><h1>${passed ? "Passed" : "Failed"}</h1><p>${good} of ${subjects.length} ${subjects.length === 1 ? "subject keeps" : good === 1 ? "subjects keeps" : "subjects keep"} the contract.</p></div></div>
<dl class="counts">${shown.map(([name, count]) => html`<div><dt>${name}</dt><dd>${count}</dd></div>`)}</dl>
</header>`;
}
