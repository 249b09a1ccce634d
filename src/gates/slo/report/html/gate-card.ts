/** One gate: status, figures against limits, and the turns behind them as a picture. */

import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import type { MvpSloGateValue } from "../../slo-report.ts";
import type { FigureStrength } from "../../strength/strength-report.ts";
import {
  breaksLimit,
  formatCount,
  formatFigure,
  formatHeadroom,
  formatShare,
  gateTitle,
  STATUS_WORDS,
} from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { GATE_SOURCES } from "../gate-source.ts";
import { intervalWords, strengthOf } from "../profile/figure-words.ts";
import type { ShownGate } from "../profile/shown-gate.ts";
import { COUNTING_GATES, type CountingGateId, LATENCY_GATES } from "../turn-figures.ts";
import { distributionOf, type LatencyDistribution, latencyAt, turnsOver } from "./latency-distribution.ts";
import { latencyPlot } from "./latency-plot.ts";
import type { PlotFlag } from "./plot-flags.ts";
import { statusIcon } from "./status-icon.ts";
import type { TurnLink } from "./turn-link.ts";
import { turnWaffle } from "./turn-waffle.ts";

/** The card of a gate. */
export function gateCard(gate: ShownGate, input: GateReportInput, link: TurnLink): Markup {
  const { gate_id, status, covered_turns, values } = gate;
  const heading = `${gate_id.toLowerCase()}-title`;
  return html`<article class="gate ${status}" id="${gate_id}" aria-labelledby="${heading}">
<div class="facts">
<p class="status ${status}">${statusIcon(status)} ${STATUS_WORDS[status]}<span class="source">${GATE_SOURCES[gate_id]}</span></p>
<h3 id="${heading}"><span class="gate-id">${gate_id}</span> ${gateTitle(gate)}</h3>
<dl class="figures">${values.map((value) => figure(value, strengthOfFigure(gate, value, input)))}</dl>
<p class="covered">${formatCount(covered_turns)} ${covered_turns === 1 ? "turn" : "turns"} covered</p>
</div>
<div class="picture">${picture(gate, input)}${worstTurns(gate, link)}</div>
</article>`;
}

function figure(value: MvpSloGateValue, strength: FigureStrength | undefined): Markup {
  const { name, observed, unit, bound, limit } = value;
  const words = { count: "offending turns", ratio: "share of turns" }[name] ?? name;
  const limitWords = `${bound === "max" ? "at most" : "at least"} ${formatFigure(limit, unit)}`;
  const headroom = formatHeadroom(value);
  return html`<div${breaksLimit(value) ? html` class="broken"` : NOTHING}><dt>${words}</dt>
<dd class="observed">${observed === undefined ? "–" : formatFigure(observed, unit)}</dd>
<dd class="limit">${limitWords}${headroom === undefined ? NOTHING : html`<br>${headroom}`}${known(strength)}</dd></div>`;
}

function strengthOfFigure(
  gate: ShownGate,
  value: MvpSloGateValue,
  { profile }: GateReportInput,
): FigureStrength | undefined {
  return profile && strengthOf(profile, { ...value, gate_id: gate.gate_id });
}

/** How much the turns say about the percentile, where anything is told of it. */
function known(strength: FigureStrength | undefined): Markup {
  if (strength === undefined || strength.n === 0) return NOTHING;
  const { confidence, samples_to_decide, n } = strength;
  const wanted =
    strength.verdict === "inconclusive" && samples_to_decide !== undefined
      ? html`<br>${formatCount(samples_to_decide)} turns would decide it`
      : NOTHING;
  return html`<br><span title="${strength.message}">${intervalWords(strength)} ms at ${formatShare(confidence)}, n = ${formatCount(n)}</span>${wanted}`;
}

function picture(gate: ShownGate, input: GateReportInput): Markup {
  const latency = LATENCY_GATES.find((id) => id === gate.gate_id);
  if (latency !== undefined) return latencyPicture({ ...gate, gate_id: latency }, input);
  const counting: CountingGateId | undefined = COUNTING_GATES.find((id) => id === gate.gate_id);
  if (counting === undefined || gate.covered_turns === 0) return html`<p class="empty">No accepted turns</p>`;
  return turnWaffle(counting, input);
}

function latencyPicture(gate: Parameters<typeof distributionOf>[0], input: GateReportInput): Markup {
  const distribution = distributionOf(gate, input);
  const { ms, total, unmeasured } = distribution;
  const lost =
    unmeasured === 0
      ? NOTHING
      : html` <strong>${formatCount(unmeasured)} covered ${unmeasured === 1 ? "turn" : "turns"} could not be measured.</strong>`;
  if (total === 0) {
    const words = gate.status === "not_evaluated" ? "No end-to-end markers" : "No turn covered";
    return html`<p class="empty">${words}${lost}</p>`;
  }
  const flags = flagsOf(gate, distribution);
  const figures = flags.map((flag) => `${flag.name} ${formatCount(flag.ms)} ms`).join(", ");
  const label = `Distribution of ${gate.title} over ${formatCount(total)} turns: ${figures}`;
  const limits = gate.values.map(({ limit }) => limit);
  const over = turnsOver(distribution, Math.max(...limits));
  const overWords = over === 0 ? "None is" : over === 1 ? "1 is" : `${formatCount(over)} are`;
  return html`${latencyPlot({ label, distribution, flags, limits })}
<p class="caption">${formatCount(total)} ${total === 1 ? "turn" : "turns"} from ${formatCount(ms[0] ?? 0)} to ${formatCount(ms.at(-1) ?? 0)} ms. ${overWords} over the ${limits.length > 1 ? "p95 limit" : "limit"}.${lost}</p>`;
}

/** Limits first, then the percentiles from right to left, so that the lines step down like stairs. */
function flagsOf({ values }: Pick<ShownGate, "values">, distribution: LatencyDistribution): PlotFlag[] {
  const many = values.length > 1;
  const limits = values.map(
    ({ name, limit }): PlotFlag => ({ kind: "limit", name: many ? `${name} limit` : "limit", ms: limit }),
  );
  const [p95 = 0, p50 = 0] = [95, 50].map((percent) =>
    latencyAt(distribution, Math.ceil((percent * distribution.total) / 100) - 1),
  );
  const drawn = [
    { name: "p95", ms: p95 },
    { name: "p50", ms: p50 },
  ].map(({ name, ms }): PlotFlag => {
    const isBroken = values.some((value) => value.name === name && breaksLimit(value));
    return { kind: isBroken ? "broken" : "percentile", name, ms };
  });
  return [...limits.reverse(), ...drawn];
}

function worstTurns({ worst, values }: ShownGate, link: TurnLink): Markup {
  if (worst.length === 0) return NOTHING;
  const isLatency = values[0]?.unit === "ms";
  const items = worst.map(
    ({ turn_id, observed }) =>
      html`<li>${link(turn_id)}${isLatency ? html` <span class="ms">${formatCount(observed)} ms</span>` : NOTHING}</li>`,
  );
  return html`<div class="worst"><span>${isLatency ? "Slowest" : "Among them"}</span><ul>${items}</ul></div>`;
}
