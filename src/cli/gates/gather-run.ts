/**
 * Reads the turns of all inputs of a call and hands them on one by one, so that a run may have any length.
 *
 * Evidence is read whole or not at all: a run without its unreadable turns would look better than it
 * was. So one broken record stops the call, with the place of every broken record that was found.
 */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import type {
  IncompleteTurn,
  MalformedLines,
  ReportSource,
} from "../../gates/slo/report/gate-report-input.ts";
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
  /** The inputs, by the names that reports show, with their turns. */
  readonly sources: readonly ReportSource[];
  /** Lines that could not be read and were allowed. */
  readonly malformed?: MalformedLines;
}

/** Most broken records that are told before the call stops. */
const MAX_REFUSALS = 20;

/** Incomplete turns whose reasons are kept; all of them count. */
const MAX_REASONS = 1000;

/** As `InputReading`, with what to do with the turns. */
export interface RunReading extends InputReading {
  /** Most lines of NDJSON that may be broken; one more stops the call. Default 0. */
  readonly maxMalformedLines?: number;
  /** Called for each turn, in order; after a broken record that is not allowed no more. */
  onTurn(metrics: TurnMetrics): void;
}

/** Broken lines that are told where some are allowed. */
const MAX_TOLD_LINES = 20;

/** Reads the inputs in the order of the call. Throws UsageError when any of it is not evidence. */
export async function gatherRun(paths: readonly string[], reading: RunReading): Promise<GatheredRun> {
  const { files, problems } = await findInputs(paths, reading.io.cwd);
  const [first] = problems;
  if (first !== undefined) throw first.error;

  const { maxMalformedLines: allowed = 0, onTurn } = reading;
  const incomplete: IncompleteTurn[] = [];
  const sources: ReportSource[] = [];
  const refusals: string[] = [];
  const broken: MalformedLines["first"][number][] = [];
  let refused = 0;
  let malformed = 0;
  for (const file of files) {
    let turns = 0;
    const refuse = (diagnostic: Diagnostic) => {
      refused += 1;
      if (refusals.length < MAX_REFUSALS) refusals.push(refusalText(file, diagnostic));
    };
    const onText = (text: string | Uint8Array, line?: Line) => {
      const inFile = (diagnostic: Diagnostic) =>
        line === undefined ? diagnostic : { ...diagnostic, line: line.number };
      const found = readText(text, { line, maxBytes: reading.maxBytes });
      if (found.refused.length === 0) {
        if (refused > 0) return;
        for (const turn of found.turns) onTurn(turn);
        turns += found.turns.length;
        incomplete.push(...found.incomplete.slice(0, MAX_REASONS - incomplete.length));
        return;
      }
      if (line !== undefined && malformed < allowed) {
        malformed += 1;
        const message = found.refused[0]?.message ?? "Cannot read it";
        if (broken.length < MAX_TOLD_LINES) broken.push({ source: file.name, line: line.number, message });
        return;
      }
      // Places are found by reading the text again, which is worth it only for what is shown.
      for (const one of found.refused) {
        refuse(refusals.length < MAX_REFUSALS ? inFile({ ...one, ...found.locate(one.path) }) : one);
      }
    };
    await readInput(file, { ...reading, onText });
    sources.push({ name: file.name, turns });
  }
  reading.progress.clear();
  if (refused > 0) throw refusal(refusals, refused);
  return {
    incomplete,
    sources,
    ...(malformed > 0 && { malformed: { count: malformed, allowed, first: broken } }),
  };
}

/** What one text holds: turns, or what is wrong with it. */
interface TextContent {
  readonly turns: readonly TurnMetrics[];
  readonly incomplete: readonly IncompleteTurn[];
  readonly refused: readonly Diagnostic[];
  locate(path: string): { readonly line: number; readonly column: number } | undefined;
}

/** A text with anything broken in it has no turns: a line is read whole or not at all. */
function readText(
  text: string | Uint8Array,
  { line, maxBytes }: { readonly line: Line | undefined; readonly maxBytes: number },
): TextContent {
  const nothing = { turns: [], incomplete: [], locate: () => undefined };
  if (line?.tooLong !== undefined) {
    return { ...nothing, refused: refusedText([line.tooLong]).diagnostics };
  }
  const parsed = parseWireText(text, { maxLength: maxBytes });
  if (!parsed.ok) return { ...nothing, refused: refusedText(parsed.problems).diagnostics };
  const turns: TurnMetrics[] = [];
  const incomplete: IncompleteTurn[] = [];
  const refused: Diagnostic[] = [];
  readTurns(parsed.value, {
    turn: (metrics) => turns.push(metrics),
    incomplete: (turn) => incomplete.push(turn),
    refuse: (diagnostic) => refused.push(diagnostic),
  });
  return { turns, incomplete, refused, locate: parsed.locate };
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
