/** Draws the outputs of a node as a marble string, so that a test can set it beside the string of its inputs. */
import { quote } from "../../internal/quote.ts";
import { describePayload } from "../harness/describe-payload.ts";
import type { Delivery, OutputEntry, TranscriptEntry } from "../harness/transcript.ts";
import { type WrittenCell, writeCells } from "./format-marbles.ts";
import { marbleError, readCells } from "./marble-cells.ts";
import { demandSymbols, frameOf, type MarbleOptions } from "./marble-legend.ts";
import { matchesPayload, type PayloadMatcher } from "./payload-match.ts";

/** Whatever has a transcript: a harness, or what was read from a file. */
export interface Transcribed {
  readonly transcript: readonly TranscriptEntry[];
}

/** An output in a legend. */
export interface OutputMeaning {
  readonly type: string;
  /** Any payload unless told; a value, a function that judges, or a matcher of the test runner. */
  readonly payload?: PayloadMatcher;
  /** `delivered` unless told. */
  readonly delivery?: Delivery;
}

/** What the symbols of outputs stand for; the first one that fits is drawn. */
export type OutputLegend = { readonly [symbol: string]: OutputMeaning };

/** The symbol of outputs that no other one stands for. */
export const UNKNOWN_OUTPUT = "?";

/** Outputs at instants, by their symbols; those that are not delivered only where the legend asks for them. */
export function outputCells(transcript: readonly TranscriptEntry[], legend: OutputLegend): WrittenCell[] {
  const meanings = Object.entries(legend);
  const deliveries = new Set<Delivery>([
    "delivered",
    ...meanings.map(([, { delivery = "delivered" }]) => delivery),
  ]);
  const cells: { at_ms: number; symbols: string[] }[] = [];
  for (const entry of transcript) {
    if (entry.entry !== "output" || !deliveries.has(entry.delivery)) continue;
    const symbol = meanings.find(([, meaning]) => fits(entry, meaning))?.[0] ?? UNKNOWN_OUTPUT;
    const last = cells.at(-1);
    if (last?.at_ms === entry.at_ms) last.symbols.push(symbol);
    else cells.push({ at_ms: entry.at_ms, symbols: [symbol] });
  }
  return cells;
}

const fits = (entry: OutputEntry, meaning: OutputMeaning): boolean =>
  entry.type === meaning.type &&
  entry.delivery === (meaning.delivery ?? "delivered") &&
  (!("payload" in meaning) || matchesPayload(entry.payload, meaning.payload));

/**
 * The outputs of a node as a marble string that ends with the last one; `?` is an output that the legend does not
 * know.
 *
 * @example
 * marblesOf(harness, { a: { type: "text.echo", payload: "hello" } }); // "--a"
 */
export function marblesOf(
  { transcript }: Transcribed,
  legend: OutputLegend,
  options: MarbleOptions = {},
): string {
  demandSymbols(legend);
  return writeCells(outputCells(transcript, legend), { frame: frameOf(options), end_ms: 0 });
}

/** What a marble string says of outputs. Throws a TypeError that points at the column for what cannot be read. */
export function expectedCells(
  text: string,
  { legend, frame }: { readonly legend: OutputLegend; readonly frame: number },
): WrittenCell[] {
  demandSymbols(legend);
  return readCells(text, frame).cells.map(({ at_ms, symbols }) => ({
    at_ms,
    symbols: symbols.map(({ symbol, offset }) => {
      if (Object.hasOwn(legend, symbol)) return symbol;
      const known = Object.keys(legend).join(" ");
      throw marbleError(text, {
        offset,
        expected: `a symbol of the legend of outputs (${known === "" ? "it is empty" : known}), a time, or one of - ( )`,
        received: quote(symbol),
      });
    }),
  }));
}

/** The outputs that no symbol of the legend stands for, in words. */
export const unknownOutputs = (transcript: readonly TranscriptEntry[], legend: OutputLegend): string[] =>
  transcript.flatMap((entry) =>
    entry.entry === "output" &&
    entry.delivery === "delivered" &&
    !Object.values(legend).some((meaning) => fits(entry, meaning))
      ? [`? at ${entry.at_ms} ms is ${entry.type} ${describePayload(entry.payload)}`]
      : [],
  );
