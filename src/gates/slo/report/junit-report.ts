/**
 * The gate report as JUnit XML: one suite, one case a gate, in the dialect that GitHub, GitLab, Jenkins
 * and Azure all read. A gate with nothing to judge is skipped unless the report failed because of it.
 */
import type { MvpSloGateReport, MvpSloGateResult, MvpSloViolation } from "../slo-report.ts";
import { formatFigure, formatLimit, gateTitle } from "./format-figure.ts";
import { type GateReportInput, titleOf } from "./gate-report-input.ts";
import { verdictSentence } from "./gate-verdict.ts";
import { xmlElement, xmlText } from "./xml-text.ts";

/** Most violations written out in one failure. */
const LISTED = 50;

/** The report as JUnit XML, with a line feed at the end. */
export function renderMvpSloJunit(input: GateReportInput): string {
  const { report } = input;
  const cases = report.gates.map((gate) => gateCase(gate, report));
  const ofRun = report.violations.filter(({ gate_id }) => gate_id === undefined);
  if (ofRun.length > 0) cases.push({ outcome: "failure", xml: runCase(ofRun) });

  const count = (outcome: CaseOutcome) => cases.filter((one) => one.outcome === outcome).length;
  const counts = { tests: cases.length, failures: count("failure"), errors: 0, skipped: count("skipped") };
  const suite = xmlElement(
    "testsuite",
    {
      name: titleOf(input),
      ...counts,
      time: "0",
      ...(input.generatedAt && { timestamp: input.generatedAt }),
    },
    [properties(input), ...cases.map(({ xml }) => xml)],
  );
  const root = xmlElement("testsuites", { name: "rspp-contracts gates", ...counts, time: "0" }, [suite]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

type CaseOutcome = "passed" | "failure" | "skipped";

function properties({ report, source }: GateReportInput): string {
  const facts = {
    source,
    verdict: verdictSentence(report),
    samples: report.samples,
    accepted_turns: report.accepted_turns,
    happy_path_turns: report.happy_path_turns,
    cancel_observed_turns: report.cancel_observed_turns,
    end_to_end_anchor: report.end_to_end_anchor,
  };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return xmlElement(
    "properties",
    {},
    known.map(([name, value]) => xmlElement("property", { name, value })),
  );
}

function gateCase(gate: MvpSloGateResult, report: MvpSloGateReport): { outcome: CaseOutcome; xml: string } {
  const own = report.violations.filter(({ gate_id }) => gate_id === gate.gate_id);
  const attributes = {
    classname: "mvp-slo-gates",
    name: `${gate.gate_id} ${gateTitle(gate)} (${gate.source})`,
    time: "0",
  };
  if (gate.status === "fail" || own.length > 0) {
    return { outcome: "failure", xml: xmlElement("testcase", attributes, [failure(own, figures(gate))]) };
  }
  if (gate.status !== "pass") {
    const message = gate.status === "not_observed" ? "No turn was covered" : "Not evaluated";
    return {
      outcome: "skipped",
      xml: xmlElement("testcase", attributes, [xmlElement("skipped", { message })]),
    };
  }
  const output = `<system-out>${xmlText(figures(gate).join("\n"))}</system-out>`;
  return { outcome: "passed", xml: xmlElement("testcase", attributes, [output]) };
}

function runCase(violations: readonly MvpSloViolation[]): string {
  return xmlElement("testcase", { classname: "mvp-slo-gates", name: "Run has turns to judge", time: "0" }, [
    failure(violations, []),
  ]);
}

function failure(violations: readonly MvpSloViolation[], context: readonly string[]): string {
  const [first] = violations;
  const rest = violations.length - LISTED;
  const lines = [
    ...violations.slice(0, LISTED).map(({ code, message }) => `${code}: ${message}`),
    ...(rest > 0 ? [`... and ${rest} more`] : []),
    ...context,
  ];
  const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : "";
  const message = xmlElement("failure", {
    message: `${first?.message ?? "The gate failed"}${more}`,
    type: first?.code ?? "failed",
  });
  return message.replace(/\/>$/, () => `>${xmlText(lines.join("\n"))}</failure>`);
}

function figures({ values, worst, covered_turns }: MvpSloGateResult): string[] {
  const lines = values.map((value) => {
    const observed = value.observed === undefined ? "nothing" : formatFigure(value.observed, value.unit);
    return `${value.name}: observed ${observed}, limit ${formatLimit(value)}, covered turns ${covered_turns}`;
  });
  if (worst.length > 0) lines.push(`worst turns: ${worst.map(({ turn_id }) => turn_id).join(", ")}`);
  return lines;
}
