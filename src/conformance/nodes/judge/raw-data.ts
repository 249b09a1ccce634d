/**
 * Raw data that turns up where it must not be: what users said is looked for in what leaves as metadata, summary or
 * telemetry. Looked for are the words that only inputs have, longer texts as a whole, and samples in a row; a length,
 * a count or a hash of them is not raw data.
 */

import type {
  OutputEntry,
  StepEntry,
  TelemetryEntry,
  TranscriptEntry,
} from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { RAW_CLASSES } from "../../../authoring/rules/raw-classes.ts";
import { quote } from "../../../internal/quote.ts";
import type { NodeFinding } from "../run/node-run.ts";
import { CANARY_WORDS } from "../scripts/draw-text.ts";

const SHORTEST_TEXT = 12;
const SAMPLES = 8;

type InputEntry = StepEntry & { readonly step: Extract<StepEntry["step"], { readonly kind: "input" }> };

/** Whether the entry is an input of a raw class. */
export function carriesRaw({ inputs }: NodeDefinition, entry: TranscriptEntry): entry is InputEntry {
  if (entry.entry !== "step" || entry.step.kind !== "input") return false;
  const port = inputs[entry.step.type];
  return port !== undefined && RAW_CLASSES.has(port.payload_class);
}

/** Outputs that must not hold raw data. */
export const canaryOutputs = (
  { descriptor }: NodeDefinition,
  transcript: readonly TranscriptEntry[],
): readonly OutputEntry[] => {
  const types = guardedPorts(descriptor);
  return transcript.filter(
    (entry): entry is OutputEntry => entry.entry === "output" && types.has(entry.type),
  );
};

/** Types of outputs that must not hold raw data. */
export const guardedPorts = ({ outputs }: NodeDefinition["descriptor"]): ReadonlySet<string> =>
  new Set(
    outputs.flatMap(({ type, payload_class, declassifies }) =>
      !RAW_CLASSES.has(payload_class) && declassifies !== true ? [type] : [],
    ),
  );

/** The first leak into an output, and the first into telemetry. */
export function findLeaks(
  node: NodeDefinition,
  transcript: readonly TranscriptEntry[],
): readonly NodeFinding[] {
  const raw = createTraces();
  const guarded = guardedPorts(node.descriptor);
  const found: NodeFinding[] = [];
  const isKnown = (rule: string) => found.some((one) => one.rule === rule);
  for (const [marked, entry] of transcript.entries()) {
    if (carriesRaw(node, entry)) raw.take(entry.step.payload);
    const expected = "nothing of a raw, personal or health payload";
    if (entry.entry === "output" && guarded.has(entry.type) && !isKnown("NODE-DATA-02")) {
      const leak = raw.foundIn(entry.payload);
      if (leak !== undefined)
        found.push({
          rule: "NODE-DATA-02",
          message: `Output ${quote(entry.type)} of class ${entry.envelope.payload_class} holds raw data of an input`,
          expected,
          received: leak,
          likely_cause:
            "A part of the input is copied; if that is on purpose, the port has to say declassifies",
          transcript,
          marked,
        });
    }
    if (entry.entry === "telemetry" && !isKnown("NODE-DATA-03")) {
      const { name, fields } = entry as TelemetryEntry;
      const leak = raw.foundIn({ name, ...fields });
      if (leak !== undefined)
        found.push({
          rule: "NODE-DATA-03",
          message: `Telemetry ${quote(name)} holds raw data of an input`,
          expected,
          received: leak,
          likely_cause: "A part of the input is recorded; record its length or kind instead",
          transcript,
          marked,
        });
    }
  }
  return found;
}

interface Traces {
  /** Remembers what a raw payload holds. */
  take(payload: unknown): void;
  /** What of it is in a value, in words. */
  foundIn(value: unknown): string | undefined;
}

/** Traces of raw payloads. */
function createTraces(): Traces {
  const words = new Set<string>();
  const runs: (readonly number[])[] = [];
  return {
    take(payload) {
      for (const leaf of leavesOf(payload, { hasNames: false })) {
        if (typeof leaf === "string") {
          const text = leaf.toLowerCase();
          for (const word of CANARY_WORDS) if (text.includes(word)) words.add(word);
          // Phrases only: a single word may well be a name that metadata has by right.
          if (leaf.length >= SHORTEST_TEXT && /\s/.test(leaf)) words.add(text);
        } else {
          const run = firstSounds(leaf);
          if (run !== undefined) runs.push(run);
        }
      }
    },
    foundIn(value) {
      if (words.size === 0 && runs.length === 0) return undefined;
      for (const leaf of leavesOf(value, { hasNames: true })) {
        if (typeof leaf === "string") {
          const text = leaf.toLowerCase();
          for (const word of words) if (text.includes(word)) return `${quote(word)} in ${quote(leaf)}`;
        } else if (runs.some((run) => holds(leaf, run))) return `${SAMPLES} samples of an input in a row`;
      }
      return undefined;
    },
  };
}

/** Texts and lists of numbers in a value. */
function* leavesOf(
  value: unknown,
  names: { readonly hasNames: boolean },
): Generator<string | ArrayLike<number>> {
  if (typeof value === "string") yield value;
  else if (ArrayBuffer.isView(value)) yield value as unknown as ArrayLike<number>;
  else if (Array.isArray(value) && value.length >= SAMPLES && value.every((one) => typeof one === "number"))
    yield value;
  else if (typeof value === "object" && value !== null)
    for (const [name, member] of Object.entries(value)) {
      if (names.hasNames) yield name;
      yield* leavesOf(member, names);
    }
}

/** The first samples in a row that are not silence. */
function firstSounds(samples: ArrayLike<number>): readonly number[] | undefined {
  for (let at = 0; at + SAMPLES <= samples.length; at += SAMPLES) {
    const run = Array.from({ length: SAMPLES }, (_, offset) => samples[at + offset] ?? 0);
    if (new Set(run).size > SAMPLES / 2) return run;
  }
  return undefined;
}

function holds(samples: ArrayLike<number>, run: readonly number[]): boolean {
  for (let at = 0; at + run.length <= samples.length; at += 1)
    if (run.every((sample, offset) => samples[at + offset] === sample)) return true;
  return false;
}
