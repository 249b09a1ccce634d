/** Checks about the outputs of a run: which ones, in what order, when. */
import { quote } from "../../internal/quote.ts";
import { describePayload } from "../harness/describe-payload.ts";
import type { OutputEntry, TranscriptEntry } from "../harness/transcript.ts";
import type { Transcribed } from "../script/output-marbles.ts";
import { matchesPayload, type PayloadMatcher } from "../script/payload-match.ts";
import type { Finding } from "./finding.ts";

/** An output as a test expects it; what is left out may be anything. */
export interface ExpectedOutput {
  readonly type: string;
  /** A value, a function that judges, or an asymmetric matcher of the test runner. */
  readonly payload?: PayloadMatcher;
  /** Virtual time, in ms. */
  readonly at_ms?: number;
  readonly turn_id?: string;
}

/** A time in ms, or the type of an input or the kind of a step that came last. */
export type Moment = number | string;

/** The delivered outputs of a run, of one type or of all. */
export const deliveredOutputs = ({ transcript }: Transcribed, type?: string): OutputEntry[] =>
  transcript.filter(
    (entry): entry is OutputEntry =>
      entry.entry === "output" &&
      entry.delivery === "delivered" &&
      (type === undefined || entry.type === type),
  );

/** Outputs of the lanes that make a difference to whoever listens; late ones were given, too. */
const givenOutputs = ({ transcript }: Transcribed, type?: string): OutputEntry[] =>
  transcript.filter(
    (entry): entry is OutputEntry => entry.entry === "output" && (type === undefined || entry.type === type),
  );

const fits = (output: OutputEntry, expected: ExpectedOutput): boolean =>
  output.type === expected.type &&
  (!("payload" in expected) || matchesPayload(output.payload, expected.payload)) &&
  (expected.at_ms === undefined || output.at_ms === expected.at_ms) &&
  (expected.turn_id === undefined || output.envelope.turn_id === expected.turn_id);

/** An expected output in words. */
export function expectedText(expected: ExpectedOutput): string {
  const { type, payload, at_ms, turn_id } = expected;
  return [
    `output ${quote(type)}`,
    ...("payload" in expected ? [`of ${matcherText(payload)}`] : []),
    ...(at_ms === undefined ? [] : [`at ${at_ms} ms`]),
    ...(turn_id === undefined ? [] : [`in turn ${quote(turn_id)}`]),
  ].join(" ");
}

function matcherText(payload: PayloadMatcher): string {
  if (typeof payload === "function") return "a payload that the function accepts";
  return `payload ${describePayload(payload) || "nothing"}`;
}

const outputText = ({ type, payload, at_ms, delivery }: OutputEntry): string =>
  `output ${quote(type)} of payload ${describePayload(payload) || "nothing"} at ${at_ms} ms${delivery === "delivered" ? "" : ` (${delivery})`}`;

const countText = (count: number): string => (count === 0 ? "no output" : `${count} outputs`);

/** Whether the delivered outputs are exactly these, in this order. */
export function findOutputs(subject: Transcribed, expected: readonly ExpectedOutput[]): Finding {
  const given = deliveredOutputs(subject);
  const count = Math.max(given.length, expected.length);
  for (let index = 0; index < count; index += 1) {
    const wanted = expected[index];
    const output = given[index];
    if (wanted !== undefined && output !== undefined && fits(output, wanted)) continue;
    const place = `as number ${index + 1} of ${expected.length}`;
    return {
      holds: false,
      expected:
        wanted === undefined
          ? `no output after number ${expected.length}`
          : `${expectedText(wanted)} ${place}`,
      received: output === undefined ? "no more" : outputText(output),
      at: output ?? given.at(-1),
    };
  }
  const what = expected.length === 0 ? "no output" : `these ${expected.length} outputs`;
  return { holds: true, expected: what, received: "exactly that" };
}

/** Whether an output was delivered that is as expected. */
export function findOutput(subject: Transcribed, expected: ExpectedOutput): Finding {
  const given = deliveredOutputs(subject);
  const found = given.find((output) => fits(output, expected));
  const near = given.findLast(({ type }) => type === expected.type);
  const received =
    near === undefined
      ? `${countText(given.length)}${given.length > 0 ? " of other types" : ""}`
      : outputText(near);
  return {
    holds: found !== undefined,
    expected: expectedText(expected),
    received: found === undefined ? received : outputText(found),
    at: found ?? near,
  };
}

/** Whether nothing was given after a time, of one type or of all; late outputs count. */
export function findSilence(
  subject: Transcribed,
  { type, after_ms = -1 }: { readonly type?: string; readonly after_ms?: number } = {},
): Finding {
  const [first, ...more] = givenOutputs(subject, type).filter(({ at_ms }) => at_ms > after_ms);
  const of = type === undefined ? "" : ` ${quote(type)}`;
  return {
    holds: first === undefined,
    expected: `no output${of}${after_ms < 0 ? "" : ` after ${after_ms} ms`}`,
    received:
      first === undefined
        ? "none"
        : `${outputText(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`,
    at: first,
  };
}

/** Whether an output was delivered no later than `ms` after a moment. */
export function findWithin(
  subject: Transcribed,
  { ms, after = 0, ...expected }: ExpectedOutput & { readonly ms: number; readonly after?: Moment },
): Finding {
  const { at_ms, what } = momentOf(subject, after);
  const wanted = `${expectedText(expected)} within ${ms} ms of ${what}`;
  if (at_ms === undefined) return { holds: false, expected: wanted, received: `no ${what} in the run` };
  const found = deliveredOutputs(subject).find((output) => output.at_ms >= at_ms && fits(output, expected));
  return {
    holds: found !== undefined && found.at_ms <= at_ms + ms,
    expected: wanted,
    received: found === undefined ? "none" : `${outputText(found)}, ${found.at_ms - at_ms} ms after it`,
    at: found,
  };
}

/** When a moment was: a step that is named counts when it came last. */
export function momentOf(
  { transcript }: Transcribed,
  moment: Moment,
): { readonly at_ms: number | undefined; readonly what: string } {
  if (typeof moment === "number") return { at_ms: moment, what: `${moment} ms` };
  const last = transcript.findLast((entry) => isStep(entry, moment));
  return { at_ms: last?.at_ms, what: `step ${quote(moment)}` };
}

const isStep = (entry: TranscriptEntry, name: string): boolean =>
  entry.entry === "step" &&
  (entry.step.kind === name || (entry.step.kind === "input" && entry.step.type === name));
