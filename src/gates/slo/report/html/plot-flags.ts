/** The lines of a plot that stand for one figure, a limit or a percentile, each named in a lane of its own. */

import { html, type Markup } from "../../../../internal/report-text/markup.ts";
import { formatCount } from "../format-figure.ts";
import { type PlotScale, percent, position } from "./plot-scale.ts";

/** A named vertical line. */
export interface PlotFlag {
  readonly kind: "limit" | "percentile" | "broken";
  /** Such as `p95`. */
  readonly name: string;
  readonly ms: number;
}

/** About how much of the width a name takes, in percent. */
const NAME_WIDTH = 18;

/** From this share of the width on, a name rather stands to the left of its line. */
const TURNING_POINT = 55;

/**
 * Whether a name stands to the left of its line: where it fits, away from the taller lines (those of the
 * flags before it) that would run through it.
 */
function standsLeft(place: number, taller: readonly number[]): boolean {
  const isFree = (from: number, to: number) =>
    from >= 0 && to <= 100 && !taller.some((line) => line > from && line < to);
  const left = isFree(place - NAME_WIDTH, place);
  const right = isFree(place, place + NAME_WIDTH);
  return left === right ? place > TURNING_POINT : left;
}

/** The lines from their lanes down to the axis, then the names, so that no line runs through a name. */
export function plotFlags(
  flags: readonly PlotFlag[],
  scale: PlotScale,
  { laneHeight, base }: { laneHeight: number; base: number },
): Markup[] {
  const places = flags.map(({ ms }) => position(scale, ms));
  const placed = flags.map((flag, lane) => {
    const place = places[lane] ?? 0;
    const isLeft = standsLeft(place, places.slice(0, lane));
    return { ...flag, x: percent(place), isLeft, y: laneHeight * (lane + 1) - 4 };
  });
  const lines = placed.map(
    ({ kind, x, y }) => html`<line class="flag ${kind}" x1="${x}" x2="${x}" y1="${y - 11}" y2="${base}"/>`,
  );
  const names = placed.map(
    ({ kind, name, ms, x, y, isLeft }) =>
      html`<text class="flag ${kind}" x="${x}" y="${y}" dx="${isLeft ? -6 : 6}" text-anchor="${isLeft ? "end" : "start"}">${name} <tspan class="flag-figure">${formatCount(ms)} ms</tspan></text>`,
  );
  return [...lines, ...names];
}
