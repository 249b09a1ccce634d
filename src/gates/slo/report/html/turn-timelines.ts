/**
 * The slowest turns as timelines on one axis, so that a reader sees in which part of the turn the time went
 * before opening a log.
 */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import type { MarkerName } from "../../latency-series.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { highestLimit, LATENCY_GATES, type LatencyGateId, turnLatency } from "../turn-figures.ts";
import { percent, ticks } from "./plot-scale.ts";
import type { TurnLink } from "./turn-link.ts";

/** Most turns that are drawn. */
const MOST_TIMELINES = 8;

/** A stretch between two markers; the lane tells which of them may overlap. */
interface Stretch {
  readonly name: string;
  readonly words: string;
  readonly from: MarkerName;
  readonly to: MarkerName;
  readonly lane: "turn" | "around";
}

const STRETCHES: readonly Stretch[] = [
  {
    name: "decide",
    words: "decision to open",
    from: "turn_open_proposed_at_ms",
    to: "turn_open_at_ms",
    lane: "turn",
  },
  {
    name: "wait",
    words: "wait for first output",
    from: "turn_open_at_ms",
    to: "first_output_at_ms",
    lane: "turn",
  },
  { name: "speak", words: "output", from: "first_output_at_ms", to: "turn_terminal_at_ms", lane: "turn" },
  {
    name: "hear",
    words: "ingress to playback",
    from: "audio_ingress_at_ms",
    to: "playback_started_at_ms",
    lane: "around",
  },
  {
    name: "fence",
    words: "cancel to fence",
    from: "cancel_accepted_at_ms",
    to: "cancel_fence_applied_at_ms",
    lane: "around",
  },
];

/** A turn with what makes it one of the slowest. */
interface SlowTurn {
  readonly turn: TurnMetrics;
  readonly gate: LatencyGateId;
  readonly ms: number;
  readonly limit: number;
}

/** The section with the timelines; nothing where no turn was measured. */
export function turnTimelines(input: GateReportInput, link: TurnLink): Markup {
  const slow = slowestTurns(input);
  if (slow.length === 0) return NOTHING;
  const to = Math.max(1, ...slow.map(({ turn }) => extent(turn).length));
  const axis = ticks({ from: 0, to, binWidth: 1, clipped: false });
  return html`<section aria-labelledby="slowest"><h2 id="slowest">Slowest turns</h2>
<p class="note">The turns that come nearest to a limit or exceed it most, each from its first marker on.</p>
<div class="timelines"><ul class="legend" aria-hidden="true">${STRETCHES.map(({ name, words }) => html`<li><span class="bar ${name}"></span>${words}</li>`)}</ul>
${slow.map((one) => timeline(one, to, link))}
<div class="axis" aria-hidden="true">${axis.map(({ at, label }) => html`<span style="left:${percent((at / to) * 100)}">${label}</span>`)}</div></div></section>`;
}

/** By the share of its limit that a latency takes, largest first; every turn once. */
function slowestTurns({ turns, report }: GateReportInput): SlowTurn[] {
  const named = new Set(report.gates.flatMap(({ worst }) => worst.map(({ turn_id }) => turn_id)));
  const found: SlowTurn[] = [];
  for (const turn of turns) {
    if (!named.has(turn.turn_id)) continue;
    const own = LATENCY_GATES.flatMap((gate): SlowTurn[] => {
      const latency = turnLatency(gate, turn, report.end_to_end_anchor);
      if (latency?.state !== "measured") return [];
      return [{ turn, gate, ms: latency.ms, limit: highestLimit(report, gate) }];
    });
    const [worst] = own.sort((left, right) => share(right) - share(left));
    if (worst !== undefined) found.push(worst);
  }
  return found.sort((left, right) => share(right) - share(left)).slice(0, MOST_TIMELINES);
}

const share = ({ ms, limit }: SlowTurn): number => ms / Math.max(1, limit);

function extent(turn: TurnMetrics): { readonly start: number; readonly length: number } {
  const marks = STRETCHES.flatMap(({ from, to }) => [turn[from], turn[to]]).filter(
    (mark) => mark !== undefined,
  );
  const start = Math.min(...marks);
  return { start, length: Math.max(...marks) - start };
}

function timeline({ turn, gate, ms, limit }: SlowTurn, to: number, link: TurnLink): Markup {
  const { start } = extent(turn);
  const bars = (lane: Stretch["lane"]) =>
    STRETCHES.filter((stretch) => stretch.lane === lane).map((stretch) => {
      const [begin, end] = [turn[stretch.from], turn[stretch.to]];
      if (begin === undefined || end === undefined || end < begin) return NOTHING;
      const left = percent(((begin - start) / to) * 100);
      const width = percent(((end - begin) / to) * 100);
      const title = `${stretch.words}: ${formatCount(end - begin)} ms`;
      return html`<span class="bar ${stretch.name}" style="left:${left};width:${width}" title="${title}"><span class="hidden">${title}. </span></span>`;
    });
  const isOver = ms > limit;
  return html`<div class="timeline"><div class="timeline-head">${link(turn.turn_id)} <span class="${isOver ? "over-limit" : "ms"}"><span class="gate-id">${gate}</span> ${formatCount(ms)} ms of ${formatCount(limit)}</span></div>
<div class="track"><div class="lane">${bars("turn")}</div><div class="lane thin">${bars("around")}</div></div></div>
`;
}
