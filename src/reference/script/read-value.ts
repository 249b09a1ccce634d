/** Reads one value of a turn script by its shape, or says what is wrong with it. */
import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import { shapeText, type ValueShape } from "./script-shape.ts";
import type { ScriptToken } from "./script-token.ts";
import type { ScriptValue } from "./turn-script.ts";

/** What is wrong, and where. */
export interface Fault {
  readonly column: number;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

/** A value or a fault. */
export type ValueReading = { readonly value: ScriptValue } | { readonly fault: Fault };

/** A token in words. */
export const tokenText = ({ kind, text }: ScriptToken): string =>
  kind === "text" ? `the text ${quote(text)}` : quote(text);

/** The nearest of some words, as a hint. */
export function didYouMean(word: string, candidates: readonly string[]): { readonly hint?: string } {
  const near = nearest(word, candidates);
  return near === undefined ? {} : { hint: `Did you mean ${near}?` };
}

/** Reads a value. */
export function readValue(token: ScriptToken, shape: ValueShape): ValueReading {
  const { text, column } = token;
  const wrong = (hint = {}): ValueReading => ({
    fault: { column, expected: shapeText(shape), received: tokenText(token), ...hint },
  });
  if ((token.kind === "text") !== (shape.is === "text"))
    return wrong(shape.is === "text" ? { hint: `Write "${text}" in double quotes` } : {});
  switch (shape.is) {
    case "number": {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= shape.min ? { value } : wrong();
    }
    case "choice":
      return shape.of.includes(text) ? { value: text } : wrong(didYouMean(text, shape.of));
    case "list": {
      const words = text.split(",");
      const stranger = words.find((word) => !shape.of.includes(word));
      const isDouble = new Set(words).size < words.length;
      if (text === "none" || (stranger === undefined && !isDouble)) return { value: text };
      return wrong(didYouMean(stranger ?? "", [...shape.of, "none"]));
    }
    default:
      // An id with "=" is an option that stands where an id belongs.
      return shape.is === "id" && text.includes("=") ? wrong() : { value: text };
  }
}
