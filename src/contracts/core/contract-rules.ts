/**
 * Rules that hold for every artifact of the contract, whatever its kind.
 */
import { defineRules } from "./rule.ts";

/** Shape rules of kinds whose fields have no numbered rule of their own. */
export const CONTRACT_REQUIREMENTS = defineRules("contracts-v1 wire format", {
  "CON-01": ["MUST", "The artifact is a JSON object"],
  "CON-02": ["MUST", "Every required field is present and every field has its declared type and range"],
  "CON-03": ["MUST", "No unknown field (closed mode)"],
});

/** Rules of the text itself, before it is an artifact of any kind (I-JSON, RFC 7493). */
export const WIRE_TEXT_REQUIREMENTS = defineRules("contracts-v1 wire format (RFC 7493)", {
  "JSN-01": ["MUST", "Names of an object are unique"],
  "JSN-02": ["MUST", "Text has no lone surrogates"],
  "JSN-03": ["MUST", "Bytes are valid UTF-8"],
  "JSN-04": ["MUST", "Text does not start with a byte order mark"],
  "JSN-05": ["MUST", "Text is one JSON value and nothing after it"],
  "JSN-06": ["MUST", "Objects and arrays are nested at most 64 levels deep"],
  "JSN-07": ["MUST", "Text is at most 16 MiB long (2^24 code units or bytes)"],
  "JSN-08": ["MUST", "Numbers are in the range of an IEEE 754 double"],
});
