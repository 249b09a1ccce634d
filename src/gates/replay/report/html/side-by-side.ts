/** The timeline of one fixture: the recording on the left, the replay on the right, what differs beneath. */
import type { ReplayDivergence } from "../../../../contracts/observability/replay-divergence.ts";
import type { ReplayFixtureResult } from "../../../../contracts/observability/replay-regression-report.ts";
import type { ReplayTraceEntry } from "../../../../contracts/observability/replay-trace.ts";
import { html, type Markup } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import { entryWords, type TimelineRow, type TraceSides, timelineParts } from "../timeline-rows.ts";

/** The table of a fixture; `id` makes the anchors of its rows. */
export function sideBySide(
  traces: TraceSides,
  { result, id }: { readonly result: ReplayFixtureResult; readonly id: string },
): Markup {
  const isFailing = failingKeys(result);
  const body = timelineParts(traces, { timingToleranceMs: result.timing_tolerance_ms }).map((part) =>
    "leftOut" in part
      ? html`<tr class="gap"><td colspan="3">${part.leftOut} more ${part.leftOut === 1 ? "entry" : "entries"}</td></tr>`
      : part.rows.map((row) => rowMarkup(row, { isFailing, id })),
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Timeline of ${result.fixture_id}"><table class="sides">
<thead><tr><th class="number" scope="col">Entry</th><th scope="col">Baseline</th><th scope="col">Candidate</th></tr></thead>
<tbody>${body}</tbody></table></div>`;
}

const keyOf = ({ class: name, scope }: Pick<ReplayDivergence, "class" | "scope">) => `${name} ${scope}`;

function failingKeys({ failing }: ReplayFixtureResult): ReadonlySet<string> {
  return new Set(failing.map(keyOf));
}

function rowMarkup(
  { index, baseline, candidate, divergences }: TimelineRow,
  { isFailing, id }: { readonly isFailing: ReadonlySet<string>; readonly id: string },
): Markup {
  const state = stateOf(divergences, isFailing);
  const why =
    divergences.length > 0 &&
    html`<tr class="why ${state}"><td></td><td colspan="2">${divergences.map(
      (one) => html`<div><span class="kind">${one.class}</span> ${shortened(rowWords(one), 600)}</div>`,
    )}</td></tr>`;
  return html`<tr class="${state}" id="${id}-e${index}"><td class="number">${index}</td><td>${side(baseline)}</td><td>${side(candidate)}</td></tr>${why}`;
}

function stateOf(divergences: readonly ReplayDivergence[], isFailing: ReadonlySet<string>): string {
  if (divergences.length === 0) return "same";
  // A row alone cannot tell a lone entry from a difference in length, so that one counts as failing, too.
  return divergences.some((one) => one.scope === "trace" || isFailing.has(keyOf(one)))
    ? "differs"
    : "announced";
}

/** The row says which entry it is, and which side has none. */
function rowWords({ scope, message }: ReplayDivergence): string {
  if (scope === "trace") return "entry on one side only";
  return message.replace(/^Entry \d+ \(event "(?:[^"\\]|\\.)*"\): /, "");
}

function side(entry: ReplayTraceEntry | undefined): Markup {
  if (entry === undefined) return html`<span class="absent">no entry</span>`;
  const { runtime_timestamp_ms, turn_id, session_id } = entry;
  const where = shortened(turn_id ?? session_id, 60);
  return html`<span class="at">${runtime_timestamp_ms} ms</span><strong>${shortened(entryWords(entry), 160)}</strong> <span class="turn">${where}</span>`;
}
