/**
 * The gate report as JUnit XML: one suite, one case a gate, in the dialect that GitHub, GitLab, Jenkins
 * and Azure all read. A gate with nothing to judge is skipped unless the report failed because of it.
 */

import { xmlElement } from "../../../internal/report-text/xml-text.ts";
import type { MvpSloViolation } from "../slo-report.ts";
import { formatFigure, formatLimit, gateTitle } from "./format-figure.ts";
import { type GateReportInput, titleOf } from "./gate-report-input.ts";
import { GATE_SOURCES } from "./gate-source.ts";
import { type JunitCase, profileCases } from "./profile/profile-junit.ts";
import { runSentence } from "./profile/run-verdict.ts";
import { type ShownGate, shownGates } from "./profile/shown-gate.ts";

/** Most violations written out in one failure. */
const LISTED = 50;

/** The report as JUnit XML, with a line feed at the end. */
export function renderMvpSloJunit(input: GateReportInput): string {
  const { report } = input;
  const cases = shownGates(input).map((gate) => gateCase(gate, input));
  const ofRun = report.violations.filter(({ gate_id }) => gate_id === undefined);
  if (ofRun.length > 0) cases.push({ outcome: "failure", xml: runCase(ofRun) });
  cases.push(...profileCases(input));

  const count = (outcome: JunitCase["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  const counts = { tests: cases.length, failures: count("failure"), errors: 0, skipped: count("skipped") };
  const stamp = input.generatedAt === undefined ? {} : { timestamp: input.generatedAt };
  const suite = xmlElement("testsuite", {
    attributes: { name: titleOf(input), ...counts, time: "0", ...stamp },
    children: [properties(input), ...cases.map(({ xml }) => xml)],
  });
  const root = xmlElement("testsuites", {
    attributes: { name: "rspp-contracts gates", ...counts, time: "0" },
    children: [suite],
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function properties(input: GateReportInput): string {
  const { report, source } = input;
  const facts = {
    source,
    verdict: runSentence(input),
    samples: report.samples,
    accepted_turns: report.accepted_turns,
    happy_path_turns: report.happy_path_turns,
    cancel_observed_turns: report.cancel_observed_turns,
    end_to_end_anchor: report.end_to_end_anchor,
  };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  const children = known.map(([name, value]) => xmlElement("property", { attributes: { name, value } }));
  return xmlElement("properties", { children });
}

function gateCase(gate: ShownGate, { report, profile }: GateReportInput): JunitCase {
  const own = report.violations.filter(({ gate_id }) => gate_id === gate.gate_id);
  const attributes = {
    classname: "mvp-slo-gates",
    name: `${gate.gate_id} ${gateTitle(gate)} (${GATE_SOURCES[gate.gate_id]})`,
    time: "0",
  };
  const testcase = (outcome: JunitCase["outcome"], child: string) => {
    return { outcome, xml: xmlElement("testcase", { attributes, children: [child] }) };
  };
  const thin = (profile?.strength ?? [])
    .filter(({ gate_id, verdict }) => gate_id === gate.gate_id && verdict === "inconclusive")
    .map(({ message }) => message);
  const [undecided] = thin;
  if (gate.status === "inconclusive" && undecided !== undefined) {
    const text = [...thin, ...figures(gate)].join("\n");
    return testcase(
      "failure",
      xmlElement("failure", { attributes: { message: undecided, type: "inconclusive" }, text }),
    );
  }
  const isJudged = gate.status !== "warn" && gate.status !== "off";
  // In strict mode a percentile above its limit may be undecided; what could not be evaluated is not.
  const isBroken = own.length > 0 && (profile?.mode !== "strict" || gate.status === "not_evaluated");
  if (isJudged && (gate.status === "fail" || isBroken))
    return testcase("failure", failure(own, { total: gate.violations, context: figures(gate) }));
  if (gate.status === "pass" || gate.status === "warn") {
    const warned = gate.status === "warn" ? own.map(({ message }) => `warning: ${message}`) : [];
    return testcase("passed", xmlElement("system-out", { text: [...warned, ...figures(gate)].join("\n") }));
  }
  const message = SKIPPED_BECAUSE[gate.status] ?? "Not evaluated";
  return testcase("skipped", xmlElement("skipped", { attributes: { message } }));
}

const SKIPPED_BECAUSE: Readonly<Partial<Record<ShownGate["status"], string>>> = {
  not_observed: "No turn was covered",
  off: "Off by the profile",
};

function runCase(violations: readonly MvpSloViolation[]): string {
  const attributes = { classname: "mvp-slo-gates", name: "Run has turns to judge", time: "0" };
  return xmlElement("testcase", {
    attributes,
    children: [failure(violations, { total: violations.length, context: [] })],
  });
}

/** `total` also counts violations that are not listed because there are too many. */
function failure(
  violations: readonly MvpSloViolation[],
  { total, context }: { readonly total: number; readonly context: readonly string[] },
): string {
  const [first] = violations;
  const rest = total - Math.min(LISTED, violations.length);
  const lines = [
    ...violations.slice(0, LISTED).map(({ code, message }) => `${code}: ${message}`),
    ...(rest > 0 ? [`... and ${rest} more`] : []),
    ...context,
  ];
  const more = total > 1 ? ` (and ${total - 1} more)` : "";
  const attributes = {
    message: `${first?.message ?? "The gate failed"}${more}`,
    type: first?.code ?? "failed",
  };
  return xmlElement("failure", { attributes, text: lines.join("\n") });
}

function figures({ values, worst, covered_turns }: ShownGate): string[] {
  const lines = values.map((value) => {
    const observed = value.observed === undefined ? "nothing" : formatFigure(value.observed, value.unit);
    return `${value.name}: observed ${observed}, limit ${formatLimit(value)}, covered turns ${covered_turns}`;
  });
  if (worst.length > 0) lines.push(`worst turns: ${worst.map(({ turn_id }) => turn_id).join(", ")}`);
  return lines;
}
