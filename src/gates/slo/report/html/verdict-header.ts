/** The top of the page: the verdict, the run in numbers, and the seven gates at a glance. */

import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import type { MvpSloGateId, MvpSloGateValue } from "../../slo-report.ts";
import {
  breaksLimit,
  formatCount,
  formatFigure,
  formatLimitSign,
  gateTitle,
  STATUS_WORDS,
} from "../format-figure.ts";
import { type GateReportInput, titleOf } from "../gate-report-input.ts";
import { VERDICT_WORDS } from "../gate-verdict.ts";
import { runSentence, runVerdict } from "../profile/run-verdict.ts";
import { type ShownGate, shownGates } from "../profile/shown-gate.ts";
import { percent } from "./plot-scale.ts";
import { statusIcon, verdictIcon } from "./status-icon.ts";

/** The header of the page. */
export function verdictHeader(input: GateReportInput): Markup {
  const { source, generatedAt } = input;
  const verdict = runVerdict(input);
  const origin = [source, generatedAt].filter((part) => part !== undefined);
  return html`<header class="verdict ${verdict}">
<p class="eyebrow"><span>${titleOf(input)}</span>${origin.map((part) => html`<span><bdi>${part}</bdi></span>`)}</p>
<div class="headline">${verdictIcon(verdict)}<div><h1>${VERDICT_WORDS[verdict]}</h1><p>${runSentence(input)}.</p></div></div>
<dl class="counts">${countsOf(input)}</dl>
<nav class="tiles" aria-label="Gates">${shownGates(input).map(tile)}</nav>
</header>`;
}

function countsOf({ report }: GateReportInput): Markup[] {
  const counts: [string, string][] = [
    ["turns", formatCount(report.samples)],
    ["accepted", formatCount(report.accepted_turns)],
    ["happy path", formatCount(report.happy_path_turns)],
    ["with a cancel", formatCount(report.cancel_observed_turns)],
  ];
  if (report.end_to_end_anchor !== undefined) counts.push(["end-to-end anchor", report.end_to_end_anchor]);
  return counts.map(([name, count]) => html`<div><dt>${name}</dt><dd>${count}</dd></div>`);
}

const SHORT_TITLES: Readonly<Record<MvpSloGateId, string>> = {
  G1: "Turn open",
  G2: "First output",
  G3: "Cancel fence",
  G4: "Authority",
  G5: "Evidence",
  G6: "Terminal",
  G7: "End to end",
};

function tile(gate: ShownGate): Markup {
  const { gate_id, status, values } = gate;
  return html`<a class="tile ${status}" href="#${gate_id}" title="${gateTitle(gate)}: ${STATUS_WORDS[status]}">
<span class="tile-head">${statusIcon(status)}<span class="gate-id">${gate_id}</span><span class="hidden">${STATUS_WORDS[status]}</span></span>
<span class="tile-title">${SHORT_TITLES[gate_id]}</span>
${values.map((value) => tileFigure(value, values.length > 1))}</a>`;
}

function tileFigure(value: MvpSloGateValue, isOneOfTwo: boolean): Markup {
  const { name, observed, unit } = value;
  const text = observed === undefined ? "–" : formatFigure(observed, unit);
  const label = isOneOfTwo ? html`<span class="tile-name">${name}</span> ` : NOTHING;
  const limit = isOneOfTwo ? NOTHING : html`<span class="tile-limit">${formatLimitSign(value)}</span>`;
  return html`<span class="tile-figure${breaksLimit(value) ? " broken" : ""}">${label}${text}</span>${unit === "ms" ? meter(value) : NOTHING}${limit}`;
}

/** The limit stands at three quarters of the meter, so that exceeding it can be seen. */
function meter(value: MvpSloGateValue): Markup {
  const { observed = 0, limit } = value;
  const share = limit > 0 ? Math.min(100, (observed / limit) * 75) : observed > 0 ? 100 : 0;
  return html`<span class="meter${breaksLimit(value) ? " broken" : ""}" aria-hidden="true"><span style="width:${percent(share)}"></span></span>`;
}
