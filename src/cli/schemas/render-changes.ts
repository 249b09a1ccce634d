/** Changes of schemas as text, JSON, Markdown, JUnit and annotations. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { markdownCode, markdownText } from "../../internal/report-text/markdown-text.ts";
import { type Palette, PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import { xmlElement } from "../../internal/report-text/xml-text.ts";
import { annotation } from "../report/github-commands.ts";
import type { FileChange, SchemaChanges } from "./schema-changes.ts";

/** One line of a report. */
interface Row {
  readonly level: string;
  readonly breaking: boolean;
  readonly at: string;
  readonly words: string;
}

const VERDICTS = { none: "UNCHANGED", additive: "ADDITIVE", breaking: "BREAKING", drift: "DRIFT" } as const;

const isBad = ({ verdict }: Pick<SchemaChanges, "verdict">) => verdict === "breaking" || verdict === "drift";

function rowsOf({ verdict, words, differences }: FileChange): Row[] {
  const whole = words === undefined ? [] : [{ level: verdict, breaking: isBad({ verdict }), at: "", words }];
  const each = differences.map((one) => ({
    level: one.breaking && one.class !== "breaking" ? `breaking (${one.class})` : one.class,
    breaking: one.breaking,
    at: one.path,
    words: one.words,
  }));
  return [...whole, ...each];
}

function sentenceOf({ verdict, changes, files, before, after }: SchemaChanges): string {
  const counted = (count: number, what: string) => `${count} ${count === 1 ? what : `${what}s`}`;
  const rows = changes.flatMap(rowsOf);
  const bad = rows.filter(({ breaking }) => breaking).length;
  const found = rows.length === 0 ? "No change" : `${counted(rows.length, "change")}, ${bad} breaking,`;
  return `${VERDICTS[verdict]}  ${found} in ${counted(files, "file")} from ${before} to ${after}`;
}

/** As text, with a line feed at the end. */
export function renderChangesText(changes: SchemaChanges, palette: Palette = PLAIN_PALETTE): string {
  const lines = changes.changes.flatMap((change) => [
    palette.strong(printable(change.file)),
    ...rowsOf(change).map(({ level, breaking, at, words }) => {
      const dress = breaking ? palette.fail : palette.dim;
      return `  ${dress(level)}  ${at === "" ? "" : `${printable(at)}  `}${printable(words)}`;
    }),
    "",
  ]);
  const dress = isBad(changes) ? palette.fail : palette.pass;
  return `${[...lines, dress(printable(sentenceOf(changes)))].join("\n")}\n`;
}

/** As one line of canonical JSON. */
export function renderChangesJson(changes: SchemaChanges): string {
  return `${canonicalJson({ ...changes, passed: !isBad(changes) })}\n`;
}

/** As Markdown. */
export function renderChangesMarkdown(changes: SchemaChanges): string {
  const rows = changes.changes.flatMap((change) =>
    rowsOf(change).map(
      ({ level, breaking, at, words }) =>
        `| ${breaking ? "✗" : "✓"} ${level} | ${markdownCode(change.file)} | ${markdownCode(at)} | ${markdownText(words)} |`,
    ),
  );
  const table =
    rows.length === 0
      ? []
      : ["", "| Class | File | Path | Change |", "| :--- | :--- | :--- | :--- |", ...rows];
  return `${[`## ${isBad(changes) ? "✗" : "✓"} Schemas: ${changes.verdict}`, "", markdownText(sentenceOf(changes)), ...table].join("\n")}\n`;
}

/** As JUnit XML: one case a file that changed. */
export function renderChangesJunit(changes: SchemaChanges): string {
  const failures = changes.changes.filter(isBad).length;
  const cases = changes.changes.map((change) => {
    const attributes = { classname: "schemas", name: change.file, file: change.file, time: "0" };
    const text = rowsOf(change)
      .map(({ level, at, words }) => `${level} ${at} ${printable(words)}`)
      .join("\n");
    const failure = {
      attributes: { message: `The schema is ${change.verdict}`, type: change.verdict },
      text,
    };
    const children = isBad(change) ? [xmlElement("failure", failure)] : [xmlElement("system-out", { text })];
    return xmlElement("testcase", { attributes, children });
  });
  const whole = xmlElement("testcase", {
    attributes: { classname: "schemas", name: sentenceOf(changes), time: "0" },
  });
  const attributes = {
    name: "rspp-contracts schemas",
    tests: cases.length + 1,
    failures,
    errors: 0,
    time: "0",
  };
  const suite = xmlElement("testsuite", { attributes, children: [whole, ...cases] });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement("testsuites", { attributes, children: [suite] })}\n`;
}

/** As annotations of GitHub, with the verdict as plain text at the end. */
export function renderChangesGithub(changes: SchemaChanges): string {
  const lines = changes.changes.flatMap((change) =>
    rowsOf(change).map(({ level, breaking, at, words }) =>
      annotation({
        level: breaking ? "error" : "notice",
        title: `Schema change: ${level}`,
        message: printable(`${at} ${words}`.trim()),
        file: change.file,
      }),
    ),
  );
  return `${[...lines.slice(0, 50), printable(sentenceOf(changes))].join("\n")}\n`;
}
