/** What a profile adds to the page: what is undecided, the matrix of segments, the comparison with a baseline. */
import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import type { GateProfileFinding } from "../../profile/gate-profile-report.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import type { TurnLink } from "../html/turn-link.ts";
import type { ShownStatus } from "../shown-status.ts";
import { forestPlot } from "./forest-plot.ts";
import { matrixRows } from "./segment-matrix.ts";
import { findingWord, STATUS_SIGNS, toldFindings } from "./told-findings.ts";

const MOST_FINDINGS = 50;

/** The sections; nothing where a profile adds nothing. */
export function profileSections(input: GateReportInput, link: TurnLink): Markup {
  return html`${findingList(input)}${segmentMatrix(input)}${forestPlot(input, link)}`;
}

function findingList({ profile, malformed }: GateReportInput): Markup {
  const own = toldFindings({ profile });
  const lines = malformed?.first ?? [];
  if (own.length === 0 && lines.length === 0) return NOTHING;
  const ofRun = own.filter(({ segment }) => segment === undefined);
  const ofSegments = own.filter(({ segment }) => segment !== undefined);
  const broken = lines.map(
    ({ source, line, message }) =>
      html`<li class="warn"><span class="word">Unread</span><p><bdi>${source}:${line}</bdi> ${message}</p></li>`,
  );
  return html`<section aria-labelledby="profile"><h2 id="profile">By the profile <span class="count">${profile?.profile_id ?? ""}</span></h2>
<ul class="findings">${ofRun.map(findingItem)}${broken}</ul>
${ofSegments.length === 0 ? NOTHING : html`<details class="in-segments"><summary><strong>In segments</strong> <span class="count">${formatCount(ofSegments.length)}</span></summary><ul class="findings">${ofSegments.slice(0, MOST_FINDINGS).map(findingItem)}</ul>${restNote(ofSegments.length - MOST_FINDINGS)}</details>`}</section>`;
}

const restNote = (rest: number): Markup =>
  rest > 0 ? html`<p class="note">and ${formatCount(rest)} more</p>` : NOTHING;

const WORDS_OF_FINDING = { warning: "Warning", fail: "Fail", undecided: "Undecided" } as const;

function findingItem(finding: GateProfileFinding): Markup {
  const status = finding.severity === "warning" ? "warn" : finding.verdict;
  const word = WORDS_OF_FINDING[findingWord(finding)];
  return html`<li class="${status}"><span class="word">${word}</span><p>${finding.message}</p></li>`;
}

const WORDS: Readonly<Record<ShownStatus, string>> = {
  pass: "pass",
  fail: "fail",
  inconclusive: "too little evidence",
  not_evaluated: "not evaluated",
  not_observed: "nothing observed",
  warn: "warning",
  off: "off",
};

function segmentMatrix(input: GateReportInput): Markup {
  const { rows, left } = matrixRows(input);
  const [first] = rows;
  if (first === undefined) return NOTHING;
  const heads = first.cells.map(({ gate_id }) => html`<th scope="col">${gate_id}</th>`);
  const body = rows.map(
    ({ name, turns, verdict, cells }) =>
      html`<tr><th scope="row"><bdi>${shortened(name, 80)}</bdi></th><td class="${verdict}">${verdict}</td><td>${formatCount(turns)}</td>${cells.map(
        ({ status, figure }) =>
          html`<td class="${status}">${figure} <span class="mark" aria-hidden="true">${STATUS_SIGNS[status]}</span><span class="hidden">${WORDS[status]}</span></td>`,
      )}</tr>
`,
  );
  return html`<section aria-labelledby="segments"><h2 id="segments">Segments <span class="count">${formatCount(rows.length + left)}</span></h2>
<div class="scroll" role="region" aria-labelledby="segments" tabindex="0"><table class="matrix"><thead><tr><th scope="col">Segment</th><th scope="col">Verdict</th><th scope="col">Turns</th>${heads}</tr></thead><tbody>
${body}</tbody></table></div>${restNote(left)}</section>`;
}
