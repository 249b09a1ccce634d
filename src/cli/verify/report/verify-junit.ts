/** A verification as JUnit XML: one case a gate. */
import type { GateResult } from "../../../contracts/deploy/gate-run.ts";
import { xmlElement } from "../../../internal/report-text/xml-text.ts";
import { type VerifyReport, verifySentence } from "./verify-words.ts";

/** The report as JUnit XML, with a line feed at the end. */
export function renderVerifyJunit({ outcome }: VerifyReport): string {
  const { run, optional } = outcome;
  const isFailure = ({ gate_id, status }: GateResult) =>
    (status === "fail" || status === "not_evaluated") && !optional.has(gate_id);
  const isSkipped = (result: GateResult) => result.status !== "pass" && !isFailure(result);
  const counts = {
    tests: run.results.length,
    failures: run.results.filter(isFailure).length,
    errors: 0,
    skipped: run.results.filter(isSkipped).length,
    time: "0",
  };
  const cases = run.results.map((result) =>
    xmlElement("testcase", {
      attributes: { classname: `verify-${run.profile}`, name: result.gate_id, time: "0" },
      children: isFailure(result) ? [failure(result)] : isSkipped(result) ? [skipped(result)] : [],
    }),
  );
  const suite = xmlElement("testsuite", {
    attributes: { name: verifySentence(outcome), ...counts, timestamp: run.started_at },
    children: cases,
  });
  const root = xmlElement("testsuites", {
    attributes: { name: "rspp-contracts verify", ...counts },
    children: [suite],
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function failure({ violations }: GateResult): string {
  const [first] = violations;
  const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : "";
  return xmlElement("failure", {
    attributes: {
      message: `${first?.message ?? "No violation was told"}${more}`,
      type: first?.code ?? "open",
    },
    text: violations.map(({ code, message }) => `${code}: ${message}`).join("\n"),
  });
}

const skipped = ({ status, violations }: GateResult) =>
  xmlElement("skipped", { attributes: { message: violations[0]?.message ?? status.replaceAll("_", " ") } });
