/** What the difference between a fast and a slow consumer says of the node. */
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeFinding, NodeRun } from "../run/node-run.ts";
import {
  type ComparedOutput,
  comparedOutputs,
  differenceFinding,
  firstDifference,
} from "./compare-outputs.ts";

const CAUSES: { readonly [rule in "NODE-BP-02" | "NODE-BP-03"]: string } = {
  "NODE-BP-02": "The node stops for good, or changes the order, when an output has to wait",
  "NODE-BP-03":
    "The node drops or changes outputs when the consumer is slow; wait for what emit and yield give instead",
};

/** The outputs of a run as they are compared. */
export const textsOf = ({ transcript }: NodeRun): readonly string[] =>
  comparedOutputs(transcript).map(({ text }) => text);

/** What is missing of an input from before the consumer went on was lost; all else shows that the node does not go on. */
export function judgePressure(fast: NodeRun, slow: NodeRun): readonly NodeFinding[] {
  const [one, other] = [comparedOutputs(fast.transcript), comparedOutputs(slow.transcript)];
  const difference = firstDifference(textsOf(fast), textsOf(slow));
  if (difference === undefined) return [];
  const missing = minus(one, other);
  const extra = minus(other, one);
  const resumed = slow.transcript.findLastIndex(
    (entry) => entry.entry === "step" && entry.step.kind === "resume_output",
  );
  const early = causesBefore(slow.transcript, resumed);
  const isEarly = ({ entry }: ComparedOutput) => early.has(entry.envelope.causal_parent_id ?? "");
  const at = (extra[0] ?? other[difference.place])?.index ?? slow.transcript.length - 1;
  const finding = (rule: keyof typeof CAUSES, message: string): NodeFinding =>
    differenceFinding(
      {
        expected: missing[0]?.text ?? difference.expected,
        received: extra[0]?.text ?? difference.received,
        at,
      },
      slow,
      {
        rule,
        message,
        likely_cause: CAUSES[rule],
      },
    );
  if (missing.length === 0 && extra.length === 0)
    return [finding("NODE-BP-02", "A slow consumer got the outputs in another order than a fast one")];
  const changed = [...missing, ...extra];
  const isLost = changed.some(isEarly);
  const isStuck = missing.some((output) => !isEarly(output)) || !changed.some(isEarly);
  return [
    ...(isStuck
      ? [finding("NODE-BP-02", "After a pause the node did not give what it gives without one")]
      : []),
    ...(isLost ? [finding("NODE-BP-03", "A slow consumer got other outputs than a fast one")] : []),
  ];
}

/** Outputs of the first list that the second one lacks. */
function minus(one: readonly ComparedOutput[], other: readonly ComparedOutput[]): readonly ComparedOutput[] {
  const left = other.map(({ text }) => text);
  return one.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Ids of the inputs that came before the entry. */
const causesBefore = (transcript: readonly TranscriptEntry[], end: number): ReadonlySet<string> =>
  new Set(
    transcript.slice(0, end).flatMap((entry) => {
      if (entry.entry !== "step" || entry.step.kind !== "input") return [];
      const id = entry.step.envelope?.["event_id"];
      return typeof id === "string" ? [id] : [];
    }),
  );
