/** A verification as one HTML file that needs nothing else; it links to the reports beside it. */
import type { GateResult } from "../../../contracts/deploy/gate-run.ts";
import { icon } from "../../../internal/report-text/icon.ts";
import { html, type Markup, NOTHING } from "../../../internal/report-text/markup.ts";
import { pageHead } from "../../../internal/report-text/page-head.ts";
import { shortened } from "../../../internal/report-text/printable-text.ts";
import { VERIFY_STYLE } from "./verify-style.ts";
import {
  figureWords,
  readinessSentence,
  STATUS_WORDS,
  VERDICT_WORDS,
  type VerifyReport,
  verifySentence,
} from "./verify-words.ts";

const ICONS = { pass: "check", fail: "cross", inconclusive: "query", unreadable: "cross" } as const;
const CLASSES = { pass: "pass", fail: "fail", inconclusive: "inconclusive", unreadable: "fail" } as const;
const GATE_ICONS = { pass: "check", fail: "cross", not_observed: "query", not_evaluated: "query" } as const;
const LISTED = 30;

/** The report as a complete HTML document. */
export function renderVerifyHtml({ outcome, written }: VerifyReport): string {
  const { verdict, run, readiness, optional } = outcome;
  const cards = run.results.map((result) => gateCard(result, optional.has(result.gate_id)));
  const files = written.map(
    ({ file, title, sha256 }) =>
      html`<tr><td><a href="${file}">${title}</a></td><td><code>${sha256}</code></td></tr>`,
  );
  const checks = readiness.checks.map(
    (check) =>
      html`<tr><td>${check.id}</td><td>${check.status === "fail" ? `fail (${check.reason})` : check.status.replaceAll("_", " ")}</td><td>${check.status === "fail" ? `${check.message}. ${check.hint}` : ""}</td></tr>`,
  );
  const title = `${VERDICT_WORDS[verdict]}: verify ${run.profile}, ${run.candidate_ref}`;
  const head = pageHead({ title, style: VERIFY_STYLE });
  const page = html`${head}
<body>
<a class="skip" href="#gates">Skip to the gates</a>
<div class="page">
<header class="${CLASSES[verdict]}">
<p class="eyebrow"><span>Verify ${run.profile}</span><span>${run.candidate_ref}</span><span>${run.started_at}</span></p>
<div class="headline">${icon(ICONS[verdict])}<div><h1>${VERDICT_WORDS[verdict]}</h1><p>${verifySentence(outcome)}</p></div></div>
</header>
<main>
<section aria-labelledby="gates"><h2 id="gates">Gates <span class="count">${run.results.length}</span></h2>
${cards}
</section>
<section aria-labelledby="readiness"><h2 id="readiness">Release readiness</h2>
<p>${readinessSentence(readiness)}</p>
<div class="scroll"><table><thead><tr><th>Report</th><th>Status</th><th>What to do</th></tr></thead><tbody>${checks}</tbody></table></div>
</section>
<section aria-labelledby="reports"><h2 id="reports">Reports</h2>
<div class="scroll"><table class="hash"><thead><tr><th>Report</th><th>SHA-256</th></tr></thead><tbody>${files}</tbody></table></div>
</section>
</main>
<footer><p>Written by <code>rspp-contracts verify</code>. This file makes no request and needs no script to be read.</p></footer>
</div>
</body>
</html>
`;
  return page.markup;
}

function gateCard(result: GateResult, isOptional: boolean): Markup {
  const { gate_id, status, violations } = result;
  const figures = figureWords(result);
  const items = violations
    .slice(0, LISTED)
    .map(({ code, message }) => html`<li><code>${code}</code> ${shortened(message, 600)}</li>`);
  const rest = violations.length - items.length;
  return html`<article class="gate ${status}" aria-labelledby="gate-${gate_id}">
<h3 id="gate-${gate_id}">${icon(GATE_ICONS[status])}<span>${gate_id}</span> <span class="count">${STATUS_WORDS[status]}${isOptional && ", told only"}</span></h3>
${figures === "" ? NOTHING : html`<p class="facts">${figures}</p>`}
${violations.length === 0 ? NOTHING : html`<ul class="reasons">${items}${rest > 0 && html`<li>and ${rest} more</li>`}</ul>`}
</article>
`;
}
