/** One result in full: what was required, what happened and when, and how to see it again. */
import type { CheckFailure, CheckResult } from "../../../contracts/conformance/conformance-report.ts";
import { type Palette, PLAIN_PALETTE } from "../../../internal/report-text/palette.ts";
import { printable, shortened } from "../../../internal/report-text/printable-text.ts";
import { timelineText } from "../../../internal/report-text/timeline-text.ts";
import { baselineSentence, subjectWord } from "../report-words.ts";
import { STANDING_MARKS, STANDING_WORDS, type Standing, standingOf } from "../standing.ts";
import { labelled, wrapText } from "./wrap-text.ts";

/** How lines are drawn. */
export interface LineOptions {
  readonly palette?: Palette;
  /** Columns; only prose is broken, never an id or a command. */
  readonly width?: number;
  /** Also the smallest script that fails. */
  readonly verbose?: boolean;
}

/** The colour of a standing. */
export function paintOf(standing: Standing, palette: Palette): (text: string) => string {
  if (standing === "pass") return palette.pass;
  if (standing === "not_applicable") return palette.dim;
  return standing === "warning" || standing === "known" ? palette.warn : palette.fail;
}

/** The result of a check as lines, its headline first. */
export function failureLines(result: CheckResult, options: LineOptions = {}): string[] {
  const { palette = PLAIN_PALETTE, width = 100 } = options;
  const { check_id, title, requirement, source, reason, failure, baseline } = result;
  const standing = standingOf(result);
  const paint = paintOf(standing, palette);
  const required = [failure?.requirement, requirement, `(${source})`].filter((part) => part !== undefined);
  return [
    `${paint(STANDING_MARKS[standing])} ${palette.strong(printable(check_id))}  ${printable(title)}  ${paint(STANDING_WORDS[standing])}`,
    ...labelled("requires", { text: required.join(" "), width, style: palette.dim }),
    ...(reason === undefined ? [] : labelled("reason", { text: reason, width })),
    ...(baseline === undefined
      ? []
      : labelled("baseline", {
          text: baselineSentence(baseline),
          width,
          style: palette.warn,
        })),
    ...(failure === undefined ? [] : findingLines(failure, { ...options, palette, width })),
  ];
}

function findingLines(
  failure: CheckFailure,
  options: LineOptions & Required<Pick<LineOptions, "palette" | "width">>,
) {
  const { message, expected, received, likely_cause, code, scenario_id, replay, timeline } = failure;
  const { palette, width, verbose = false } = options;
  const maxText = Math.max(16, Math.min(60, Math.floor(width / 2)));
  const rows =
    timeline.length === 0
      ? []
      : ["", ...timelineText(timeline, { palette, maxText, subject: subjectWord(failure) }), ""];
  return [
    ...wrapText(message, width - 2).map((line) => `  ${palette.fail(line)}`),
    ...rows.map((line) => (line === "" ? line : `  ${line}`)),
    ...labelled("expected", { text: expected, width }),
    ...labelled("received", { text: received, width }),
    ...(likely_cause === undefined ? [] : labelled("likely cause", { text: likely_cause, width })),
    ...labelled("code", { text: code, width }),
    ...(scenario_id === undefined ? [] : labelled("scenario", { text: scenario_id, width })),
    ...(verbose ? scriptLines(failure, palette) : []),
    `  rerun         ${palette.strong(printable(replay))}`,
  ];
}

/** The smallest script that fails: a line for each stimulus, numbered by instant. */
function scriptLines({ stimuli }: CheckFailure, palette: Palette): string[] {
  if (stimuli.length === 0) return [];
  const lines = stimuli.flatMap((instant, index) =>
    instant.map((one) => `    ${palette.dim(String(index + 1))}  ${shortened(JSON.stringify(one), 400)}`),
  );
  return ["  script", ...lines];
}
