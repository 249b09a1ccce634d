/** What needs care, subject by subject, and what did not apply. */
import type { ConformanceReport, SubjectReport } from "../../../contracts/conformance/conformance-report.ts";
import { html, type Markup, NOTHING } from "../../../internal/report-text/markup.ts";
import { groupByReason } from "../report-words.ts";
import { nameOf, needsCare, standingOf, untoldFailure } from "../standing.ts";
import { failureCard, reasonCard } from "./failure-card.ts";

/** The results that need care; nothing when there are none. */
export function careSection({ subjects }: ConformanceReport): Markup {
  const sections = subjects.map(subjectSection);
  if (sections.every((section) => section === NOTHING)) return NOTHING;
  return html`<h2 id="care">What needs care</h2>
${sections}`;
}

function subjectSection(subject: SubjectReport, index: number): Markup {
  const results = subject.results.filter((result) => needsCare(standingOf(result)));
  const untold = untoldFailure(subject);
  if (results.length === 0 && untold === undefined) return NOTHING;
  const single = results.filter((result) => standingOf(result) !== "could_not_run");
  const about = [subject.language, subject.capabilities.join(", ")].filter((part) => part);
  return html`<section><h3><bdi>${nameOf(subject)}</bdi>${about.length > 0 && html` <small>${about.join("; ")}</small>`}</h3>
${untold !== undefined && html`<p class="untold">${untold}.</p>`}
${groupByReason(results, "could_not_run").map(({ reason, check_ids }) => {
  const wanted = new Set(check_ids);
  return reasonCard(reason, {
    results: results.filter(({ check_id }) => wanted.has(check_id)),
    subject: index,
  });
})}
${single.map((result) => failureCard(result, index))}</section>
`;
}

/** Which subject lacks what, with the checks that did not apply for that. */
export function notApplicable({ subjects }: ConformanceReport): Markup {
  const rows = subjects.flatMap((subject) =>
    groupByReason(subject.results, "not_applicable").map(
      ({ reason, check_ids }) =>
        html`<tr><th scope="row"><bdi>${nameOf(subject)}</bdi></th><td>${reason}</td><td>${check_ids.join(", ")}</td></tr>
`,
    ),
  );
  if (rows.length === 0) return NOTHING;
  return html`<h2 id="not-applicable">Not applicable</h2>
<details><summary>What subjects do not declare, and the checks that need it</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Checks that did not apply"><table class="reasons">
<thead><tr><th scope="col">subject</th><th scope="col">reason</th><th scope="col">checks</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>`;
}
