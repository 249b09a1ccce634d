/**
 * Reads the turns of all inputs of a call and hands them on one by one, so that a run may have any length.
 *
 * Evidence is read whole or not at all: a run without its unreadable turns would look better than it
 * was. So one broken record stops the call, with the place of every broken record that was found.
 */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import type { IncompleteTurn } from "../../gates/slo/report/gate-report-input.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import type { Line } from "../../validators/line-splitter.ts";
import { refusedText } from "../../validators/validate-text.ts";
import { readTurns } from "../evidence/evidence-turns.ts";
import { findInputs, type InputFile } from "../input/find-inputs.ts";
import { type InputReading, readInput } from "../input/read-input.ts";
import { diagnosticLines } from "../report/finding-lines.ts";
import { UsageError } from "../usage-error.ts";

/** What is known of the evidence of a call beside its turns. */
export interface GatheredRun {
  readonly incomplete: readonly IncompleteTurn[];
  /** Names of the inputs, as reports show them. */
  readonly sources: readonly string[];
}

/** Most broken records that are told before the call stops. */
const MAX_REFUSALS = 20;

/** Incomplete turns whose reasons are kept; all of them count. */
const MAX_REASONS = 1000;

/** As `InputReading`, with what to do with the turns. */
export interface RunReading extends InputReading {
  /** Called for each turn, in order; after a broken record no more. */
  onTurn(metrics: TurnMetrics): void;
}

/** Reads the inputs in the order of the call. Throws UsageError when any of it is not evidence. */
export async function gatherRun(paths: readonly string[], reading: RunReading): Promise<GatheredRun> {
  const { files, problems } = await findInputs(paths, reading.io.cwd);
  const [first] = problems;
  if (first !== undefined) throw first.error;

  const incomplete: IncompleteTurn[] = [];
  const refusals: string[] = [];
  let refused = 0;
  for (const file of files) {
    const refuse = (diagnostic: Diagnostic) => {
      refused += 1;
      if (refusals.length < MAX_REFUSALS) refusals.push(refusalText(file, diagnostic));
    };
    const onText = (text: string | Uint8Array, line?: Line) => {
      const inFile = (diagnostic: Diagnostic) =>
        line === undefined ? diagnostic : { ...diagnostic, line: line.number };
      const parsed =
        line?.tooLong === undefined ? parseWireText(text, { maxLength: reading.maxBytes }) : undefined;
      if (parsed === undefined || !parsed.ok) {
        const problems = parsed?.problems ?? (line?.tooLong === undefined ? [] : [line.tooLong]);
        for (const diagnostic of refusedText(problems).diagnostics) refuse(inFile(diagnostic));
        return;
      }
      readTurns(parsed.value, {
        turn: (metrics) => refused === 0 && reading.onTurn(metrics),
        incomplete: (turn) => incomplete.length < MAX_REASONS && incomplete.push(turn),
        // Places are found by reading the text again, which is worth it only for what is shown.
        refuse: (diagnostic) =>
          refuse(
            refusals.length < MAX_REFUSALS
              ? inFile({ ...diagnostic, ...parsed.locate(diagnostic.path) })
              : diagnostic,
          ),
      });
    };
    await readInput(file, { ...reading, onText });
  }
  reading.progress.clear();
  if (refused > 0) throw refusal(refusals, refused);
  return { incomplete, sources: files.map(({ name }) => name) };
}

function refusalText({ name }: InputFile, diagnostic: Diagnostic): string {
  return diagnosticLines(diagnostic, { name, kind: undefined, palette: PLAIN_PALETTE }).join("\n");
}

function refusal(texts: readonly string[], refused: number): UsageError {
  const more = refused > texts.length ? `\n... and ${refused - texts.length} more` : "";
  return new UsageError(
    `Cannot evaluate the gates: expected readable evidence but received ${refused === 1 ? "1 broken part" : `${refused} broken parts`}\n${texts.join("\n")}${more}`,
    "Mend the evidence; a run without its unreadable turns would look better than it was",
  );
}
