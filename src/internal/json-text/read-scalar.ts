/** Reads numbers, `true`, `false` and `null`. */
import { quote } from "../quote.ts";
import { type JsonReader, report } from "./json-reader.ts";
import { refuseSyntax } from "./refuse-syntax.ts";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?$/i;

/**
 * The value at the reader, or undefined after a syntax error. The whole run of word characters is judged
 * at once: `01`, `1.` and `NaN` are each one mistake at one place, not a value with something after it.
 */
export function readScalar(reader: JsonReader): unknown {
  const { text, at } = reader;
  const run = /[-+.\w$]*/y;
  run.lastIndex = at;
  const word = run.exec(text)?.[0] ?? "";
  reader.at = at + word.length;
  if (word === "true") return true;
  if (word === "false") return false;
  if (word === "null") return null;
  if (!NUMBER.test(word)) return refuseSyntax(reader, { at, awaited: "value", expected: "a value" });

  const number = Number(word);
  if (!Number.isFinite(number)) {
    report(reader, {
      code: "number_out_of_range",
      at,
      expected: "a number that a 64-bit float can hold",
      received: quote(word, 40),
    });
  }
  return number;
}
