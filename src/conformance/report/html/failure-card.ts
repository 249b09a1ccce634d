/** What a check found about a subject: the failure at its smallest scenario, with the timeline. */
import type {
  CheckFailure,
  CheckResult,
  TimelineRow,
} from "../../../contracts/conformance/conformance-report.ts";
import { html, type Markup, NOTHING } from "../../../internal/report-text/markup.ts";
import { anchorOf, STANDING_WORDS, standingIcon, standingOf } from "./standing.ts";

/** The card of a result that needs care. */
export function failureCard(result: CheckResult, subject: number): Markup {
  const { check_id, title, requirement, source, reason, failure, baseline } = result;
  const standing = standingOf(result);
  return html`<article class="failure ${standing}" id="${anchorOf(subject, check_id)}">
<h4>${standingIcon(standing)} <span class="gate-id">${check_id}</span> ${title} <span class="status-word">${STANDING_WORDS[standing]}</span></h4>
<p class="requirement">${requirement} <span class="origin">${source}</span></p>
${reason !== undefined && html`<p>${sentence(reason)}</p>`}
${baseline !== undefined && html`<p class="baseline">Baseline entry, ${baseline.status.replace("_", " ")}: ${baseline.reason} (<bdi>${baseline.issue}</bdi>, ${baseline.owner}, until ${baseline.expires})</p>`}
${failure === undefined ? NOTHING : findings(failure)}
</article>
`;
}

const sentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

function findings(failure: CheckFailure): Markup {
  const { message, expected, received, likely_cause, replay, code, timeline } = failure;
  return html`<p class="message">${sentence(message)}</p>
<dl class="compare"><div><dt>expected</dt><dd>${expected}</dd></div><div><dt>received</dt><dd>${received}</dd></div><div><dt>code</dt><dd><code>${code}</code> (${failure.requirement})</dd></div>${likely_cause !== undefined && html`<div><dt>likely cause</dt><dd>${likely_cause}</dd></div>`}</dl>
${timeline.length > 0 && timelineTable(timeline)}
<p class="replay"><span>rerun</span> <code>${replay}</code></p>`;
}

function timelineTable(rows: readonly TimelineRow[]): Markup {
  return html`<div class="scroll"><table class="timeline"><caption class="hidden">Timeline of the smallest scenario that fails</caption>
<thead><tr><th scope="col" class="num">ms</th><th scope="col"><span class="hidden">from</span></th><th scope="col">what</th><th scope="col">turn</th><th scope="col">detail</th></tr></thead>
<tbody>${rows.map(timelineRow)}</tbody></table></div>`;
}

function timelineRow({ at_ms, from, name, turn_id = "", detail, marked }: TimelineRow): Markup {
  const isWorld = from === "world";
  return html`<tr class="${from}${marked === true && " marked"}"><td class="num">${at_ms}</td><td><span aria-hidden="true">${isWorld ? "→" : "←"}</span><span class="hidden">${from}</span></td><td>${name}${marked === true && html` <strong class="mark">first bad</strong>`}</td><td><bdi>${turn_id}</bdi></td><td>${detail}</td></tr>
`;
}
