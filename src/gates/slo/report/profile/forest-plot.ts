/** The comparison with a baseline: each figure as an interval around its change, against what does not matter. */
import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import type { FigureComparison } from "../../../regression/comparison-report.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { percent } from "../html/plot-scale.ts";
import type { TurnLink } from "../html/turn-link.ts";
import {
  boundWords,
  changeWords,
  comparedWords,
  methodWords,
  milliseconds,
  seriesWords,
  toldComparisons,
} from "./comparison-words.ts";

/** How many margins fit between the middle and the edge; what lies beyond stands at the edge. */
const REACH = 3;

const WORDS = { better: "better", worse: "worse", same: "same", inconclusive: "undecided" } as const;

/** The section with the comparison; nothing where there is none. */
export function forestPlot({ regression }: GateReportInput, link: TurnLink): Markup {
  if (regression === undefined) return NOTHING;
  const { comparison, level } = regression;
  const { told, quiet } = toldComparisons(comparison);
  const heads = ["Figure", "Verdict", "Faster | slower", "Change", "Between (ms)", "Baseline", "Candidate"];
  const worst = comparison.worst.filter(({ segment, turns }) => segment === undefined && turns.length > 0);
  return html`<section aria-labelledby="baseline"><h2 id="baseline">Against the baseline</h2>
<p class="note">${methodWords(comparison)}${level === "error" ? "" : `; at level ${level}`}.${quiet > 0 ? ` ${formatCount(quiet)} comparisons of segments are the same or cannot be told.` : ""}</p>
<div class="scroll" role="region" aria-labelledby="baseline" tabindex="0"><table class="matrix forest"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${told.map(row)}</tbody></table></div>
${worst.map(
  ({ series, turns }) =>
    html`<div class="worst"><span>Slowest in ${seriesWords(series)}</span><ul>${turns
      .slice(0, 5)
      .map(
        ({ turn_id, candidate_ms, delta_ms }) =>
          html`<li>${link(turn_id)} <span class="ms">${formatCount(candidate_ms)} ms${delta_ms === undefined ? "" : ` (+${formatCount(delta_ms)})`}</span></li>`,
      )}</ul></div>`,
)}</section>`;
}

function row(one: FigureComparison): Markup {
  return html`<tr><th scope="row">${shortened(comparedWords(one), 80)}</th><td class="${one.verdict}"><span class="verdict-word" title="${one.message}">${WORDS[one.verdict]}</span></td><td class="plot-cell">${track(one)}</td><td>${changeWords(one)}</td><td>${boundWords(one)}</td><td>${milliseconds(one.baseline_ms)}</td><td>${milliseconds(one.candidate_ms)}</td></tr>
`;
}

function track({ delta_ms, lower_ms, upper_ms, margin_ms, verdict }: FigureComparison): Markup {
  if (margin_ms === undefined || margin_ms === 0 || delta_ms === undefined) return NOTHING;
  const at = (ms: number) => Math.min(100, Math.max(0, 50 + (ms / margin_ms / REACH) * 50));
  const band = html`<span class="band" style="left:${percent(at(-margin_ms))};width:${percent(100 / REACH)}"></span>`;
  const reach =
    lower_ms === undefined || upper_ms === undefined
      ? NOTHING
      : html`<span class="reach" style="left:${percent(at(lower_ms))};width:${percent(at(upper_ms) - at(lower_ms))}"></span>`;
  return html`<div class="forest-track ${verdict}" aria-hidden="true">${band}<span class="zero"></span>${reach}<span class="dot" style="left:${percent(at(delta_ms))}"></span></div>`;
}
