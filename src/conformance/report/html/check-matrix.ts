/** The matrix: a row for each check, a column for each subject. */
import type {
  CheckResult,
  ConformanceReport,
  SubjectReport,
} from "../../../contracts/conformance/conformance-report.ts";
import { html, type Markup } from "../../../internal/report-text/markup.ts";
import { nameOf, needsCare, STANDING_WORDS, standingOf } from "../standing.ts";
import { anchorOf, cellAnchorOf, standingIcon } from "./standing-icon.ts";

/** Beyond this many subjects their names stand upright. */
const MOST_LEVEL_NAMES = 5;

/** Most characters of a name at the head of a column; its title has all of it. */
const LONGEST_NAME = 28;

/** The matrix of a report. Rows that need no care are marked for the filter. */
export function checkMatrix({ subjects }: ConformanceReport): Markup {
  const checks = new Map<string, CheckResult>();
  for (const { results } of subjects)
    for (const result of results) if (!checks.has(result.check_id)) checks.set(result.check_id, result);
  const found = subjects.map(({ results }) => new Map(results.map((result) => [result.check_id, result])));
  const isDense = subjects.length > MOST_LEVEL_NAMES;
  const rows = [...checks.values()].map((check) =>
    row(
      check,
      found.map((results) => results.get(check.check_id)),
    ),
  );
  return html`<div class="scroll matrix${isDense && " dense"}" tabindex="0" role="region" aria-label="Checks by subject"><table>
<thead><tr><th scope="col">check</th>${subjects.map(head)}</tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">executed</th>${subjects.map(({ summary }) => html`<td title="${summary.executed} of ${summary.expected} checks executed">${summary.executed}<span class="of">/${summary.expected}</span></td>`)}</tr></tfoot>
</table></div>`;
}

/** Names of many subjects begin alike and differ at the end, so the middle goes. */
function shortName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST_NAME) return name;
  const side = (LONGEST_NAME - 1) / 2;
  return `${characters.slice(0, Math.floor(side)).join("")}…${characters.slice(-Math.ceil(side)).join("")}`;
}

function head({ name, version, passed }: SubjectReport): Markup {
  const verdict = passed ? "passed" : "failed";
  return html`<th scope="col" class="${passed ? "pass" : "fail"}" title="${nameOf({ name, version })}: ${verdict}"><div>${standingIcon(passed ? "pass" : "fail")}<span class="hidden">${verdict}</span><span class="name"><bdi>${shortName(name)}</bdi> <small><bdi>${shortName(version)}</bdi></small></span></div></th>`;
}

function row(check: CheckResult, results: readonly (CheckResult | undefined)[]): Markup {
  const isCalm = results.every((result) => result !== undefined && !needsCare(standingOf(result)));
  return html`<tr${isCalm && html` class="calm"`}><th scope="row" title="${check.title}"><div><span class="gate-id">${check.check_id}</span>${check.level === "SHOULD" && html` <span class="level">should</span>`} <span class="check-title">${check.title}</span></div></th>${results.map((result, subject) => cell(result, subject))}</tr>
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
  const { check_id } = result;
  return html`<td class="${standing}" title="${label}"><a id="${cellAnchorOf(subject, check_id)}" href="#${anchorOf(subject, check_id)}">${inside}<span class="hidden">${check_id}</span></a></td>`;
}
