/** What a check found about a subject: the failure at its smallest scenario, with the timeline. */
import type {
  CheckFailure,
  CheckResult,
  TimelineRow,
} from "../../../contracts/conformance/conformance-report.ts";
import { html, type Markup, NOTHING } from "../../../internal/report-text/markup.ts";
import { baselineSentence, subjectWord } from "../report-words.ts";
import { STANDING_WORDS, standingOf } from "../standing.ts";
import { anchorOf, cellAnchorOf, standingIcon } from "./standing-icon.ts";

/** The card of a result that needs care. */
export function failureCard(result: CheckResult, subject: number): Markup {
  const { check_id, title, requirement, source, reason, failure, baseline } = result;
  const standing = standingOf(result);
  return html`<article class="failure ${standing}" id="${anchorOf(subject, check_id)}" tabindex="-1">
<h4>${standingIcon(standing)} <a class="gate-id" href="#${anchorOf(subject, check_id)}">${check_id}</a> <span class="title">${title}</span> <span class="status-word">${STANDING_WORDS[standing]}</span></h4>
<p class="requirement">${requirement} <span class="origin">${source}</span></p>
${reason !== undefined && html`<p>${sentence(reason)}</p>`}
${baseline !== undefined && html`<p class="baseline"><span>Baseline.</span> <bdi>${baselineSentence(baseline)}</bdi></p>`}
${failure === undefined ? NOTHING : findings(failure)}
${backLink(subject, check_id)}
</article>
`;
}

/** One card for all checks of a subject that could not run for the same reason. */
export function reasonCard(
  reason: string,
  { results, subject }: { readonly results: readonly CheckResult[]; readonly subject: number },
): Markup {
  const items = results.map(
    ({ check_id, title }) =>
      html`<li id="${anchorOf(subject, check_id)}" tabindex="-1"><a class="gate-id" href="#${cellAnchorOf(subject, check_id)}">${check_id}</a> <span class="check-title">${title}</span></li>
`,
  );
  return html`<article class="failure could_not_run">
<h4>${standingIcon("could_not_run")} <span class="title">${sentence(reason)}</span> <span class="status-word">${STANDING_WORDS.could_not_run}, counts as failure</span></h4>
<ul class="checks">${items}</ul>
</article>
`;
}

const backLink = (subject: number, check_id: string): Markup =>
  html`<p class="back"><a href="#${cellAnchorOf(subject, check_id)}">↑ in the matrix</a></p>`;

const sentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

function findings(failure: CheckFailure): Markup {
  const { message, expected, received, likely_cause, replay, code, scenario_id, timeline } = failure;
  const facts: readonly (readonly [name: string, value: Markup | string | undefined])[] = [
    ["expected", expected],
    ["received", received],
    ["likely cause", likely_cause],
    ["requirement", failure.requirement],
    ["code", html`<code>${code}</code>`],
    ["scenario", scenario_id === undefined ? undefined : html`<code>${scenario_id}</code>`],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  return html`<p class="message">${sentence(message)}</p>
<dl class="compare">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${timeline.length > 0 && timelineTable(timeline, subjectWord(failure))}
<p class="replay"><span>rerun</span> <code>${replay}</code></p>`;
}

function timelineTable(rows: readonly TimelineRow[], subject: string): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Timeline"><table class="timeline"><caption class="hidden">Timeline of the smallest scenario that fails</caption>
<thead><tr><th scope="col" class="num">ms</th><th scope="col">world</th><th scope="col">${subject}</th><th scope="col">turn</th><th scope="col">detail</th></tr></thead>
<tbody>${rows.map((row, index) => timelineRow(row, rows[index - 1]?.at_ms))}</tbody></table></div>`;
}

/** The world on the left, the runtime on the right; rows of the same instant show their time once. */
function timelineRow(row: TimelineRow, before: number | undefined): Markup {
  const { at_ms, from, name, turn_id = "", detail, marked } = row;
  const what = html`${name}${marked === true && html` <strong class="mark">first bad</strong>`}`;
  const cells = from === "world" ? html`<td>${what}</td><td></td>` : html`<td></td><td>${what}</td>`;
  const isNew = at_ms !== before;
  return html`<tr class="${from}${marked === true && " marked"}${isNew && before !== undefined && " instant"}"><td class="num">${isNew ? at_ms : html`<span class="hidden">${at_ms}</span>`}</td>${cells}<td><bdi>${turn_id}</bdi></td><td>${detail}</td></tr>
`;
}
