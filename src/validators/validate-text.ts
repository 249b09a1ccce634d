/**
 * Validation of raw text under I-JSON (RFC 7493), with line and column in every diagnostic.
 *
 * `JSON.parse` lets repeated names, lone surrogates and out-of-range numbers through; here each is
 * refused by a rule of its own (`JSN-01` to `JSN-08`) before the contract is looked at.
 */
import type { Diagnostic } from "../contracts/core/diagnostic.ts";
import { MAX_DIAGNOSTICS } from "../contracts/core/diagnostic.ts";
import type { JsonProblem, JsonProblemCode, JsonReading } from "../internal/json-text/json-problem.ts";
import { parseWireText } from "../internal/json-text/parse-wire-text.ts";
import { sourceOfRule } from "./diagnostic-list.ts";
import type { ArtifactOfKind } from "./generated/kinds.ts";
import type { ContractKind, ValidationOptions, ValidationResult } from "./validate.ts";
import { kindEntry, validate } from "./validate.ts";

/** How to validate text. */
export interface TextOptions extends ValidationOptions {
  /** Most objects and arrays inside each other. Default 64. */
  readonly maxDepth?: number;
  /** Most UTF-16 code units of a string, or bytes of a byte array. Default 16 Mi. */
  readonly maxLength?: number;
}

const RULES: Readonly<Record<JsonProblemCode, string>> = {
  duplicate_name: "JSN-01",
  lone_surrogate: "JSN-02",
  invalid_utf8: "JSN-03",
  byte_order_mark: "JSN-04",
  syntax: "JSN-05",
  trailing_data: "JSN-05",
  empty: "JSN-05",
  too_deep: "JSN-06",
  too_large: "JSN-07",
  number_out_of_range: "JSN-08",
};

/**
 * Validates JSON text, as a string or as UTF-8 bytes, against the contract of its kind.
 * Bad text is a result, never an exception.
 */
export function validateText<K extends ContractKind>(
  kind: K,
  text: string | Uint8Array,
  options: TextOptions = {},
): ValidationResult<ArtifactOfKind[K]> {
  kindEntry(kind);
  const reading = parseWireText(text, options);
  return reading.ok ? validateReading(kind, reading, options) : refusedText(reading.problems);
}

function validateReading<K extends ContractKind>(
  kind: K,
  reading: Extract<JsonReading, { ok: true }>,
  options: TextOptions,
): ValidationResult<ArtifactOfKind[K]> {
  const result = validate(kind, reading.value, options);
  const place = (diagnostic: Diagnostic) => ({ ...diagnostic, ...locate(reading, diagnostic.path) });
  if (result.ok) return result.warnings ? { ...result, warnings: result.warnings.map(place) } : result;
  return { ...result, diagnostics: result.diagnostics.map(place) };
}

/** The place of a value, or of what it would have stood in when it is missing. */
function locate(
  reading: Extract<JsonReading, { ok: true }>,
  path: string,
): { line?: number; column?: number } {
  const { line, column } = reading.locate(path) ?? reading.locate(path.slice(0, path.lastIndexOf("/"))) ?? {};
  return line === undefined || column === undefined ? {} : { line, column };
}

/** What is wrong with text that is not I-JSON, as a validation result. */
export function refusedText(
  problems: readonly JsonProblem[],
): Extract<ValidationResult<never>, { ok: false }> {
  const diagnostics = problems.slice(0, MAX_DIAGNOSTICS).map(
    ({ code, path, message, expected, received, hint, line, column }): Diagnostic => ({
      rule: RULES[code],
      severity: "error",
      path,
      message,
      expected,
      received,
      ...(hint !== undefined && { hint }),
      source: sourceOfRule(RULES[code]),
      line,
      column,
    }),
  );
  return { ok: false, diagnostics, omitted: problems.length - diagnostics.length };
}
