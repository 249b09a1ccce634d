/** The replay report as GitHub Markdown, for step summaries and pull request comments; lists are capped. */
import type { ReplayFixtureResult } from "../../../contracts/observability/replay-regression-report.ts";
import { markdownCode, markdownText } from "../../../internal/report-text/markdown-text.ts";
import { shortened } from "../../../internal/report-text/printable-text.ts";
import {
  failureLines,
  letPass,
  REPLAY_VERDICT_WORDS,
  type ReplayReportInput,
  replaySentence,
  replayVerdict,
} from "./replay-report-input.ts";

const LISTED = 20;
const LISTED_FIXTURES = 200;
const MARKS = { pass: "✓", fail: "✗", inconclusive: "?" } as const;

/** The report as Markdown, with a line feed at the end. */
export function renderReplayMarkdown({ report, source }: ReplayReportInput): string {
  const verdict = replayVerdict(report);
  const origin = source === undefined ? "" : ` · ${markdownText(shortened(source, 200))}`;
  const failed = report.fixtures.filter(({ passed }) => !passed);
  const blocks = [
    `## ${MARKS[verdict]} Replay regression: ${REPLAY_VERDICT_WORDS[verdict].toLowerCase()}`,
    `**${replaySentence(report)}**${origin}`,
    ...(report.fixtures.length === 0 ? [] : [fixtureTable(report.fixtures)]),
    ...failed.slice(0, LISTED).map(fixtureBlock),
    ...(failed.length > LISTED ? [`and ${failed.length - LISTED} more failing fixtures`] : []),
  ];
  if (report.not_selected.length > 0) {
    const ids = report.not_selected.slice(0, LISTED_FIXTURES).map((id) => markdownCode(shortened(id, 80)));
    blocks.push(`Not in the ${report.gate} gate: ${ids.join(", ")}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

function fixtureTable(fixtures: readonly ReplayFixtureResult[]): string {
  const rows = fixtures.slice(0, LISTED_FIXTURES).map((fixture) => {
    const { fixture_id, passed, divergences, failing, timing_tolerance_ms } = fixture;
    const cells = [
      passed ? "✓ pass" : "✗ fail",
      markdownCode(shortened(fixture_id, 80)),
      divergences.length,
      failing.length,
      letPass(fixture),
      `${timing_tolerance_ms} ms`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const rest = fixtures.length - rows.length;
  if (rest > 0) rows.push(`| | and ${rest} more | | | | |`);
  const head = "| Status | Fixture | Divergences | Failing | As announced | Tolerance |";
  return [head, "| :--- | :--- | ---: | ---: | ---: | ---: |", ...rows].join("\n");
}

function fixtureBlock(fixture: ReplayFixtureResult): string {
  const reasons = failureLines(fixture);
  const lines = reasons
    .slice(0, LISTED)
    .map(
      ({ kind, scope, message }) =>
        `- **${kind}** ${markdownCode(shortened(scope, 80))}: ${markdownText(shortened(message, 300))}`,
    );
  const rest = reasons.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  const summary = `${markdownCode(shortened(fixture.fixture_id, 80))} (${reasons.length})`;
  return `<details open><summary>${summary}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}
