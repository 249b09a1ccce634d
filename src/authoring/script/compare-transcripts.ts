/** Compares two runs and tells the first difference. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { pointerStep } from "../../internal/json-pointer.ts";
import type { TranscriptEntry } from "../harness/transcript.ts";
import { transcriptWindow } from "../harness/transcript-window.ts";
import type { Transcribed } from "./output-marbles.ts";
import { entryText } from "./transcript-text.ts";

/** What is compared. */
export interface TranscriptComparison {
  /** `outputs` unless told; `all` also compares steps, hooks, telemetry, drops and violations. */
  readonly what?: "outputs" | "all";
}

/** The first difference between two runs. */
export interface TranscriptDifference {
  /** Index among the entries that were compared. */
  readonly index: number;
  /** JSON Pointer of what differs in the entry; empty where one run has no such entry. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  /** The difference with what led to it, as lines of text. */
  readonly text: string;
}

/** The first difference between a run and what is expected of it; undefined where there is none. */
export function compareTranscripts(
  expected: Transcribed,
  received: Transcribed,
  { what = "outputs" }: TranscriptComparison = {},
): TranscriptDifference | undefined {
  const isCompared = ({ entry }: TranscriptEntry) => what === "all" || entry === "output";
  const wanted = expected.transcript.filter(isCompared);
  const given = received.transcript.filter(isCompared);
  const texts = { wanted: wanted.map(entryText), given: given.map(entryText) };
  const count = Math.max(wanted.length, given.length);
  for (let index = 0; index < count; index += 1) {
    if (texts.wanted[index] === texts.given[index]) continue;
    const at = differenceAt(texts.wanted[index], texts.given[index]);
    return { index, ...at, text: textOf({ ...at, index, what, wanted, given, run: received }) };
  }
  return undefined;
}

type Place = Pick<TranscriptDifference, "path" | "expected" | "received">;

function differenceAt(wanted: string | undefined, given: string | undefined): Place {
  if (wanted === undefined) return { path: "", expected: "no more", received: clipped(given) };
  if (given === undefined) return { path: "", expected: clipped(wanted), received: "no more" };
  const { path, one, other } = firstDifference(JSON.parse(wanted), JSON.parse(given));
  return { path, expected: wordsFor(one), received: wordsFor(other) };
}

const clipped = (text = "", max = 160): string => (text.length > max ? `${text.slice(0, max - 1)}…` : text);

const wordsFor = (value: unknown): string =>
  typeof value === "object" && value !== null ? clipped(canonicalJson(value)) : describeValue(value);

interface Found {
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

const isContainer = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null;

/** The first member, in order of names, in which two JSON values differ; they are known to differ. */
function firstDifference(one: unknown, other: unknown, path = ""): Found {
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other))
    return { path, one, other };
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const name = names.find((key) => canonicalOf(one[key]) !== canonicalOf(other[key]));
  if (name === undefined) return { path, one, other };
  return firstDifference(one[name], other[name], `${path}${pointerStep(name)}`);
}

const canonicalOf = (value: unknown): string => (value === undefined ? "" : canonicalJson(value));

interface Told extends Place {
  readonly index: number;
  readonly what: "outputs" | "all";
  readonly wanted: readonly TranscriptEntry[];
  readonly given: readonly TranscriptEntry[];
  readonly run: Transcribed;
}

function textOf({ index, path, expected, received, what, wanted, given, run }: Told): string {
  const where = path === "" ? "" : ` at ${path}`;
  const at = given[index];
  const last = given.at(-1);
  const marked = at ?? last;
  const window = marked === undefined ? [] : transcriptWindow(run.transcript, run.transcript.indexOf(marked));
  const name = what === "outputs" ? "output" : "entry";
  return [
    `Cannot accept the run: expected ${name} ${index + 1} of ${wanted.length} as recorded but received another one, of ${given.length} in all`,
    `  expected${where}: ${expected}`,
    `  received${where}: ${received}`,
    ...(window.length > 0 ? [""] : []),
    ...window.map((line) => `  ${line}`),
  ].join("\n");
}
