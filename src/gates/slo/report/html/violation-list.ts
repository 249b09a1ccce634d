/** What went wrong, grouped: broken limits first, then the turns that lack markers or evidence. */

import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput, IncompleteTurn } from "../gate-report-input.ts";
import { codeWords, groupViolations, type ViolationGroup, violationTotal } from "../group-violations.ts";
import type { TurnLink } from "./turn-link.ts";

/** Most turns listed in a group. */
const LISTED = 100;

/** Groups up to this size are open from the start. */
const OPEN = 5;

/** The section of violations, or nothing for a clean report. */
export function violationList(input: GateReportInput, link: TurnLink): Markup {
  const { report } = input;
  if (report.violations.length === 0) return NOTHING;
  const omitted = report.omitted_violations;
  const rest =
    omitted === undefined
      ? NOTHING
      : html`<p class="caption">${formatCount(omitted)} more were counted but not kept.</p>`;
  return html`<section aria-labelledby="violations"><h2 id="violations">Violations <span class="count">${formatCount(violationTotal(report))}</span></h2>
<div class="groups">${groupViolations(input).map((group) => violationGroup(group, link))}</div>${rest}</section>`;
}

/** A violation of the whole run is one line; those of turns fold up. */
function violationGroup({ code, gate_id, violations, total }: ViolationGroup, link: TurnLink): Markup {
  const [only] = violations;
  if (violations.length === 1 && only !== undefined && only.turn_id === undefined) {
    return html`<div class="group"><span class="gate-id">${gate_id ?? "Run"}</span><div><strong>${codeWords(code)}</strong><p>${only.message}</p></div></div>`;
  }
  const items = violations.slice(0, LISTED).map(({ turn_id, message }) => {
    const named = turn_id === undefined ? NOTHING : html`${link(turn_id)} `;
    return html`<li>${named}${shortened(message, 400)}</li>`;
  });
  return group({ mark: gate_id ?? "Run", title: codeWords(code), total, items });
}

/** The section of turns with incomplete evidence, or nothing. */
export function incompleteList({ incomplete = [] }: GateReportInput, link: TurnLink): Markup {
  if (incomplete.length === 0) return NOTHING;
  const items = incomplete.slice(0, LISTED).map((turn) => incompleteTurn(turn, link));
  const title = "turns whose OR-02 record lacks something";
  return html`<section aria-labelledby="incomplete"><h2 id="incomplete">Incomplete evidence <span class="count">${formatCount(incomplete.length)}</span></h2>
<div class="groups">${group({ mark: "G5", title, total: incomplete.length, items })}</div></section>`;
}

function incompleteTurn({ turn_id, diagnostics }: IncompleteTurn, link: TurnLink): Markup {
  const reasons = diagnostics
    .slice(0, 5)
    .map(
      ({ rule, path, message }) =>
        html`<li><code>${rule}</code> ${shortened(message, 300)}${path === "" ? NOTHING : html` <span class="where">at <code>${shortened(path, 120)}</code></span>`}</li>`,
    );
  if (diagnostics.length > 5) reasons.push(html`<li>and ${diagnostics.length - 5} more</li>`);
  return html`<li>${link(turn_id)}<ul>${reasons}</ul></li>`;
}

function group({
  mark,
  title,
  total,
  items,
}: {
  mark: string;
  title: string;
  total: number;
  items: readonly Markup[];
}): Markup {
  const rest = total - items.length;
  return html`<details class="group"${total <= OPEN ? html` open` : NOTHING}><summary><span class="gate-id">${mark}</span><strong>${title}</strong> <span class="count">${formatCount(total)}</span></summary>
<ul>${items}${rest > 0 ? html`<li class="rest">and ${formatCount(rest)} more</li>` : NOTHING}</ul></details>`;
}
