/**
 * Reads a configuration file of a known kind, JSON or YAML by its name, and says where in the file it is wrong.
 *
 * Strict: a mistyped field of a configuration would leave a default in force without a word.
 */
import { extname } from "node:path";

import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import { pointerKeys } from "../../internal/json-pointer.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import { type ContractKind, validate } from "../../validators/validate.ts";
import { refusedText } from "../../validators/validate-text.ts";
import { diagnosticLines } from "../report/finding-lines.ts";
import { UsageError } from "../usage-error.ts";
import { shownPath } from "./input-path.ts";
import { readSmallFile, SMALL_FILE_BYTES } from "./read-small-file.ts";

/** A line and a column, from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A file that was read, not yet judged. */
interface ParsedDocument {
  readonly value: unknown;
  locate(pointer: string): Place | undefined;
}

/** Where a file stands and what it should be. */
export interface DocumentReading {
  readonly cwd: string;
  readonly kind: ContractKind;
  /** What the file is for, as it stands after "Cannot use" in a message, such as "gate profile". */
  readonly what: string;
}

/** The value in a file. Throws UsageError with file, line and column for anything else than its kind. */
export async function readDocument<T>(path: string, { cwd, kind, what }: DocumentReading): Promise<T> {
  const name = shownPath(path, cwd);
  const bytes = await readSmallFile(path, { cwd, what: `a ${what}` });
  const refuse = (diagnostics: readonly Diagnostic[]): never => {
    const about = { name, kind, palette: PLAIN_PALETTE };
    const lines = diagnostics.flatMap((one) => diagnosticLines(one, about));
    throw new UsageError(
      `Cannot use ${what} ${name}: expected a valid ${kind} but received ${diagnostics.length === 1 ? "1 problem" : `${diagnostics.length} problems`}\n${lines.join("\n")}`,
    );
  };
  const parsed = [".yaml", ".yml"].includes(extname(path).toLowerCase())
    ? await parseYaml(bytes, refuse)
    : parseJson(bytes, refuse);
  const result = validate(kind, parsed.value);
  if (result.ok) return result.value as T;
  const place = (pointer: string) => parsed.locate(pointer) ?? parsed.locate(pointer.replace(/\/[^/]*$/, ""));
  return refuse(result.diagnostics.map((one) => ({ ...one, ...place(one.path) })));
}

function parseJson(bytes: Uint8Array, refuse: (diagnostics: readonly Diagnostic[]) => never): ParsedDocument {
  const parsed = parseWireText(bytes, { maxLength: SMALL_FILE_BYTES });
  return parsed.ok ? parsed : refuse(refusedText(parsed.problems).diagnostics);
}

/** YAML as far as JSON goes: the core schema has no dates, sets or tags of its own. */
async function parseYaml(
  bytes: Uint8Array,
  refuse: (diagnostics: readonly Diagnostic[]) => never,
): Promise<ParsedDocument> {
  const { isNode, LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const text = new TextDecoder("utf-8").decode(bytes);
  const document = parseDocument(text, { lineCounter: lines, schema: "core", prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    refuse(
      problems.map(({ message, pos }) => ({
        rule: "JSN-01",
        severity: "error",
        path: "",
        message: `Cannot read YAML: ${message}`,
        ...placeAt(pos[0]),
      })),
    );
  }
  return {
    value: document.toJS({ maxAliasCount: 100 }),
    locate(pointer) {
      const keys = (pointerKeys(pointer) ?? []).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
      const node = document.getIn(keys, true);
      return isNode(node) && node.range ? placeAt(node.range[0]) : undefined;
    },
  };
}
