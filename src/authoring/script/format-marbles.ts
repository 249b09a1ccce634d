/** Writes steps, or what happened at instants, as a marble string. */
import { quote } from "../../internal/quote.ts";
import type { NodeStep } from "../harness/node-step.ts";
import {
  demandSymbols,
  frameOf,
  MARBLE_SYMBOLS,
  type MarbleLegend,
  type MarbleMeaning,
  type MarbleOptions,
  stepOf,
  stepText,
} from "./marble-legend.ts";

/** Steps as marbles, with the legend that reads them. */
export interface FormattedMarbles {
  readonly marbles: string;
  /** What was given, and a letter for each step that it lacked. */
  readonly legend: MarbleLegend;
}

/** What happens at an instant, as symbols. */
export interface WrittenCell {
  /** Since the string began, in ms. */
  readonly at_ms: number;
  readonly symbols: readonly string[];
}

/** Longer gaps are written as a time. */
const MOST_DASHES = 8;

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Instants in order of time as one string; it ends at `end_ms`. */
export function writeCells(
  cells: readonly WrittenCell[],
  { frame, end_ms }: { readonly frame: number; readonly end_ms: number },
): string {
  let text = "";
  let now = 0;
  const pass = (at_ms: number, isColumnNext: boolean) => {
    const frames = (at_ms - now) / frame;
    // Between two columns lies one frame without a dash; at either end of the string the dashes are all there is.
    const dashes = text !== "" && isColumnNext ? frames - 1 : frames;
    const isBare = text === "" && !isColumnNext;
    if (Number.isInteger(frames) && dashes >= 0 && dashes <= MOST_DASHES && !(isBare && frames > 0))
      text += "-".repeat(dashes);
    else text += `${text === "" ? "" : " "}${at_ms - now}ms${isColumnNext ? " " : ""}`;
    now = at_ms;
  };
  for (const { at_ms, symbols } of cells) {
    pass(at_ms, true);
    text += symbols.length === 1 ? symbols[0] : `(${symbols.join("")})`;
  }
  if (end_ms > now) pass(end_ms, false);
  return text;
}

/** Steps as a marble string. Steps that the legend lacks get letters of their own. */
export function formatMarbles(
  steps: Iterable<NodeStep>,
  legend: MarbleLegend = {},
  options: MarbleOptions = {},
): FormattedMarbles {
  demandSymbols(legend);
  const symbolOf = symbolsOf(legend);
  const cells: { at_ms: number; symbols: string[] }[] = [];
  let now = 0;
  for (const step of steps) {
    if (step.kind === "advance") {
      now += step.ms;
      continue;
    }
    const last = cells.at(-1);
    const symbol = symbolOf.find(step);
    if (last?.at_ms === now) last.symbols.push(symbol);
    else cells.push({ at_ms: now, symbols: [symbol] });
  }
  const marbles = writeCells(cells, { frame: frameOf(options), end_ms: now });
  return { marbles, legend: symbolOf.legend };
}

function symbolsOf(given: MarbleLegend) {
  const legend: { [symbol: string]: MarbleMeaning } = { ...given };
  const known = new Map<string, string>();
  // The first symbol of a meaning is the one that is written.
  const learn = (symbol: string, text: string) => {
    if (!known.has(text)) known.set(text, symbol);
  };
  for (const [symbol, step] of Object.entries(MARBLE_SYMBOLS)) learn(symbol, stepText(step));
  for (const [symbol, meaning] of Object.entries(given)) learn(symbol, stepText(stepOf(meaning)));
  return {
    legend,
    find(step: Exclude<NodeStep, { readonly kind: "advance" }>): string {
      const text = stepText(step);
      const found = known.get(text);
      if (found !== undefined) return found;
      const letter = LETTERS.find((one) => !Object.hasOwn(legend, one));
      if (letter === undefined)
        throw new RangeError(
          `Cannot write marbles: expected at most ${LETTERS.length} different steps but received one more, of kind ${quote(step.kind)}`,
        );
      legend[letter] = step;
      learn(letter, text);
      return letter;
    },
  };
}
