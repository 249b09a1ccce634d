/** A conformance report as JUnit XML: one suite a subject, one case a check. */
import type {
  CheckResult,
  ConformanceReport,
  SubjectReport,
} from "../../contracts/conformance/conformance-report.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import { xmlElement } from "../../internal/report-text/xml-text.ts";
import { baselineSentence, countSentence } from "./report-words.ts";
import { nameOf, STANDING_WORDS, type Standing, standingOf, untoldFailure } from "./standing.ts";
import { failureLines } from "./text/failure-lines.ts";

/** Wide enough to break no sentence that anybody writes. */
const WIDTH = 1000;

/**
 * The report as JUnit XML, with a line feed at the end. A failure of a SHOULD check passes with a warning in
 * `system-out`, a known failure is skipped with its entry, and a subject that failed never has a green suite.
 */
export function conformanceJunit(report: ConformanceReport): string {
  const suites = report.subjects.map((subject) => suiteOf(subject, report));
  const total = (of: keyof Counts) => suites.reduce((sum, { counts }) => sum + counts[of], 0);
  const attributes = {
    name: "rspp-contracts conformance",
    tests: total("tests"),
    failures: total("failures"),
    errors: total("errors"),
    skipped: total("skipped"),
    time: "0",
  };
  const children = suites.map(({ xml }) => xml);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement("testsuites", { attributes, children })}\n`;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** What a standing makes of its case. */
const OUTCOMES: Readonly<Record<Standing, "failures" | "errors" | "skipped" | undefined>> = {
  pass: undefined,
  warning: undefined,
  fail: "failures",
  stale: "failures",
  expired: "failures",
  could_not_run: "errors",
  known: "skipped",
  not_applicable: "skipped",
};

function suiteOf(subject: SubjectReport, report: ConformanceReport): { xml: string; counts: Counts } {
  const { results } = subject;
  const untold = untoldFailure(subject);
  const count = (outcome: string) =>
    results.filter((result) => OUTCOMES[standingOf(result)] === outcome).length;
  const counts = {
    tests: results.length + (untold === undefined ? 0 : 1),
    failures: count("failures"),
    errors: count("errors") + (untold === undefined ? 0 : 1),
    skipped: count("skipped"),
  };
  const children = [
    propertiesOf(subject, report),
    ...results.map((result) => caseOf(result, subject)),
    ...(untold === undefined ? [] : [untoldCase(untold, subject)]),
  ];
  const attributes = { name: printable(nameOf(subject)), ...counts, time: "0" };
  return { xml: xmlElement("testsuite", { attributes, children }), counts };
}

function propertiesOf(subject: SubjectReport, { kit_version, profile, seed }: ConformanceReport): string {
  const { version, language, capabilities, summary } = subject;
  const properties = [
    ["kit_version", kit_version],
    ["profile", profile],
    ["seed", String(seed)],
    ["subject_version", version],
    ...(language === undefined ? [] : [["language", language] as const]),
    ["capabilities", capabilities.join(" ")],
    ["expected", String(summary.expected)],
    ["executed", String(summary.executed)],
    ["verdict", sentenceOf(subject)],
  ] as const;
  const children = properties.map(([name, value]) =>
    xmlElement("property", { attributes: { name, value: printable(value) } }),
  );
  return xmlElement("properties", { children });
}

const sentenceOf = (subject: SubjectReport): string =>
  `${subject.passed ? "passed" : "failed"}, ${countSentence([subject])}`;

const classOf = ({ name }: SubjectReport): string => printable(`conformance.${name}`);

function caseOf(result: CheckResult, subject: SubjectReport): string {
  const name = printable(`${result.check_id} ${result.title}`);
  const attributes = { classname: classOf(subject), name, time: "0" };
  return xmlElement("testcase", { attributes, children: outcomeOf(result) });
}

/** Nothing for a case that passed. */
function outcomeOf(result: CheckResult): string[] {
  const standing = standingOf(result);
  const { failure, reason, missing_capability: capability, baseline } = result;
  const text = failureLines(result, { width: WIDTH }).join("\n");
  const told = printable(failure?.message ?? reason ?? STANDING_WORDS[standing]);
  const entry = baseline === undefined ? "" : baselineSentence(baseline);
  const element = (name: string, { type, message }: { readonly type: string; readonly message: string }) =>
    xmlElement(name, {
      attributes: { message: printable(message), type: printable(type) },
      ...(name !== "skipped" && { text }),
    });
  switch (standing) {
    case "pass":
      return [];
    case "warning":
      return [xmlElement("system-out", { text: `Warning: ${told}\n${text}` })];
    case "fail":
      return [element("failure", { type: failure?.code ?? "failed", message: told })];
    case "stale":
    case "expired":
      return [element("failure", { type: `${standing}_baseline`, message: `Baseline entry: ${entry}` })];
    case "could_not_run":
      return [element("error", { type: standing, message: told })];
    case "known": {
      const skipped = element("skipped", { type: "known_failure", message: `Known failure: ${entry}` });
      return [skipped, xmlElement("system-out", { text })];
    }
    case "not_applicable": {
      const message = reason ?? `The subject does not declare capability "${capability ?? "unknown"}"`;
      return [element("skipped", { type: capability ?? standing, message })];
    }
  }
}

function untoldCase(message: string, subject: SubjectReport): string {
  const attributes = { classname: classOf(subject), name: "verdict", time: "0" };
  const children = [xmlElement("error", { attributes: { message, type: "failed" }, text: message })];
  return xmlElement("testcase", { attributes, children });
}
