/** From one JSON value to the turns in it: OR-02 evidence in either form, turn metrics, or lists of these. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { checkBaselineCompleteness } from "../../evidence/baseline-completeness.ts";
import { evidenceTags } from "../../evidence/evidence-tags.ts";
import { goName, isGoEntry } from "../../evidence/go-baseline-entry.ts";
import { toTurnMetrics } from "../../evidence/to-turn-metrics.ts";
import type { IncompleteTurn } from "../../gates/slo/report/gate-report-input.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { pointerKeys, pointerStep } from "../../internal/json-pointer.ts";
import { validate } from "../../validators/validate.ts";
import { detectKind } from "../kinds/detect-kind.ts";
import { validateEitherForm } from "../validation/validate-either-form.ts";

/** Takes what is found in the values of a run. */
export interface TurnSink {
  turn(metrics: TurnMetrics): void;
  /** An accepted turn whose evidence is incomplete, with the reasons. */
  incomplete(turn: IncompleteTurn): void;
  /** What is wrong with a value; its path starts at the value that was handed in. */
  refuse(diagnostic: Diagnostic): void;
}

/** Hands the turns of a value to the sink, in their order. */
export function readTurns(value: unknown, sink: TurnSink): void {
  readValue(value, sink, "");
}

function readValue(value: unknown, sink: TurnSink, path: string): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) readValue(item, sink, `${path}/${index}`);
    return;
  }
  const { kind } = detectKind(value);
  if (kind === "turn_metrics") readMetrics(value, sink, path);
  else if (kind === "baseline_evidence") readRecord(value, sink, path);
  else if (kind === "baseline_artifact") readArtifact(value as { entries: unknown }, sink, path);
  else sink.refuse({ ...noEvidence(value, kind), path });
}

function readMetrics(value: unknown, sink: TurnSink, path: string): void {
  const result = validate("turn_metrics", value);
  if (result.ok) sink.turn(result.value);
  else for (const diagnostic of result.diagnostics) sink.refuse(below(path, diagnostic));
}

function readRecord(value: unknown, sink: TurnSink, path: string): void {
  const result = validateEitherForm("baseline_evidence", value, {});
  if (result.ok) takeEvidence(result.value as BaselineEvidence, { value, sink, path });
  else for (const diagnostic of result.diagnostics) sink.refuse(below(path, diagnostic));
}

/** An artifact without entries is readable here: it holds no evidence, which the gates then say. */
function readArtifact(value: { entries: unknown }, sink: TurnSink, path: string): void {
  const { entries } = value;
  const isEmpty = Array.isArray(entries) && entries.length === 0;
  const result = validateEitherForm("baseline_artifact", value, {});
  if (!result.ok) {
    const serious = result.diagnostics.filter((diagnostic) => !(isEmpty && diagnostic.path === "/entries"));
    for (const diagnostic of serious) sink.refuse(below(path, diagnostic));
    return;
  }
  const given = Array.isArray(entries) ? entries : [];
  for (const [index, entry] of (result.value as { entries: readonly BaselineEvidence[] }).entries.entries()) {
    takeEvidence(entry, { value: given[index], sink, path: `${path}/entries/${index}` });
  }
}

function takeEvidence(
  evidence: BaselineEvidence,
  { value, sink, path }: { value: unknown; sink: TurnSink; path: string },
): void {
  const metrics: TurnMetrics = { ...toTurnMetrics(evidence), tags: evidenceTags(evidence) };
  const checked = validate("turn_metrics", metrics);
  if (!checked.ok) {
    for (const diagnostic of checked.diagnostics) sink.refuse(below(path, asWritten(diagnostic, value)));
    return;
  }
  sink.turn(metrics);
  if (!metrics.accepted || metrics.baseline_complete) return;
  const { diagnostics } = checkBaselineCompleteness(evidence);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  sink.incomplete({ turn_id: metrics.turn_id, diagnostics: errors });
}

/** A diagnostic about a marker, with the name that the marker has in the record. */
function asWritten(diagnostic: Diagnostic, record: unknown): Diagnostic {
  if (!isGoEntry(record)) return diagnostic;
  const [name, ...rest] = pointerKeys(diagnostic.path) ?? [];
  if (name === undefined) return diagnostic;
  const path = [goName(name), ...rest].map(pointerStep).join("");
  return { ...diagnostic, path, message: diagnostic.message.replace(`"${name}"`, `"${goName(name)}"`) };
}

function below(path: string, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, path: path + diagnostic.path };
}

function noEvidence(value: unknown, kind: string | undefined): Omit<Diagnostic, "path"> {
  const expected = "a baseline artifact, baseline evidence or turn metrics";
  const received = kind === undefined ? describeValue(value) : `what looks like ${kind}`;
  return {
    rule: "CLI-04",
    severity: "error",
    message: `Cannot read evidence: expected ${expected} but received ${received}`,
    expected,
    received,
    source: "rspp-contracts gates",
  };
}
