/** The result of a validation as JUnit XML: one suite, one case an input. */
import { printable } from "../../internal/report-text/printable-text.ts";
import { xmlElement } from "../../internal/report-text/xml-text.ts";
import type { FileOutcome } from "../validation/file-outcome.ts";
import { summarize, type ValidationRun } from "../validation/validation-summary.ts";
import { comparison, placeOf } from "./finding-lines.ts";
import { kindWords, validationSentence } from "./validation-words.ts";

/** The result as JUnit XML, with a line feed at the end. */
export function renderValidationJunit(run: ValidationRun): string {
  const { files } = run;
  const summary = summarize(run);
  const counts = {
    tests: files.length,
    failures: files.filter(({ failures, unreadable }) => failures > 0 && unreadable === undefined).length,
    errors: summary.unreadable,
    skipped: files.filter(isEmpty).length,
    time: "0",
  };
  const properties = [
    { name: "verdict", value: validationSentence(run, summary) },
    ...summary.kinds.map((kind) => ({ name: kind.kind, value: kindWords(kind) })),
  ].map((attributes) => xmlElement("property", { attributes }));
  const attributes = { name: "rspp-contracts validate", ...counts };
  const children = [xmlElement("properties", { children: properties }), ...files.map(fileCase)];
  const root = xmlElement("testsuites", {
    attributes,
    children: [xmlElement("testsuite", { attributes, children })],
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Nothing was found to be right or wrong. */
function isEmpty({ accepted, refused, unreadable }: FileOutcome): boolean {
  return accepted + refused === 0 && unreadable === undefined;
}

function fileCase(file: FileOutcome): string {
  const { name, kinds } = file;
  const attributes = { classname: [...kinds.keys()].join(", ") || "none", name, file: name, time: "0" };
  return xmlElement("testcase", { attributes, children: outcomeOf(file) });
}

/** Nothing for a case that passed. */
function outcomeOf(file: FileOutcome): string[] {
  const { failures, unreadable } = file;
  if (unreadable !== undefined) {
    const { message, hint } = unreadable;
    const text = hint === undefined ? message : `${message}\n${hint}`;
    return [xmlElement("error", { attributes: { message, type: "unreadable" }, text })];
  }
  if (isEmpty(file)) return [xmlElement("skipped", { attributes: { message: "No artifacts" } })];
  return failures > 0 ? [failure(file)] : [];
}

function failure(file: FileOutcome): string {
  const { findings, failures, name } = file;
  const first = findings[0]?.diagnostics[0];
  const more = failures > 1 ? ` (and ${failures - 1} more artifacts)` : "";
  const lines = findings.flatMap(({ kind, diagnostics, omitted }) => [
    ...diagnostics.flatMap((diagnostic) => {
      const { rule, path, message, hint } = diagnostic;
      const about = [kind, path].filter((part) => part !== undefined && part !== "").join(" ");
      const rest = [...comparison(diagnostic), ...(hint === undefined ? [] : [hint])];
      return [
        `${placeOf(name, diagnostic)} ${rule} ${printable(message)} [${printable(about)}]`,
        ...rest.map((line) => `  ${printable(line)}`),
      ];
    }),
    ...(omitted > 0 ? [`  ... and ${omitted} more in this artifact`] : []),
  ]);
  if (failures > findings.length) lines.push(`... and ${failures - findings.length} more artifacts`);
  const message = `${first?.message ?? "Did not come out as expected"}${more}`;
  const attributes = { message, type: first?.rule ?? "failed" };
  return xmlElement("failure", { attributes, text: lines.join("\n") });
}
