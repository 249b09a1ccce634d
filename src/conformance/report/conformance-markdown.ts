/**
 * A conformance report as GitHub Markdown, for step summaries and pull request comments. It stays below the size
 * that GitHub refuses: what is left out is counted.
 */
import type {
  CheckResult,
  ConformanceReport,
  SubjectReport,
} from "../../contracts/conformance/conformance-report.ts";
import { markdownCode, markdownText } from "../../internal/report-text/markdown-text.ts";
import { shortened } from "../../internal/report-text/printable-text.ts";
import { timelineText } from "../../internal/report-text/timeline-text.ts";
import {
  baselineSentence,
  conformanceSentence,
  countOf,
  groupByReason,
  subjectWord,
} from "./report-words.ts";
import { nameOf, needsCare, STANDING_MARKS, STANDING_WORDS, standingOf, untoldFailure } from "./standing.ts";

/** Most characters of all failures together; a step summary may have a mebibyte. */
const ROOM = 400_000;
const MOST = { text: 1000, name: 120, ids: 60 } as const;

/** The report as Markdown, with a line feed at the end. */
export function conformanceMarkdown(report: ConformanceReport): string {
  const { passed, profile, seed, kit_version, subjects } = report;
  const blocks = [
    `## ${passed ? "✓" : "✗"} Conformance: ${passed ? "passed" : "failed"}`,
    `**${conformanceSentence(report)}**`,
    `${profile} profile · seed ${seed} · kit ${textOf(kit_version)}`,
    subjectTable(subjects),
    ...careBlocks(subjects),
    notApplicable(subjects),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const textOf = (text: string): string => markdownText(shortened(text, MOST.text));
const codeOf = (text: string): string => markdownCode(shortened(text, MOST.name));
const titleOf = (subject: SubjectReport): string => markdownText(shortened(nameOf(subject), MOST.name));

function subjectTable(subjects: readonly SubjectReport[]): string {
  if (subjects.length === 0) return "";
  const heads = [
    "Subject",
    "Executed",
    "Passed",
    "Failed",
    "Warnings",
    "Known",
    "Not applicable",
    "Could not run",
  ];
  const rows = subjects.map((subject) => {
    const { summary, passed } = subject;
    const bad = (count: number) => (count > 0 ? `**${count}**` : "0");
    const cells = [
      `${passed ? "✓" : "✗"} ${titleOf(subject)}`,
      `${summary.executed} of ${summary.expected}`,
      String(summary.pass),
      bad(summary.fail),
      String(summary.warn),
      String(summary.known),
      String(summary.not_applicable),
      bad(summary.could_not_run),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const rule = `| :--- |${" ---: |".repeat(heads.length - 1)}`;
  return [`| ${heads.join(" | ")} |`, rule, ...rows].join("\n");
}

/** What needs care, subject by subject, as long as there is room. */
function careBlocks(subjects: readonly SubjectReport[]): string[] {
  const blocks: string[] = [];
  let room = ROOM;
  let omitted = 0;
  for (const subject of subjects) {
    const untold = untoldFailure(subject);
    const results = subject.results.filter((result) => needsCare(standingOf(result)));
    if (untold === undefined && results.length === 0) continue;
    blocks.push(`### ${titleOf(subject)}`);
    if (untold !== undefined) blocks.push(`**${untold}**`);
    for (const { reason, check_ids } of groupByReason(results, "could_not_run"))
      blocks.push(`**Could not run (counts as failure)**: ${textOf(reason)}: ${idList(check_ids)}`);
    for (const result of results.filter((one) => standingOf(one) !== "could_not_run")) {
      const block = careBlock(result);
      room -= block.length;
      if (room >= 0) blocks.push(block);
      else omitted += 1;
    }
  }
  if (omitted > 0) blocks.push(`and ${countOf(omitted, "more result")} that a complete report has`);
  return blocks;
}

function idList(ids: readonly string[]): string {
  const rest = ids.length - MOST.ids;
  const listed = ids.slice(0, MOST.ids).map(codeOf).join(", ");
  return rest > 0 ? `${listed} and ${rest} more` : listed;
}

function careBlock(result: CheckResult): string {
  const { check_id, title, requirement, source, failure, baseline } = result;
  const standing = standingOf(result);
  const code = failure === undefined ? "" : ` ${codeOf(failure.code)}`;
  const summary = `${STANDING_MARKS[standing]} <strong>${markdownText(shortened(check_id, MOST.name))}</strong> ${textOf(title)}: ${STANDING_WORDS[standing]}${code}`;
  const blocks = [
    `${failure === undefined ? "" : `${codeOf(failure.requirement)} `}${textOf(requirement)} (${textOf(source)})`,
    ...(baseline === undefined ? [] : [textOf(`Baseline: ${baselineSentence(baseline)}`)]),
    ...(failure === undefined ? [] : findingBlocks(failure)),
  ];
  return `<details><summary>${summary}</summary>\n\n${blocks.join("\n\n")}\n\n</details>`;
}

function findingBlocks(failure: NonNullable<CheckResult["failure"]>): string[] {
  const { message, expected, received, likely_cause, replay, timeline } = failure;
  return [
    `**${textOf(message)}**`,
    ...(timeline.length === 0
      ? []
      : [fenced(timelineText(timeline, { subject: subjectWord(failure) }), "text")]),
    [
      `- expected: ${textOf(expected)}`,
      `- received: ${textOf(received)}`,
      ...(likely_cause === undefined ? [] : [`- likely cause: ${textOf(likely_cause)}`]),
    ].join("\n"),
    fenced([shortened(replay, MOST.text)], "sh"),
  ];
}

/** A code block whose fence no line of it can close. */
function fenced(lines: readonly string[], language: string): string {
  const runs = lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run + 1)));
  return [fence + language, ...lines, fence].join("\n");
}

function notApplicable(subjects: readonly SubjectReport[]): string {
  const lines = subjects.flatMap((subject) =>
    groupByReason(subject.results, "not_applicable").map(
      ({ reason, check_ids }) => `- ${titleOf(subject)} ${textOf(reason)}: ${idList(check_ids)}`,
    ),
  );
  if (lines.length === 0) return "";
  return `<details><summary>Not applicable</summary>\n\n${lines.join("\n")}\n\n</details>`;
}
