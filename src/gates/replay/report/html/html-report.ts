/**
 * The replay report as one HTML file that needs nothing else: no request, no font, no script. Failing fixtures come
 * first, each with its first divergence on top and both timelines side by side. Equal inputs give equal bytes.
 */
import type { ReplayFixtureResult } from "../../../../contracts/observability/replay-regression-report.ts";
import { icon } from "../../../../internal/report-text/icon.ts";
import { html, type Markup, NOTHING } from "../../../../internal/report-text/markup.ts";
import { pageHead } from "../../../../internal/report-text/page-head.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import type { ReplayFixtureTraces } from "../../evaluate-replay-regression.ts";
import {
  type FailureLine,
  failureLines,
  letPass,
  REPLAY_VERDICT_WORDS,
  type ReplayReportInput,
  replaySentence,
  replayVerdict,
  shiftNote,
} from "../replay-report-input.ts";
import { REPLAY_STYLE } from "./replay-style.ts";
import { sideBySide } from "./side-by-side.ts";

const ICONS = { pass: "check", fail: "cross", inconclusive: "query" } as const;
/** Most reasons listed above one timeline. */
const LISTED = 30;

/** The report as a complete HTML document. */
export function renderReplayHtml({ report, fixtures, source }: ReplayReportInput): string {
  const verdict = replayVerdict(report);
  const traces = new Map(fixtures.map((one) => [one.fixture_id, one]));
  const ordered = [
    ...report.fixtures.filter(({ passed }) => !passed),
    ...report.fixtures.filter(({ passed }) => passed),
  ];
  const cards = ordered.map((result, index) =>
    fixtureCard(result, { traces: traces.get(result.fixture_id), id: `f${index}` }),
  );
  const { counts } = report;
  const from = source === undefined ? "" : `, ${source}`;
  const title = `${REPLAY_VERDICT_WORDS[verdict]}: Replay regression${from}`;
  const head = pageHead({ title, style: REPLAY_STYLE });
  const page = html`${head}
<body>
<a class="skip" href="#fixtures">Skip to the fixtures</a>
<div class="page">
<header class="${verdict}">
<p class="eyebrow"><span>Replay regression</span>${source !== undefined && html`<span>${source}</span>`}<span>${report.gate} gate</span><span>${report.generated_at_utc}</span></p>
<div class="headline">${icon(ICONS[verdict])}<div><h1>${REPLAY_VERDICT_WORDS[verdict]}</h1><p>${replaySentence(report)}</p></div></div>
<dl class="counts">${count("fixtures", counts.fixtures)}${count("failed", counts.failed_fixtures)}${count("divergences", counts.divergences)}${count("failing", counts.failing)}${count("expected but missing", counts.missing_expected)}${count("missing evidence", counts.missing_evidence)}</dl>
</header>
<main>
<section aria-labelledby="fixtures"><h2 id="fixtures">Fixtures <span class="count">${counts.fixtures}</span></h2>
${cards}
</section>
${report.not_selected.length > 0 && html`<p class="facts">Not in the ${report.gate} gate: ${report.not_selected.join(", ")}</p>`}
</main>
<footer>
<p>Entries are compared by their place. Red rows fail; amber rows were announced in the fixture metadata. Long stretches of equal entries are left out.</p>
<p>Written by <code>rspp-contracts replay</code>. This file makes no request and needs no script to be read.</p>
</footer>
</div>
</body>
</html>
`;
  return page.markup;
}

const count = (name: string, value: number) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function fixtureCard(
  result: ReplayFixtureResult,
  { traces, id }: { readonly traces: ReplayFixtureTraces | undefined; readonly id: string },
): Markup {
  const { fixture_id, passed, divergences, timing_tolerance_ms, gate } = result;
  const reasons = failureLines(result);
  const { baseline, candidate } = traces ?? {};
  const table =
    baseline === undefined || candidate === undefined
      ? NOTHING
      : sideBySide({ baseline, candidate }, { result, id });
  return html`<article class="fixture ${passed ? "pass" : "fail"}" aria-labelledby="${id}">
<h3 id="${id}">${icon(passed ? "check" : "cross")}<span>${fixture_id}</span><span class="count">${passed ? "passed" : "failed"}</span></h3>
<p class="facts">${divergences.length} ${divergences.length === 1 ? "divergence" : "divergences"}, ${letPass(result)} as announced · tolerance ${timing_tolerance_ms} ms · gate ${gate}</p>
${firstReason(reasons, { id, note: shiftNote(result) })}
${otherReasons(reasons.slice(1))}
${passed && divergences.length === 0 ? html`<details><summary>Timeline</summary>${table}</details>` : table}
</article>
`;
}

function firstReason(
  [first]: readonly FailureLine[],
  { id, note }: { readonly id: string; readonly note: string | undefined },
): Markup {
  if (first === undefined) return NOTHING;
  const entry = /^Entry (\d+) /.exec(first.message)?.[1];
  const link = entry !== undefined && html` <a href="#${id}-e${entry}">Go to entry ${entry}</a>`;
  return html`<p class="first"><strong>First: ${first.kind}</strong> <code>${first.scope}</code><br>${shortened(first.message, 1000)}${link}${note !== undefined && html`<br>${note}`}</p>`;
}

function otherReasons(reasons: readonly FailureLine[]): Markup {
  if (reasons.length === 0) return NOTHING;
  const rest = reasons.length - LISTED;
  const items = reasons
    .slice(0, LISTED)
    .map(
      ({ kind, scope, message }) =>
        html`<li><span class="kind">${kind}</span> <code>${scope}</code> ${shortened(message, 600)}</li>`,
    );
  return html`<details><summary>${reasons.length} more</summary><ul class="reasons">${items}${rest > 0 && html`<li>and ${rest} more</li>`}</ul></details>`;
}
