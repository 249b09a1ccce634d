/** What a profile adds to the JUnit report: a case for each segment and for each figure that has a baseline. */
import { xmlElement } from "../../../../internal/report-text/xml-text.ts";
import { segmentName } from "../../profile/segment-key.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { comparedWords } from "./comparison-words.ts";

/** A case with its outcome. */
export interface JunitCase {
  readonly outcome: "passed" | "failure" | "skipped";
  readonly xml: string;
}

/** The cases, in the order of the report. */
export function profileCases({ profile, regression }: GateReportInput): JunitCase[] {
  const findings = (profile?.findings ?? []).filter(({ severity }) => severity === "error");
  const segments = (profile?.segments ?? []).map((segment) => {
    const name = segmentName(segment);
    const own = findings.filter((finding) => finding.segment && segmentName(finding.segment) === name);
    return junitCase(`segments: ${name}`, {
      messages: own.map(({ message }) => message),
      type: segment.verdict,
    });
  });
  const isError = regression?.level === "error";
  const compared = (regression?.comparison.comparisons ?? []).map((one) =>
    junitCase(`baseline: ${comparedWords(one)}`, {
      messages: one.verdict === "worse" && isError ? [one.message] : [],
      type: one.verdict,
      note: one.message,
    }),
  );
  return [...segments, ...compared];
}

interface CaseContent {
  readonly messages: readonly string[];
  readonly type: string;
  readonly note?: string;
}

function junitCase(name: string, { messages, type, note }: CaseContent): JunitCase {
  const [first] = messages;
  const attributes = { classname: "mvp-slo-gates", name, time: "0" };
  if (first === undefined) {
    const children = note === undefined ? [] : [xmlElement("system-out", { text: note })];
    return { outcome: "passed", xml: xmlElement("testcase", { attributes, children }) };
  }
  const failure = xmlElement("failure", {
    attributes: { message: first, type },
    text: messages.join("\n"),
  });
  return { outcome: "failure", xml: xmlElement("testcase", { attributes, children: [failure] }) };
}
