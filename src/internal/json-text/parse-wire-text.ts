/** The one way in for JSON text: the fast path when it can prove the text clean, the diagnosing one if not. */
import type { JsonLimits } from "./json-limits.ts";
import type { JsonReading } from "./json-problem.ts";
import { locatePointer } from "./locate-pointer.ts";
import { parseIJson } from "./parse-i-json.ts";
import { textOfBytes } from "./parse-i-json-bytes.ts";
import { quickParse } from "./quick-parse.ts";

/** As `parseIJson` and `parseIJsonBytes`, several times faster on text that has no problems. */
export function parseWireText(source: string | Uint8Array, limits: JsonLimits = {}): JsonReading {
  // By its tag, because a Uint8Array of another realm, as in some test runners, is no instance of ours.
  if (typeof source !== "string" && Object.prototype.toString.call(source) !== "[object Uint8Array]") {
    throw new TypeError(`Cannot read JSON: expected a string or a Uint8Array but received ${typeof source}`);
  }
  const text = typeof source === "string" ? source : textOfBytes(source, limits);
  if (typeof text !== "string") return { ok: false, problems: [text] };
  const quick = quickParse(text, limits);
  if (quick === undefined) return parseIJson(text, limits);
  return { ok: true, value: quick.value, locate: (pointer) => locatePointer(text, pointer) };
}
