/** Plans and OR-02 evidence that are given beside a stream, read strictly: a lost plan would check less. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import type { Line } from "../../validators/line-splitter.ts";
import type { ContractKind } from "../../validators/validate.ts";
import { refusedText } from "../../validators/validate-text.ts";
import { findInputs } from "../input/find-inputs.ts";
import { type InputReading, readInput } from "../input/read-input.ts";
import { detectKind } from "../kinds/detect-kind.ts";
import { diagnosticLines } from "../report/finding-lines.ts";
import { UsageError } from "../usage-error.ts";
import { validateEitherForm } from "../validation/validate-either-form.ts";

/** The plans in a file: one, an array, or one a line. Throws UsageError for anything else. */
export async function readPlans(path: string, reading: InputReading): Promise<ResolvedTurnPlan[]> {
  const read = { what: "plans", kindOf: () => "resolved_turn_plan" as const };
  return (await readArtifacts(path, reading, read)).map(({ value }) => value as ResolvedTurnPlan);
}

/** The evidence in a file: baseline artifacts or records in either form, one, an array, or one a line. */
export async function readEvidence(path: string, reading: InputReading): Promise<BaselineEvidence[]> {
  const kindOf = (value: unknown) =>
    detectKind(value).kind === "baseline_artifact" ? "baseline_artifact" : "baseline_evidence";
  const found = await readArtifacts(path, reading, { what: "evidence", kindOf });
  return found.flatMap(({ kind, value }) =>
    kind === "baseline_artifact"
      ? (value as { readonly entries: readonly BaselineEvidence[] }).entries
      : [value as BaselineEvidence],
  );
}

/** Most broken artifacts that are told before the call stops. */
const MAX_REFUSALS = 20;

interface SideFile {
  readonly what: string;
  kindOf(value: unknown): ContractKind;
}

async function readArtifacts(path: string, reading: InputReading, { what, kindOf }: SideFile) {
  const { files, problems } = await findInputs([path], reading.io.cwd);
  for (const { error } of problems) throw error;
  const artifacts: { readonly kind: ContractKind; readonly value: unknown }[] = [];
  const refusals: string[] = [];
  let refused = 0;
  for (const file of files) {
    const refuse = (kind: ContractKind | undefined, diagnostics: readonly Diagnostic[]) => {
      refused += 1;
      if (refusals.length >= MAX_REFUSALS) return;
      const about = { name: file.name, kind, palette: PLAIN_PALETTE };
      refusals.push(...diagnostics.flatMap((one) => diagnosticLines(one, about)));
    };
    const onText = (text: string | Uint8Array, line?: Line) => {
      const inFile = (one: Diagnostic) => (line === undefined ? one : { ...one, line: line.number });
      const parsed = line?.tooLong ?? parseWireText(text, { maxLength: reading.maxBytes });
      if ("code" in parsed) return refuse(undefined, refusedText([parsed]).diagnostics.map(inFile));
      if (!parsed.ok) return refuse(undefined, refusedText(parsed.problems).diagnostics.map(inFile));
      const isList = Array.isArray(parsed.value);
      for (const [index, item] of (isList ? (parsed.value as unknown[]) : [parsed.value]).entries()) {
        const kind = kindOf(item);
        const result = validateEitherForm(kind, item, { unknownFields: "allow" });
        if (result.ok) artifacts.push({ kind, value: result.value });
        else {
          const place = (path: string) => parsed.locate(path) ?? parsed.locate(path.replace(/\/[^/]*$/, ""));
          const placed = result.diagnostics
            .map((one) => ({ ...one, path: isList ? `/${index}${one.path}` : one.path }))
            .map((one) => inFile({ ...one, ...place(one.path) }));
          refuse(kind, placed);
        }
      }
    };
    await readInput(file, { ...reading, onText });
  }
  reading.progress.clear();
  if (refused === 0) return artifacts;
  const count = refused === 1 ? "1 broken artifact" : `${refused} broken artifacts`;
  throw new UsageError(
    `Cannot check the trace: expected readable ${what} but received ${count}\n${refusals.join("\n")}`,
    `Mend the ${what}; a check without the unreadable ones would judge less than it says`,
  );
}
