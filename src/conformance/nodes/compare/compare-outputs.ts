/** Compares what two runs gave. */

import type { OutputEntry, TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import { canonicalJson } from "../../../internal/canonical-json.ts";
import type { NodeFinding, NodeRun } from "../run/node-run.ts";
import { plainPayload } from "./plain-payload.ts";

/** An output as it is compared: what it is, not when it came nor what number it has. */
export interface ComparedOutput {
  readonly text: string;
  readonly index: number;
  readonly entry: OutputEntry;
}

/** The delivered outputs of a run. */
export function comparedOutputs(transcript: readonly TranscriptEntry[]): readonly ComparedOutput[] {
  return transcript.flatMap((entry, index) => {
    if (entry.entry !== "output" || entry.delivery !== "delivered") return [];
    return [{ text: outputText(entry), index, entry }];
  });
}

/** Type, turn and payload of an output as text. */
export function outputText({ type, payload, envelope: { turn_id } }: OutputEntry): string {
  const encoded = plainPayload(payload);
  return canonicalJson({ type, payload: encoded, ...(turn_id !== undefined && { turn_id }) });
}

/** Everything that happened, as texts; telemetry, and what it costs outside, aside. */
export const happenedTexts = (
  transcript: readonly TranscriptEntry[],
  { withTelemetry }: { readonly withTelemetry: boolean },
): readonly string[] =>
  transcript
    .filter(({ entry }) => entry !== "step" && (withTelemetry || entry !== "telemetry"))
    .map((entry) =>
      entry.entry === "output" && entry.payload !== undefined
        ? JSON.stringify({ ...entry, payload: plainPayload(entry.payload) })
        : JSON.stringify(entry),
    );

/** What is said of a difference. */
export interface DifferenceWords {
  readonly rule: NodeRuleId;
  readonly message: string;
  readonly likely_cause: string;
}

/** The first difference between two lists of texts as a finding at the run that was varied. */
export function differenceFinding(
  {
    expected,
    received,
    at,
  }: { readonly expected: string | undefined; readonly received: string | undefined; readonly at: number },
  run: NodeRun,
  words: DifferenceWords,
): NodeFinding {
  const [one, other] = aroundDifference(expected ?? "nothing more", received ?? "nothing more");
  const { transcript } = run;
  return {
    ...words,
    expected: one,
    received: other,
    transcript,
    marked: Math.max(0, Math.min(at, transcript.length - 1)),
  };
}

/** Where two lists of texts part; undefined where they are the same. */
export function firstDifference(
  one: readonly string[],
  other: readonly string[],
):
  | { readonly place: number; readonly expected: string | undefined; readonly received: string | undefined }
  | undefined {
  const most = Math.max(one.length, other.length);
  for (let place = 0; place < most; place += 1)
    if (one[place] !== other[place]) return { place, expected: one[place], received: other[place] };
  return undefined;
}

/** The first delivered output that differs, as a finding. */
export function outputDifference(
  base: NodeRun,
  varied: NodeRun,
  words: DifferenceWords,
): NodeFinding | undefined {
  const [one, other] = [comparedOutputs(base.transcript), comparedOutputs(varied.transcript)];
  const difference = firstDifference(
    one.map(({ text }) => text),
    other.map(({ text }) => text),
  );
  if (difference === undefined) return undefined;
  const at = other[difference.place]?.index ?? varied.transcript.length - 1;
  return differenceFinding({ ...difference, at }, varied, words);
}

/** The two texts from shortly before the place where they part. */
function aroundDifference(one: string, other: string): readonly [string, string] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  if (one.length <= 120 && other.length <= 120) return [one, other];
  const from = Math.max(0, at - 40);
  return [one.slice(from, from + 120), other.slice(from, from + 120)];
}

/** Rules that the varied run breaks and the base does not. */
export function newBreach(base: NodeRun, varied: NodeRun): number | undefined {
  const known = new Set(base.transcript.flatMap((one) => (one.entry === "violation" ? [one.rule] : [])));
  const at = varied.transcript.findIndex((one) => one.entry === "violation" && !known.has(one.rule));
  return at < 0 ? undefined : at;
}
