/** Counted turns as a field of cells in the order of the run, so that one sees when things went wrong. */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { html, type Markup } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import { formatCount } from "../format-figure.ts";
import { type CountingGateId, offends } from "../turn-figures.ts";

/** About how many cells a field has; beyond that a cell stands for several turns. */
const MOST_CELLS = 416;

const OFFENCES: Readonly<Record<CountingGateId, string>> = {
  G4: "with an accepted stale-epoch output",
  G5: "with incomplete evidence",
  G6: "with a wrong terminal sequence",
};

/** The field of a counting gate and the sentence below it. */
export function turnWaffle(gate: CountingGateId, turns: readonly TurnMetrics[]): Markup {
  const covered = turns.filter((turn) => offends(gate, turn) !== undefined);
  const offenders = covered.filter((turn) => offends(gate, turn) === true).length;
  const perCell = Math.max(1, Math.ceil(covered.length / MOST_CELLS));
  const cells: Markup[] = [];
  for (let at = 0; at < covered.length; at += perCell) {
    cells.push(cell(covered.slice(at, at + perCell), gate, at));
  }
  const share = `${formatCount(offenders)} of ${formatCount(covered.length)} accepted turns ${OFFENCES[gate]}`;
  const scale = perCell === 1 ? "One cell a turn" : `One cell for ${perCell} turns`;
  return html`<div class="waffle" role="img" aria-label="${share}">${cells}</div>
<p class="caption">${share}. ${scale}, in the order of the run.</p>`;
}

function cell(turns: readonly TurnMetrics[], gate: CountingGateId, start: number): Markup {
  const bad = turns.filter((turn) => offends(gate, turn) === true);
  if (bad.length === 0) return html`<i></i>`;
  const [first] = bad;
  const title =
    turns.length === 1 && first !== undefined
      ? shortened(first.turn_id, 60)
      : `Turns ${formatCount(start + 1)} to ${formatCount(start + turns.length)}: ${bad.length}`;
  return html`<i class="bad" title="${title}"></i>`;
}
