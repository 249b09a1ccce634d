/** The replay report as text for a terminal or a log: verdict, then each failing fixture with its reasons. */
import type {
  ReplayFixtureResult,
  ReplayRegressionReport,
} from "../../../contracts/observability/replay-regression-report.ts";
import { alignColumns } from "../../../internal/report-text/align-columns.ts";
import { type Palette, PLAIN_PALETTE } from "../../../internal/report-text/palette.ts";
import { printable, shortened } from "../../../internal/report-text/printable-text.ts";
import {
  failureLines,
  letPass,
  REPLAY_VERDICT_WORDS,
  type ReplayReportInput,
  replaySentence,
  replayVerdict,
  shiftNote,
} from "./replay-report-input.ts";

/** Most reasons listed of each fixture; the rest is counted. */
const LISTED = 10;

/** The report as text, with a line feed at the end. */
export function renderReplayText(
  { report, source }: ReplayReportInput,
  { palette = PLAIN_PALETTE }: { readonly palette?: Palette } = {},
): string {
  const verdict = verdictLine(report, palette);
  const heading = ["Replay regression", ...(source === undefined ? [] : [source])].map((part) =>
    printable(part),
  );
  const lines = [palette.strong(heading.join(": ")), verdict, ...fixtureTable(report, palette)];
  for (const fixture of report.fixtures) {
    if (!fixture.passed) lines.push("", ...fixtureLines(fixture, palette));
  }
  if (report.not_selected.length > 0) {
    const ids = report.not_selected.map((id) => shortened(id, 60)).join(", ");
    lines.push("", palette.dim(`Not in the ${report.gate} gate: ${ids}`));
  }
  if (lines.length > 24) lines.push("", verdict);
  return `${lines.join("\n")}\n`;
}

function verdictLine(report: ReplayRegressionReport, palette: Palette): string {
  const verdict = replayVerdict(report);
  const paint = { pass: palette.pass, fail: palette.fail, inconclusive: palette.warn }[verdict];
  return `${paint(REPLAY_VERDICT_WORDS[verdict].toUpperCase())}  ${replaySentence(report)}`;
}

const right = { align: "right" } as const;

function fixtureTable({ fixtures }: ReplayRegressionReport, palette: Palette): string[] {
  if (fixtures.length === 0) return [];
  const head = ["Fixture", "Status", "Divergences", "Failing", "As announced", "Tolerance"];
  const rows = fixtures.map((fixture) => [
    { text: shortened(fixture.fixture_id, 60), style: palette.strong },
    { text: fixture.passed ? "pass" : "FAIL", style: fixture.passed ? palette.pass : palette.fail },
    { text: String(fixture.divergences.length), ...right },
    { text: String(fixture.failing.length), ...right },
    { text: String(letPass(fixture)), ...right },
    { text: `${fixture.timing_tolerance_ms} ms`, ...right },
  ]);
  const top = head.map((text, column) => ({ text, style: palette.dim, ...(column > 1 && right) }));
  return ["", ...alignColumns([top, ...rows])];
}

function fixtureLines(fixture: ReplayFixtureResult, palette: Palette): string[] {
  const reasons = failureLines(fixture);
  const lines = reasons
    .slice(0, LISTED)
    .flatMap(({ kind, scope, message }) => [
      `  ${palette.fail(kind)} ${palette.dim(printable(scope))}`,
      `    ${printable(message)}`,
    ]);
  const rest = reasons.length - LISTED;
  const note = shiftNote(fixture);
  return [
    palette.strong(`${shortened(fixture.fixture_id, 60)} (${reasons.length})`),
    ...lines,
    ...(rest > 0 ? [palette.dim(`  ... and ${rest} more`)] : []),
    ...(note === undefined ? [] : [palette.dim(`  ${note}`)]),
  ];
}
