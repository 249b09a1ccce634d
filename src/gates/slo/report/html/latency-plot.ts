/**
 * The distribution of a latency against its limit: a dot a turn, or bars where there are too many turns.
 *
 * Places along the axis are percentages, so the drawing fits every width while its text keeps its size.
 */

import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import { formatCount } from "../format-figure.ts";
import { binLatencies, drawnAt, type LatencyBin } from "./latency-bins.ts";
import { type LatencyDistribution, latencyAt } from "./latency-distribution.ts";
import { type PlotFlag, plotFlags } from "./plot-flags.ts";
import { type PlotScale, percent, plotScale, position, ticks } from "./plot-scale.ts";

/** What a plot shows. */
export interface LatencyPlot {
  /** Accessible name of the drawing. */
  readonly label: string;
  readonly distribution: LatencyDistribution;
  readonly flags: readonly PlotFlag[];
  readonly limits: readonly number[];
}

/** Turns up to which each has a dot of its own. */
const MOST_DOTS = 600;

const DOT = { radius: 3.3, pitch: 7, lowestPitch: 3.2 } as const;
const STACK_HEIGHT = 118;
const FLAG_HEIGHT = 17;
const CALLOUT_HEIGHT = 15;
const AXIS_HEIGHT = 24;

/** The drawing as inline SVG. */
export function latencyPlot({ label, distribution, flags, limits }: LatencyPlot): Markup {
  const scale = plotScale(distribution, limits);
  const bins = binLatencies(distribution, scale);
  const highest = Math.max(1, ...bins.map(({ turns }) => turns));
  const pitch = Math.min(DOT.pitch, STACK_HEIGHT / highest);
  const asDots = distribution.total <= MOST_DOTS && pitch >= DOT.lowestPitch;
  const heightOf = ({ turns }: LatencyBin) =>
    asDots ? turns * pitch : Math.max(1.5, (turns / highest) * STACK_HEIGHT);

  const worst = worstOf(distribution);
  const top = flags.length * FLAG_HEIGHT + 6;
  const callouts = worst.length * CALLOUT_HEIGHT;
  const tallest = Math.max(...bins.map(heightOf), 0);
  const base = top + Math.max(tallest + 10, callouts + heightNearCallouts(bins, scale, heightOf, worst) + 12);
  const limit = Math.max(...limits);
  const beyond = position(scale, limit);

  return html`<svg class="plot" role="img" aria-label="${label}" width="100%" height="${base + AXIS_HEIGHT}">
<rect class="beyond" x="${percent(beyond)}" y="${top}" width="${percent(100 - beyond)}" height="${base - top}"/>
${axis(scale, base)}
${bins.map((bin) => (asDots ? dots(bin, scale, { distribution, base, pitch, limit }) : bar(bin, scale, { base, height: heightOf(bin), limit })))}
${plotFlags(flags, scale, { laneHeight: FLAG_HEIGHT, base })}
${worst.map((turn, index) => callout(turn, index, { scale, worst, top, target: base - 4 }))}
</svg>`;
}

/** A turn that is named in the drawing. */
interface NamedTurn {
  readonly turn_id: string;
  readonly ms: number;
}

/** The three slowest turns, slowest first. */
function worstOf(distribution: LatencyDistribution): NamedTurn[] {
  return [1, 2, 3].flatMap((place) => {
    const rank = distribution.total - place;
    const [turn_id, ms] = [distribution.turnId(rank), latencyAt(distribution, rank)];
    return rank < 0 || turn_id === undefined || ms === undefined ? [] : [{ turn_id, ms }];
  });
}

/** How high the tallest stack under the callouts is, as seen at a usual width. */
function heightNearCallouts(
  bins: readonly LatencyBin[],
  scale: PlotScale,
  heightOf: (bin: LatencyBin) => number,
  worst: readonly NamedTurn[],
): number {
  const places = worst.map(({ ms }) => position(scale, ms));
  const reach = 24;
  const [from, to] = [Math.min(...places) - reach, Math.max(...places) + (isLeft(places[0]) ? reach : 1)];
  const near = bins.filter((bin) => {
    const place = position(scale, bin.to);
    return place >= from && place <= to;
  });
  return Math.max(0, ...near.map(heightOf));
}

const isLeft = (place: number | undefined) => place !== undefined && place < 40;

function axis(scale: PlotScale, base: number): Markup {
  const marks = ticks(scale).map(({ at, label }) => {
    const x = percent(position(scale, at));
    const place = position(scale, at);
    const anchor = place < 3 ? "start" : place > 94 ? "end" : "middle";
    return html`<line class="tick" x1="${x}" x2="${x}" y1="${base}" y2="${base + 5}"/><text class="tick-label" x="${x}" y="${base + 18}" text-anchor="${anchor}">${label}</text>`;
  });
  const end = scale.clipped ? percent(position(scale, scale.to)) : "100%";
  const strip = scale.clipped
    ? html`<line class="axis strip" x1="${end}" x2="100%" y1="${base}" y2="${base}"/>`
    : NOTHING;
  return html`<line class="axis" x1="0" x2="${end}" y1="${base}" y2="${base}"/>${strip}${marks}`;
}

function dots(
  { from, first, turns }: LatencyBin,
  scale: PlotScale,
  {
    distribution,
    base,
    pitch,
    limit,
  }: { distribution: LatencyDistribution; base: number; pitch: number; limit: number },
): Markup[] {
  const x = percent(position(scale, drawnAt(latencyAt(distribution, first) ?? from, scale)));
  const kind = from >= limit ? "dot over" : "dot";
  return Array.from({ length: turns }, (_, index) => {
    const id = distribution.turnId(first + index);
    const latency = `${formatCount(latencyAt(distribution, first + index) ?? from)} ms`;
    const title = id === undefined ? latency : `${shortened(id, 60)}: ${latency}`;
    const y = Number((base - 1 - pitch * (index + 0.5)).toFixed(1));
    return html`<circle class="${kind}" cx="${x}" cy="${y}" r="${Math.min(DOT.radius, Number((pitch / 2.1).toFixed(1)))}"><title>${title}</title></circle>`;
  });
}

function bar(
  { from, to, turns }: LatencyBin,
  scale: PlotScale,
  { base, height, limit }: { base: number; height: number; limit: number },
): Markup {
  const isBeyond = to === Number.POSITIVE_INFINITY;
  const left = isBeyond ? position(scale, scale.to) + 1 : position(scale, from);
  const width = isBeyond ? 99 - left : position(scale, to) - left;
  const kind = from >= limit ? "bar over" : "bar";
  const range = isBeyond
    ? `more than ${formatCount(from)} ms`
    : `${formatCount(from)} to ${formatCount(to)} ms`;
  return html`<rect class="${kind}" x="${percent(left)}" y="${Number((base - height).toFixed(1))}" width="${percent(width)}" height="${Number(height.toFixed(1))}"><title>${range}: ${formatCount(turns)} turns</title></rect>`;
}

/** Names a turn next to its dot. The worst is on top, so that no leader runs through another name. */
function callout(
  { turn_id, ms }: NamedTurn,
  index: number,
  {
    scale,
    worst,
    top,
    target,
  }: { scale: PlotScale; worst: readonly NamedTurn[]; top: number; target: number },
): Markup {
  const place = position(scale, drawnAt(ms, scale));
  const left = isLeft(position(scale, worst[0]?.ms ?? 0));
  const lane = left ? worst.length - 1 - index : index;
  const y = top + 11 + lane * CALLOUT_HEIGHT;
  const x = percent(place);
  return html`<line class="leader" x1="${x}" x2="${x}" y1="${y + 3}" y2="${target}"/><text class="callout" x="${x}" y="${y}" dx="${left ? -2 : 2}" text-anchor="${left ? "start" : "end"}">${shortened(turn_id, 22)}</text>`;
}
