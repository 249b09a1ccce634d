/** Reads JSON from bytes, as it comes from files and sockets. */
import { decodeUtf8 } from "./decode-utf8.ts";
import { DEFAULT_MAX_LENGTH, type JsonLimits } from "./json-limits.ts";
import { type JsonProblem, type JsonReading, jsonProblem } from "./json-problem.ts";
import { parseIJson } from "./parse-i-json.ts";

/** As `parseIJson`, for UTF-8 bytes; `maxLength` counts bytes. */
export function parseIJsonBytes(bytes: Uint8Array, limits: JsonLimits = {}): JsonReading {
  const text = textOfBytes(bytes, limits);
  return typeof text === "string" ? parseIJson(text, limits) : { ok: false, problems: [text] };
}

/** The text of bytes that are within the limits and well-formed, or what is wrong with them. */
export function textOfBytes(bytes: Uint8Array, limits: JsonLimits): string | JsonProblem {
  const { maxLength = DEFAULT_MAX_LENGTH } = limits;
  if (bytes.length <= maxLength) return decodeUtf8(bytes);
  return jsonProblem({
    code: "too_large",
    path: "",
    line: 1,
    column: 1,
    offset: 0,
    expected: `at most ${maxLength} bytes`,
    received: `${bytes.length}`,
  });
}
