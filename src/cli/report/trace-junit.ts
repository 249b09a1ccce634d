/** The result of a trace check as JUnit XML: one case an invariant, and one for the lines of the input. */
import { printable } from "../../internal/report-text/printable-text.ts";
import { xmlElement } from "../../internal/report-text/xml-text.ts";
import type { InvariantTally } from "../../trace/result/trace-result.ts";
import { lineOf, type TraceRun, textOf } from "../trace/trace-run.ts";
import { placeOf } from "./finding-lines.ts";
import { inCommandWords, traceSentence, whereOf } from "./trace-words.ts";

/** Most violations of one invariant that are told one by one. */
const LISTED = 50;

/** The result as JUnit XML, with a line feed at the end. */
export function renderTraceJunit(run: TraceRun): string {
  const { summary, not_evaluated } = run.result;
  const counts = {
    tests: summary.invariants.length + 1,
    failures: summary.invariants.filter(({ violations }) => violations > 0).length,
    errors: summary.unreadable_events > 0 ? 1 : 0,
    skipped: not_evaluated.length,
    time: "0",
  };
  const attributes = { name: "rspp-contracts trace", ...counts };
  const verdict = { name: "verdict", value: traceSentence(run) };
  const children = [
    xmlElement("properties", { children: [xmlElement("property", { attributes: verdict })] }),
    linesCase(run),
    ...summary.invariants.map((one) => invariantCase(one, run)),
  ];
  const suite = xmlElement("testsuite", { attributes, children });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement("testsuites", { attributes, children: [suite] })}\n`;
}

function linesCase({ name, result }: TraceRun): string {
  const { unreadable_events: count } = result.summary;
  const lines = result.unreadable_lines
    .slice(0, LISTED)
    .flatMap(({ diagnostics }) =>
      diagnostics.map((one) => `${placeOf(name, one)} ${one.rule} ${printable(one.message)}`),
    );
  const message = `${count} ${count === 1 ? "line" : "lines"} that cannot be judged`;
  const attributes = { message, type: "unreadable" };
  const children = count > 0 ? [xmlElement("error", { attributes, text: lines.join("\n") })] : [];
  return xmlElement("testcase", {
    attributes: { classname: "trace", name: "lines", file: name, time: "0" },
    children,
  });
}

function invariantCase({ id, violations, checked }: InvariantTally, run: TraceRun): string {
  const attributes = { classname: "trace", name: `${id} ${textOf(run, id)}`, file: run.name, time: "0" };
  return xmlElement("testcase", { attributes, children: outcomeOf({ id, violations, checked }, run) });
}

/** Nothing for a case that passed. */
function outcomeOf({ id, violations, checked }: Omit<InvariantTally, "unknown">, run: TraceRun): string[] {
  if (violations === 0 && checked > 0) return [];
  if (violations === 0) {
    const { reason } = run.result.not_evaluated.find((one) => one.id === id) ?? { reason: "Not evaluated" };
    return [xmlElement("skipped", { attributes: { message: inCommandWords(reason) } })];
  }
  const found = run.result.violations.filter((one) => one.id === id);
  const texts = found
    .slice(0, LISTED)
    .map((one) => `${run.name}:${lineOf(one)} ${printable(one.message)} [${whereOf(one)}]`);
  if (violations > texts.length) texts.push(`... and ${violations - texts.length} more`);
  const message = found[0]?.message ?? "Broken";
  return [xmlElement("failure", { attributes: { message, type: id }, text: texts.join("\n") })];
}
