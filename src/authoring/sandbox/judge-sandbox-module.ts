/** Judges a module by what it takes to run it in a sandbox, after its package was found to be in order. */
import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import { hexByte } from "../packages/byte-cursor.ts";
import type { FindingCollector } from "../packages/package-finding.ts";
import {
  MEMORY_NAME,
  NODE_EXPORTS,
  NODE_HOST_MODULE,
  offeredFunction,
  REQUIRED_EXPORTS,
  SANDBOX_LIMITS,
  signatureText,
  VALUE_TYPES,
} from "./sandbox-abi.ts";
import type { FunctionType, ImportLayout, WasmLayout } from "./wasm-layout.ts";

const KIND_FUNCTION = 0;
const KIND_MEMORY = 2;
const EXPORT_NAMES = Object.keys(NODE_EXPORTS);

/** Adds what is wrong with the imports, exports, memory and tables of a module to the findings. */
export function judgeSandboxModule(
  layout: WasmLayout,
  findings: FindingCollector,
  { memory_pages }: { readonly memory_pages: number },
): void {
  for (const item of layout.imports) judgeImport(item, findings);
  judgeExports(layout, findings);
  const { memory, tables } = layout;
  if (memory !== undefined && memory.minimum > memory_pages) {
    findings.add({
      reason_code: "memory_too_large",
      subject: "the memory",
      offset: memory.offset,
      expected: `at most ${memory_pages} pages of 64 KiB at the start`,
      received: `${memory.minimum}`,
    });
  }
  const large = tables.find(({ minimum }) => minimum > SANDBOX_LIMITS.table_entries);
  if (large !== undefined || tables.length > SANDBOX_LIMITS.tables) {
    findings.add({
      reason_code: "table_too_large",
      subject: "the tables",
      ...(large !== undefined && { offset: large.offset }),
      expected: `at most ${SANDBOX_LIMITS.tables} of at most ${SANDBOX_LIMITS.table_entries} entries`,
      received: large === undefined ? `${tables.length} tables` : `one of ${large.minimum} entries`,
    });
  }
}

function judgeImport({ module, name, kind, type, offset }: ImportLayout, findings: FindingCollector): void {
  const subject = `the import of ${quote(name)} from ${quote(module)}`;
  if (kind === "memory" && module === NODE_HOST_MODULE && name === MEMORY_NAME) return;
  const offered = offeredFunction(module, name);
  if (offered === undefined || kind !== "function" || type === undefined) {
    findings.add({
      reason_code: "import_not_offered",
      subject,
      offset,
      expected: "a function or the memory that the sandbox offers",
      received: `a ${kind === "other" ? "table or global" : kind} that it does not`,
    });
    return;
  }
  const received = textOf(type);
  const expected = signatureText(offered);
  if (received !== expected) {
    findings.add({ reason_code: "import_type_mismatch", subject, offset, expected, received });
  }
}

function judgeExports({ exports, functions, memory }: WasmLayout, findings: FindingCollector): void {
  const names = exports.map(({ name }) => name);
  for (const name of REQUIRED_EXPORTS.filter((required) => !names.includes(required))) {
    missing(`the function ${quote(name)} among the exports`, findings);
  }
  const exportsMemory = exports.some(({ name, kind }) => name === MEMORY_NAME && kind === KIND_MEMORY);
  if (memory === undefined || !(exportsMemory || memory.is_imported)) {
    missing(`a memory, exported as "${MEMORY_NAME}" or imported from "${NODE_HOST_MODULE}"`, findings);
  }
  for (const { name, kind, index } of exports) {
    const subject = `the export ${quote(name)}`;
    if (Object.hasOwn(NODE_EXPORTS, name)) {
      const expected = signatureText(NODE_EXPORTS[name as keyof typeof NODE_EXPORTS]);
      const type = kind === KIND_FUNCTION ? functions[index] : undefined;
      const received = type === undefined ? "no function" : textOf(type);
      if (received !== expected) {
        findings.add({ reason_code: "export_type_mismatch", subject, expected, received });
      }
    } else if (/^rspp[_:]/.test(name)) {
      const near = nearest(name, EXPORT_NAMES);
      findings.add({
        reason_code: "export_name_reserved",
        subject,
        expected: `one of ${EXPORT_NAMES.join(", ")}, or a name that does not begin with rspp`,
        received: quote(name),
        ...(near !== undefined && { hint: `Did you mean "${near}"?` }),
      });
    }
  }
}

function missing(expected: string, findings: FindingCollector): void {
  findings.add({ reason_code: "export_missing", subject: "the exports", expected, received: "none" });
}

const NAMES_OF_TYPES = new Map<number, string>(
  Object.entries(VALUE_TYPES).map(([name, byte]) => [byte, name]),
);

const textOf = ({ params, results }: FunctionType): string => {
  const named = (bytes: readonly number[]) => bytes.map((byte) => NAMES_OF_TYPES.get(byte) ?? hexByte(byte));
  return signatureText({ params: named(params), results: named(results) });
};
