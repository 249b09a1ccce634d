/** The legend of a marble string: what each symbol stands for. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import { encodePayload } from "../boundary/wire/payload-text.ts";
import type { NodeStep } from "../harness/node-step.ts";

/** A step that takes no time. */
export type InstantStep = Exclude<NodeStep, { readonly kind: "advance" }>;

/** An input in a legend: the `kind` may be left out. */
export interface MarbleInput {
  readonly kind?: "input";
  readonly type: string;
  readonly payload?: unknown;
  readonly turn_id?: string | null;
  readonly envelope?: JsonObject;
}

/** What a symbol stands for: an input, or any other step that takes no time. */
export type MarbleMeaning = MarbleInput | Exclude<InstantStep, { readonly kind: "input" }>;

/** What the symbols of a marble string stand for; a symbol is one character. */
export type MarbleLegend = { readonly [symbol: string]: MarbleMeaning };

/** How marbles are read and written. */
export interface MarbleOptions {
  /** Time from one column to the next, in ms; 10 unless told. */
  readonly frame?: number;
}

/** Time from one column to the next, in ms, unless told. */
export const MARBLE_FRAME_MS = 10;

/** The symbols that mean the same in every legend. */
export const MARBLE_SYMBOLS: { readonly [symbol: string]: InstantStep } = {
  "^": { kind: "open_turn" },
  "|": { kind: "commit_turn" },
  "#": { kind: "abort_turn" },
  "!": { kind: "cancel" },
};

/** Symbols that belong to the notation and stand for no step. */
const NOTATION = /^[\s\d()?-]$/u;

/** The step of a meaning. */
export const stepOf = (meaning: MarbleMeaning): InstantStep =>
  "kind" in meaning && meaning.kind !== undefined
    ? (meaning as InstantStep)
    : ({ ...meaning, kind: "input" } as InstantStep);

/** Text that is the same for steps that are the same. */
export const stepText = (step: NodeStep): string => canonicalJson(encodePayload(step));

/** The frame of the options. Throws a RangeError for one that is no time. */
export function frameOf({ frame = MARBLE_FRAME_MS }: MarbleOptions): number {
  if (Number.isSafeInteger(frame) && frame > 0) return frame;
  throw new RangeError(
    `Cannot use a frame: expected whole milliseconds > 0 but received ${describeValue(frame)}`,
  );
}

/** Throws a TypeError for a symbol that cannot be in a legend. */
export function demandSymbols(legend: { readonly [symbol: string]: unknown }): void {
  for (const symbol of Object.keys(legend)) {
    const isOne =
      [...symbol].length === 1 && !NOTATION.test(symbol) && !Object.hasOwn(MARBLE_SYMBOLS, symbol);
    if (isOne) continue;
    throw new TypeError(
      `Cannot use a legend: expected symbols of one character, other than digits, spaces and - ( ) ? ^ | # !, but received ${quote(symbol)}`,
    );
  }
}
