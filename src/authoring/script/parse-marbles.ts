/** Reads a marble string as steps. */
import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import type { NodeStep } from "../harness/node-step.ts";
import { type MarbleSymbol, marbleError, readCells } from "./marble-cells.ts";
import {
  demandSymbols,
  frameOf,
  type InstantStep,
  MARBLE_SYMBOLS,
  type MarbleLegend,
  type MarbleOptions,
  stepOf,
} from "./marble-legend.ts";

/**
 * The steps of a marble string: letters are those of the legend, `^` opens a turn, `|` commits it, `#` aborts it, `!`
 * cancels it. Throws a TypeError that points at the column for what cannot be read.
 *
 * @example
 * const hello = { type: "text.final", payload: "hello" };
 * await harness.run(parseMarbles("^ a 250ms a - - |", { a: hello }));
 */
export function parseMarbles(
  text: string,
  legend: MarbleLegend = {},
  options: MarbleOptions = {},
): readonly NodeStep[] {
  demandSymbols(legend);
  const { cells, end_ms } = readCells(text, frameOf(options));
  const steps: NodeStep[] = [];
  let now = 0;
  const advanceTo = (at_ms: number) => {
    if (at_ms > now) steps.push({ kind: "advance", ms: at_ms - now });
    now = at_ms;
  };
  for (const { at_ms, symbols } of cells) {
    advanceTo(at_ms);
    for (const symbol of symbols) steps.push(meaningOf(symbol, { text, legend }));
  }
  advanceTo(end_ms);
  return steps;
}

function meaningOf(
  { symbol, offset }: MarbleSymbol,
  { text, legend }: { readonly text: string; readonly legend: MarbleLegend },
): InstantStep {
  const fixed = Object.hasOwn(MARBLE_SYMBOLS, symbol) ? MARBLE_SYMBOLS[symbol] : undefined;
  if (fixed !== undefined) return fixed;
  const meaning = Object.hasOwn(legend, symbol) ? legend[symbol] : undefined;
  if (meaning === undefined) {
    const known = Object.keys(legend);
    const near = nearest(symbol, known);
    const hint = near === undefined ? "" : `; did you mean ${quote(near)}?`;
    throw marbleError(text, {
      offset,
      expected: `a symbol of the legend (${known.length === 0 ? "it is empty" : known.join(" ")}), a time, or one of - ( ) ^ | # !`,
      received: `${quote(symbol)}${hint}`,
    });
  }
  const step = stepOf(meaning);
  if ((step as NodeStep).kind !== "advance") return step;
  const expected = "a step that takes no time; write the time into the string, such as 50ms";
  throw marbleError(text, { offset, expected, received: `an advance as ${quote(symbol)}` });
}
