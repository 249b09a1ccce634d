/** Reads one recording, a replay trace or a baseline artifact in either form, and says where it is wrong. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { BaselineArtifact } from "../../contracts/observability/baseline-artifact.ts";
import type { ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import { compareLineage } from "../../gates/replay/compare-lineage.ts";
import type { InvocationEvidence } from "../../gates/replay/invocation-latency.ts";
import { invocationsOfTrace, traceOfBaseline } from "../../gates/replay/trace-of-baseline.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import { type ContractKind, validate } from "../../validators/validate.ts";
import { refusedText } from "../../validators/validate-text.ts";
import type { InputFile } from "../input/find-inputs.ts";
import { type InputReading, readInput } from "../input/read-input.ts";
import { detectKind } from "../kinds/detect-kind.ts";
import { diagnosticLines } from "../report/finding-lines.ts";
import { UsageError } from "../usage-error.ts";
import { validateEitherForm } from "../validation/validate-either-form.ts";

/** A recording that was read. */
export interface Recording {
  readonly trace: ReplayTrace;
  /** The provider invocations in it, with their latencies. */
  readonly evidence: readonly InvocationEvidence[];
}

const HINT = "Expected a replay_trace (rspp.replay-trace.v1) or a baseline_artifact";
/** Most diagnostics that are told of one file. */
const LISTED = 20;

/** The recording in a file. Throws UsageError with file, line and column for anything else. */
export async function readRecording(file: InputFile, reading: InputReading): Promise<Recording> {
  let recording: Recording | undefined;
  const onText = (text: string | Uint8Array) => {
    recording = parseRecording(file.name, text, reading);
  };
  await readInput({ ...file, layout: "json" }, { ...reading, onText });
  reading.progress.clear();
  if (recording !== undefined) return recording;
  throw new UsageError(`Cannot replay ${file.name}: expected a JSON object but received an empty file`, HINT);
}

function parseRecording(
  name: string,
  text: string | Uint8Array,
  { maxBytes }: Pick<InputReading, "maxBytes">,
): Recording {
  const parsed = parseWireText(text, { maxLength: maxBytes });
  if (!parsed.ok) throw refusal(name, undefined, refusedText(parsed.problems).diagnostics);
  const { value } = parsed;
  const { kind } = detectKind(value);
  if (kind !== "replay_trace" && kind !== "baseline_artifact") {
    const received = kind === undefined ? "something else" : `a ${kind}`;
    throw new UsageError(
      `Cannot replay ${name}: expected a replay_trace or a baseline_artifact but received ${received}`,
      HINT,
    );
  }
  const result = kind === "replay_trace" ? validate(kind, value) : validateEitherForm(kind, value, {});
  if (!result.ok) {
    const place = (path: string) => parsed.locate(path) ?? parsed.locate(path.replace(/\/[^/]*$/, ""));
    const placed = result.diagnostics.map((one) => ({ ...one, ...place(one.path) }));
    throw refusal(name, kind, placed);
  }
  if (kind === "replay_trace") return fromTrace(name, result.value as ReplayTrace);
  const artifact = result.value as BaselineArtifact;
  return { trace: traceOfBaseline(artifact), evidence: artifact.entries };
}

/** What became of an event may be told only once; the contract cannot say so. */
function fromTrace(name: string, trace: ReplayTrace): Recording {
  try {
    compareLineage(trace, trace);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = error.message.replace(/^Cannot evaluate baseline\./, "");
    throw new UsageError(
      `Cannot replay ${name}: ${reason}`,
      "Tell what became of each event in one lineage record",
    );
  }
  return { trace, evidence: invocationsOfTrace(trace) };
}

function refusal(
  name: string,
  kind: ContractKind | undefined,
  diagnostics: readonly Diagnostic[],
): UsageError {
  const count = diagnostics.length === 1 ? "1 problem" : `${diagnostics.length} problems`;
  const about = { name, kind, palette: PLAIN_PALETTE };
  const lines = diagnostics.slice(0, LISTED).flatMap((one) => diagnosticLines(one, about));
  const rest = diagnostics.length - LISTED;
  const more = rest > 0 ? [`... and ${rest} more`] : [];
  return new UsageError(
    `Cannot replay ${name}: expected a readable ${kind ?? "recording"} but received ${count}\n${[...lines, ...more].join("\n")}`,
  );
}
