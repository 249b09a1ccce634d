/** The matrix: a row for each check, a column for each subject. */
import type { CheckResult, ConformanceReport } from "../../../contracts/conformance/conformance-report.ts";
import { html, type Markup } from "../../../internal/report-text/markup.ts";
import { anchorOf, nameOf, needsCare, STANDING_WORDS, standingIcon, standingOf } from "./standing.ts";

/** Beyond this many subjects their names stand upright. */
const MOST_LEVEL_NAMES = 5;

/** The matrix of a report. Rows that need care are marked for the filter. */
export function checkMatrix({ subjects }: ConformanceReport): Markup {
  const checks = new Map<string, CheckResult>();
  for (const { results } of subjects)
    for (const result of results) if (!checks.has(result.check_id)) checks.set(result.check_id, result);
  const found = subjects.map(({ results }) => new Map(results.map((result) => [result.check_id, result])));
  const isDense = subjects.length > MOST_LEVEL_NAMES;
  const heads = subjects.map(
    (subject) =>
      html`<th scope="col" class="${subject.passed ? "pass" : "fail"}"><span><bdi>${nameOf(subject)}</bdi></span></th>`,
  );
  const rows = [...checks.values()].map((check) =>
    row(
      check,
      found.map((results) => results.get(check.check_id)),
    ),
  );
  return html`<div class="scroll matrix${isDense ? " dense" : ""}" tabindex="0" role="region" aria-label="Checks by subject"><table>
<thead><tr><th scope="col">check</th>${heads}</tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">executed</th>${subjects.map(({ summary }) => html`<td>${summary.executed}/${summary.expected}</td>`)}</tr></tfoot>
</table></div>`;
}

function row(check: CheckResult, results: readonly (CheckResult | undefined)[]): Markup {
  const isCalm = results.every((result) => result !== undefined && !needsCare(standingOf(result)));
  return html`<tr${isCalm && html` class="calm"`}><th scope="row"><span class="gate-id">${check.check_id}</span> <span class="check-title">${check.title}</span>${check.level === "SHOULD" && html` <span class="level">should</span>`}</th>${results.map((result, subject) => cell(result, subject))}</tr>
`;
}

function cell(result: CheckResult | undefined, subject: number): Markup {
  if (result === undefined)
    return html`<td class="not_applicable"><span class="hidden">not in this run</span></td>`;
  const standing = standingOf(result);
  const words = STANDING_WORDS[standing];
  const why = result.failure?.code ?? result.reason;
  const inside = html`${standingIcon(standing)}<span class="word">${words}</span>`;
  const label = why === undefined ? words : `${words}: ${why}`;
  if (!needsCare(standing)) return html`<td class="${standing}" title="${label}">${inside}</td>`;
  return html`<td class="${standing}" title="${label}"><a href="#${anchorOf(subject, result.check_id)}">${inside}</a></td>`;
}
