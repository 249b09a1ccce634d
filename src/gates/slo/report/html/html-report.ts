/**
 * The gate report as one HTML file that needs nothing else: no request, no font, no image, and no script
 * to be read. Equal inputs give equal bytes.
 */

import { html, type Markup } from "../../../../internal/report-text/markup.ts";
import { pageHead } from "../../../../internal/report-text/page-head.ts";
import { type GateReportInput, titleOf } from "../gate-report-input.ts";
import { VERDICT_WORDS } from "../gate-verdict.ts";
import { profileSections } from "../profile/profile-html.ts";
import { PROFILE_STYLE } from "../profile/profile-style.ts";
import { runVerdict } from "../profile/run-verdict.ts";
import { shownGates } from "../profile/shown-gate.ts";
import { COUNTING_GATES } from "../turn-figures.ts";
import { gateCard } from "./gate-card.ts";
import { GATE_STYLE } from "./gate-style.ts";
import { PLOT_STYLE } from "./plot-style.ts";
import { TABLE_SCRIPT } from "./table-script.ts";
import { TABLE_STYLE } from "./table-style.ts";
import { TIMELINE_STYLE } from "./timeline-style.ts";
import { type TurnLink, turnLinks } from "./turn-link.ts";
import { listedTurns, turnTable } from "./turn-table.ts";
import { turnTimelines } from "./turn-timelines.ts";
import { verdictHeader } from "./verdict-header.ts";
import { incompleteList, violationList } from "./violation-list.ts";

const STYLE = GATE_STYLE + PLOT_STYLE + TIMELINE_STYLE + TABLE_STYLE + PROFILE_STYLE;
const SCRIPT = { markup: TABLE_SCRIPT };

/** The report as a complete HTML document. */
export function renderMvpSloHtml(input: GateReportInput): string {
  const listed = listedTurns(input);
  const link = turnLinks(listed);
  const verdict = VERDICT_WORDS[runVerdict(input)];
  const from = input.source === undefined ? "" : `, ${input.source}`;
  const head = pageHead({ title: `${verdict}: ${titleOf(input)}${from}`, style: STYLE, hasScript: true });
  const page = html`${head}
<body>
<a class="skip" href="#gates">Skip to the gates</a>
<div class="page">
${verdictHeader(input)}
<main>
${violationList(input, link)}
<section aria-labelledby="gates"><h2 id="gates">Gates</h2>
${cards(input, link)}
</section>
${profileSections(input, link)}
${turnTimelines(input, link)}
${incompleteList(input, link)}
${turnTable(input, listed)}
</main>
<footer>
<p>Percentiles are nearest-rank over whole milliseconds. A limit is broken only when it is exceeded. A covered turn without its markers is a violation and is left out of the percentile.</p>
<p>Written by <code>rspp-contracts gates</code>. This file makes no request and needs no script to be read.</p>
</footer>
</div>
<script>${SCRIPT}</script>
</body>
</html>
`;
  return page.markup;
}

/** The cards in the order of the gates; the three that count turns share a row where there is room. */
function cards(input: GateReportInput, link: TurnLink): Markup {
  const all = shownGates(input).map((gate) => ({ id: gate.gate_id, card: gateCard(gate, input, link) }));
  const counts = (id: string) => COUNTING_GATES.some((other) => other === id);
  const first = all.findIndex(({ id }) => counts(id));
  const before = all.filter(({ id }, index) => !counts(id) && index < first);
  const after = all.filter(({ id }, index) => !counts(id) && index > first);
  const trio = all.filter(({ id }) => counts(id));
  const markup = (list: typeof all) => list.map(({ card }) => card);
  return html`${markup(before)}<div class="trio">${markup(trio)}</div>
${markup(after)}`;
}
