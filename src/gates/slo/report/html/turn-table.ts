/** The turns of the run as a table, in their order; those that stand out in a gate are marked. */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import type { MvpSloGateReport } from "../../slo-report.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import type { RunTurn } from "../long-run/run-turn.ts";
import { sampleNote } from "../sample-words.ts";
import {
  endsCorrectly,
  highestLimit,
  LATENCY_GATES,
  type LatencyGateId,
  turnFindings,
  turnLatency,
} from "../turn-figures.ts";
import { percent } from "./plot-scale.ts";
import { rowId } from "./turn-link.ts";

/** Most rows of the table. */
export const MOST_ROWS = 500;

/**
 * The turns to list, in the order of the run. Where not all can be listed, the turns that the report names
 * go first, then those that the report names or that stand out in a gate, then the first of the run. Of a sampled
 * run all turns are listed that were kept.
 */
export function listedTurns({ turns, report, sampled }: GateReportInput): RunTurn[] {
  const entries = turns.map((turn, at): RunTurn => ({ index: sampled?.indexes[at] ?? at, turn }));
  if (turns.length <= MOST_ROWS || sampled !== undefined) return entries;
  const named = new Set<string | undefined>([
    ...report.gates.flatMap(({ worst }) => worst.map(({ turn_id }) => turn_id)),
    ...report.violations.map(({ turn_id }) => turn_id),
  ]);
  const urgency = turns.map((turn) => {
    if (named.has(turn.turn_id)) return 0;
    return turnFindings(turn, report).length > 0 ? 1 : 2;
  });
  const inLine = [0, 1, 2].flatMap((wanted) => entries.filter(({ index }) => urgency[index] === wanted));
  return inLine.slice(0, MOST_ROWS).sort((a, b) => a.index - b.index);
}

/** The section with the table. */
export function turnTable(input: GateReportInput, listed: readonly RunTurn[]): Markup {
  const { report } = input;
  if (listed.length === 0) return NOTHING;
  const rows = listed.map((entry) => row(entry, report));
  return html`<section aria-labelledby="turns-title"><h2 id="turns-title">Turns <span class="count">${formatCount(report.samples)}</span></h2>
${note(input, listed.length)}
<div class="controls" hidden><label>Filter <input type="search" id="filter" placeholder="turn id, gate, terminal" autocomplete="off"></label><label><input type="checkbox" id="findings"> Only turns that stand out</label><output id="shown" aria-live="polite"></output></div>
<div class="scroll" role="region" aria-labelledby="turns-title" tabindex="0"><table id="turns">
<thead><tr>${HEADS.map(([name, unit]) => html`<th scope="col"${unit === "" ? NOTHING : html` class="num"`}>${name}${unit === "" ? NOTHING : html` <span class="unit">${unit}</span>`}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table></div></section>`;
}

const HEADS = [
  ["Turn", ""],
  ["Accepted", ""],
  ["Open", "ms"],
  ["First output", "ms"],
  ["Fence", "ms"],
  ["End to end", "ms"],
  ["Terminal", ""],
  ["Evidence", ""],
  ["Stands out in", ""],
] as const;

function note(input: GateReportInput, listed: number): Markup {
  const sample = sampleNote(input);
  if (sample !== undefined) return html`<p class="note">${sample}</p>`;
  const total = input.turns.length;
  if (listed === total) return NOTHING;
  return html`<p class="note">${formatCount(listed)} of ${formatCount(total)} turns are listed: those that the report names or that stand out in a gate, then the first of the run. The gates were evaluated on all of them.</p>`;
}

function row({ turn, index }: RunTurn, report: MvpSloGateReport): Markup {
  const findings = turnFindings(turn, report);
  const terminal = turn.terminal_events.map((event) => shortened(event, 16)).join(", ");
  const wrongEnd = turn.accepted && !endsCorrectly(turn);
  return html`<tr id="${rowId(index)}"${findings.length > 0 ? html` class="found"` : NOTHING}><th scope="row"><bdi>${shortened(turn.turn_id, 48)}</bdi></th><td>${turn.accepted ? "yes" : "no"}</td>${LATENCY_GATES.map((gate) => latencyCell(gate, turn, report))}<td${wrongEnd ? html` class="over"` : NOTHING}>${terminal === "" ? "none" : terminal}</td><td${turn.accepted && !turn.baseline_complete ? html` class="over"` : NOTHING}>${turn.baseline_complete ? "complete" : "incomplete"}</td><td class="marks">${findings.map((gate) => html`<span class="gate-id">${gate}</span>`)}</td></tr>
`;
}

/** Bars are drawn to twice the limit, so that the limit is in the middle of the cell in every row. */
function latencyCell(gate: LatencyGateId, turn: TurnMetrics, report: MvpSloGateReport): Markup {
  const latency = turnLatency(gate, turn, report.end_to_end_anchor);
  if (latency === undefined) return html`<td class="num none">–</td>`;
  if (latency.state === "missing") return html`<td class="num over">missing</td>`;
  const limit = highestLimit(report, gate);
  const isOver = latency.state === "negative" || latency.ms > limit;
  const share = limit > 0 ? Math.max(0, Math.min(100, (latency.ms / limit) * 50)) : 0;
  return html`<td class="num${isOver ? " over" : ""}" data-value="${latency.ms}" style="--bar:${percent(share)}">${latency.ms < 0 ? `-${formatCount(-latency.ms)}` : formatCount(latency.ms)}</td>`;
}
