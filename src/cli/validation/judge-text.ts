/** Judges one JSON text: finds out what it is, validates it, and says where in the text a problem stands. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { JsonProblem } from "../../internal/json-text/json-problem.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import type { ContractKind } from "../../validators/validate.ts";
import { refusedText } from "../../validators/validate-text.ts";
import { detectKind } from "../kinds/detect-kind.ts";
import { emptyList, unknownKind } from "./cli-rules.ts";
import { validateEitherForm } from "./validate-either-form.ts";

/** How to judge. */
export interface JudgeOptions {
  /** The kind of every artifact; found out from the fields of each one unless set. */
  readonly kind?: ContractKind | undefined;
  readonly unknownFields: "reject" | "allow";
  readonly warnings: boolean;
  /** Most bytes of the text. */
  readonly maxBytes: number;
}

/** What came of one artifact. */
export interface Judgement {
  /** Undefined when the kind could not be told. */
  readonly kind: ContractKind | undefined;
  readonly accepted: boolean;
  /** Errors of a refused artifact, warnings of an accepted one. */
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics beyond those listed. */
  readonly omitted: number;
  /** Index in a list of artifacts. */
  readonly item?: number;
  /** The diagnostic with line and column in the text; worth it only for diagnostics that are shown. */
  place(diagnostic: Diagnostic): Diagnostic;
}

/**
 * The judgements on a text: one, or one an item for an array when no kind is set. No contract is an
 * array, so an array is a list of artifacts; with a kind set it is judged as it stands, and refused.
 */
export function judgeText(text: string | Uint8Array, options: JudgeOptions): Judgement[] {
  const reading = parseWireText(text, { maxLength: options.maxBytes });
  if (!reading.ok) return [refusedReading(reading.problems, options.kind)];

  const place = (path: string) => (diagnostic: Diagnostic) => {
    const full = path + diagnostic.path;
    const found = reading.locate(full) ?? reading.locate(full.slice(0, full.lastIndexOf("/")));
    return { ...diagnostic, path: full, ...(found && { line: found.line, column: found.column }) };
  };
  const { value } = reading;
  if (!Array.isArray(value) || options.kind !== undefined) return [judgeValue(value, options, place(""))];
  if (value.length === 0) {
    return [{ kind: undefined, accepted: false, diagnostics: [emptyList()], omitted: 0, place: place("") }];
  }
  return value.map((item, index) => ({ ...judgeValue(item, options, place(`/${index}`)), item: index }));
}

/** The judgement on a text that is not JSON, or too long to be read. */
export function refusedReading(problems: readonly JsonProblem[], kind: ContractKind | undefined): Judgement {
  const { diagnostics, omitted } = refusedText(problems);
  return { kind, accepted: false, diagnostics, omitted, place: (diagnostic) => diagnostic };
}

function judgeValue(value: unknown, options: JudgeOptions, place: Judgement["place"]): Judgement {
  const detection = options.kind === undefined ? detectKind(value) : { kind: options.kind };
  if (detection.kind === undefined) {
    const diagnostics = [unknownKind(value, detection)];
    return { kind: undefined, accepted: false, diagnostics, omitted: 0, place };
  }
  const { kind } = detection;
  const { unknownFields, warnings } = options;
  const result = validateEitherForm(kind, value, { unknownFields, warnings });
  if (!result.ok) {
    return { kind, accepted: false, diagnostics: result.diagnostics, omitted: result.omitted, place };
  }
  return { kind, accepted: true, diagnostics: result.warnings ?? [], omitted: 0, place };
}
