/**
 * Traces of raw payloads: the words that only inputs have, phrases and short texts with signs in them as a whole, and
 * samples in a row, as a list or written out in a text.
 */
import { quote } from "../../../internal/quote.ts";
import { CANARY_WORDS } from "../scripts/draw-text.ts";

const SHORTEST_PHRASE = 12;
const SHORTEST_TEXT = 3;
const SAMPLES = 8;

/** What is remembered of raw payloads. */
export interface RawTraces {
  /** Remembers what a raw payload holds. */
  take(payload: unknown): void;
  /** What of it is in a value, in words. */
  foundIn(value: unknown): string | undefined;
}

/** No traces yet. */
export function createRawTraces(): RawTraces {
  const words = new Set<string>();
  const shorts = new Set<string>();
  const runs: (readonly number[])[] = [];
  const textIn = (leaf: string): string | undefined => {
    const text = leaf.toLowerCase();
    for (const word of words) if (text.includes(word)) return `${quote(word)} in ${quote(leaf)}`;
    for (const short of shorts) if (standsIn(text, short)) return `${quote(short)} in ${quote(leaf)}`;
    const numbers = runs.length === 0 ? [] : numbersIn(leaf);
    return samplesIn(numbers) === undefined ? undefined : `${SAMPLES} samples of an input, written out`;
  };
  const samplesIn = (leaf: ArrayLike<number>): string | undefined =>
    runs.some((run) => holds(leaf, run)) ? `${SAMPLES} samples of an input in a row` : undefined;
  return {
    take(payload) {
      for (const leaf of leavesOf(payload, { hasNames: false })) {
        if (typeof leaf === "string") {
          const text = leaf.toLowerCase();
          for (const word of CANARY_WORDS) if (text.includes(word)) words.add(word);
          // A single word may well be a name that metadata has by right.
          if (leaf.length >= SHORTEST_PHRASE && /\s/.test(leaf)) words.add(text);
          else if (isTelling(text)) shorts.add(text);
        } else {
          const run = firstSounds(leaf);
          if (run !== undefined) runs.push(run);
        }
      }
    },
    foundIn(value) {
      if (words.size + shorts.size + runs.length === 0) return undefined;
      for (const leaf of leavesOf(value, { hasNames: true })) {
        const found = typeof leaf === "string" ? textIn(leaf) : samplesIn(leaf);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** Whether a short text is more than a name, a number or the id of something. */
const isTelling = (text: string): boolean =>
  text.length >= SHORTEST_TEXT && /[\p{L}\p{N}]/u.test(text) && /[^\p{L}\p{N}_.:/+-]/u.test(text.trim());

/** Whether a text holds another one that is not a part of a longer word. */
function standsIn(text: string, short: string): boolean {
  const isPart = (one: string | undefined, other: string | undefined) =>
    /^[\p{L}\p{N}]{2}$/u.test(`${one ?? ""}${other ?? ""}`);
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const end = at + short.length;
    if (!isPart(text[at - 1], text[at]) && !isPart(text[end - 1], text[end])) return true;
  }
  return false;
}

/** The numbers in a text, in order. */
const numbersIn = (text: string): readonly number[] => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

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
