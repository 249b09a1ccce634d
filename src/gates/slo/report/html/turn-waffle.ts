/** Counted turns as a field of cells in the order of the run, so that one sees when things went wrong. */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { html, type Markup } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { MOST_CELLS, type OffenceCells } from "../long-run/offence-cells.ts";
import { type CountingGateId, offends } from "../turn-figures.ts";

const OFFENCES: Readonly<Record<CountingGateId, string>> = {
  G4: "with an accepted stale-epoch output",
  G5: "with incomplete evidence",
  G6: "with a wrong terminal sequence",
};

/** The field of a counting gate and the sentence below it. */
export function turnWaffle(gate: CountingGateId, { turns, sampled }: GateReportInput): Markup {
  const offences = sampled?.offences[gate];
  const covered = offences === undefined ? turns.filter((turn) => offends(gate, turn) !== undefined) : [];
  const { perCell, cells, ...counts } = offences ?? cellsOf(gate, covered);
  const share = `${formatCount(counts.offenders)} of ${formatCount(counts.covered)} accepted turns ${OFFENCES[gate]}`;
  const fields = cells.map((bad, at) => {
    const start = at * perCell;
    return cell(bad, {
      start,
      end: Math.min(start + perCell, counts.covered),
      name: covered[start]?.turn_id,
    });
  });
  const scale = perCell === 1 ? "One cell a turn" : `One cell for ${formatCount(perCell)} turns`;
  return html`<div class="waffle" role="img" aria-label="${share}">${fields}</div>
<p class="caption">${share}. ${scale}, in the order of the run.</p>`;
}

function cellsOf(gate: CountingGateId, covered: readonly TurnMetrics[]): OffenceCells {
  const perCell = Math.max(1, Math.ceil(covered.length / MOST_CELLS));
  const cells: number[] = [];
  for (let at = 0; at < covered.length; at += perCell) {
    cells.push(covered.slice(at, at + perCell).filter((turn) => offends(gate, turn) === true).length);
  }
  const offenders = cells.reduce((sum, bad) => sum + bad, 0);
  return { covered: covered.length, offenders, perCell, cells };
}

/** The cell of the turns from one place to before another, of which so many are bad. */
function cell(
  bad: number,
  { start, end, name }: { readonly start: number; readonly end: number; readonly name: string | undefined },
): Markup {
  if (bad === 0) return html`<i></i>`;
  const range = `Turns ${formatCount(start + 1)} to ${formatCount(end)}: ${bad}`;
  const title = end - start === 1 && name !== undefined ? shortened(name, 60) : range;
  return html`<i class="bad" title="${title}"></i>`;
}
