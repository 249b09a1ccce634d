/**
 * Reads script files: NDJSON with a head and then a step a line, or one JSON text. Every line counts: what cannot be
 * read is told with its line and column, and nothing is left out.
 */
import type { Misfit } from "../../internal/input-shape.ts";
import type { JsonReading, Position } from "../../internal/json-text/json-problem.ts";
import { parseIJson } from "../../internal/json-text/parse-i-json.ts";
import { decodePayload } from "../boundary/wire/payload-text.ts";
import type { NodeStep } from "../harness/node-step.ts";
import type { OutputEntry } from "../harness/transcript.ts";
import { headOf, type NodeScript, type NodeScriptHead } from "./node-script.ts";
import { HEAD, misfitText, OUTPUT, pointerOf, STEP, WHOLE } from "./script-shapes.ts";

/** Why a script was refused. */
export interface ScriptProblem extends Position {
  /** One sentence without a final period. */
  readonly message: string;
}

/** A script, or everything that stands between the text and a script. */
export type ScriptReading =
  | { readonly ok: true; readonly script: NodeScript }
  | { readonly ok: false; readonly problems: readonly ScriptProblem[] };

type Read = Extract<JsonReading, { readonly ok: true }>;

interface Gathered {
  head: NodeScriptHead;
  readonly steps: NodeStep[];
  readonly outputs: OutputEntry[];
  readonly problems: ScriptProblem[];
}

/** Reads a script file, NDJSON or JSON. Never throws for bad text. */
export function readNodeScript(text: string): ScriptReading {
  const gathered: Gathered = { head: {}, steps: [], outputs: [], problems: [] };
  if (isOneText(text)) readWhole(text, gathered);
  else readLines(text, gathered);
  const { head, steps, outputs, problems } = gathered;
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, script: { ...head, steps, ...(outputs.length > 0 && { outputs }) } };
}

/**
 * The script of a file, NDJSON or JSON. Throws a TypeError that lists every problem with line and column; `name` is
 * what the file is called in it.
 */
export function parseNodeScript(
  text: string,
  { name = "script" }: { readonly name?: string } = {},
): NodeScript {
  const reading = readNodeScript(text);
  if (reading.ok) return reading.script;
  const lines = reading.problems.map(
    ({ line, column, message }) => `  ${name}:${line}:${column}: ${message}`,
  );
  const count = lines.length === 1 ? "a problem" : `${lines.length} problems`;
  throw new TypeError(
    `Cannot read the script: expected a head and steps but received ${count}\n${lines.slice(0, 20).join("\n")}`,
  );
}

/** A text is one JSON value when its first line is none, but begins one that goes on, or when it has steps in it. */
function isOneText(text: string): boolean {
  const [first = ""] = text.trimStart().split("\n", 1);
  const alone = parseIJson(first);
  if (alone.ok) return typeof alone.value === "object" && alone.value !== null && "steps" in alone.value;
  return /[[{,]\s*$/.test(first) || !text.trim().includes("\n");
}

function readWhole(text: string, into: Gathered): void {
  const reading = parseIJson(text);
  if (!reading.ok) {
    into.problems.push(...reading.problems.map(({ line, column, message }) => ({ line, column, message })));
    return;
  }
  const misfit = WHOLE(reading.value);
  if (misfit !== undefined) {
    into.problems.push(problemAt(reading, { misfit, what: "script" }));
    return;
  }
  const {
    steps,
    outputs = [],
    ...head
  } = reading.value as {
    readonly steps: readonly unknown[];
    readonly outputs?: readonly unknown[];
  };
  into.head = headOf(head);
  steps.forEach((value, index) => {
    take(value, { into, at: { reading, base: `/steps/${index}` } });
  });
  outputs.forEach((value, index) => {
    take(value, { into, at: { reading, base: `/outputs/${index}` }, isOutput: true });
  });
}

function readLines(text: string, into: Gathered): void {
  const lines = text.replace(/\r?\n$/, "").split("\n");
  lines.forEach((content, index) => {
    const reading = parseIJson(content);
    const line_offset = index;
    if (!reading.ok) {
      for (const { line, column, message } of reading.problems)
        into.problems.push({ line: line + line_offset, column, message });
      return;
    }
    if (index > 0) {
      const isOutput = (reading.value as { readonly entry?: unknown } | null)?.entry !== undefined;
      take(reading.value, { into, at: { reading, base: "", line_offset }, isOutput });
      return;
    }
    const misfit = HEAD(reading.value);
    if (misfit === undefined) into.head = headOf(reading.value as NodeScriptHead);
    else into.problems.push(problemAt(reading, { misfit, what: "head" }));
  });
}

interface Place {
  readonly reading: Read;
  /** JSON Pointer of the value in what was read. */
  readonly base: string;
  /** Lines of the file before what was read. */
  readonly line_offset?: number;
}

function take(
  value: unknown,
  {
    into,
    at,
    isOutput = false,
  }: { readonly into: Gathered; readonly at: Place; readonly isOutput?: boolean },
): void {
  const what = isOutput ? "output" : "step";
  const { reading, base, line_offset } = at;
  const misfit = (isOutput ? OUTPUT : STEP)(value);
  if (misfit !== undefined) {
    into.problems.push(problemAt(reading, { misfit, what, base, line_offset }));
    return;
  }
  try {
    const decoded = withPayload(value as object);
    if (isOutput) into.outputs.push(decoded as OutputEntry);
    else into.steps.push(decoded as NodeStep);
  } catch (error) {
    const found = reading.locate(`${base}/payload`) ?? { line: 1, column: 1 };
    into.problems.push({
      line: found.line + (line_offset ?? 0),
      column: found.column,
      message: (error as Error).message,
    });
  }
}

const withPayload = (value: { readonly payload?: unknown }): object =>
  "payload" in value ? { ...value, payload: decodePayload(value.payload) } : value;

function problemAt(
  reading: Read,
  {
    misfit,
    what,
    base = "",
    line_offset = 0,
  }: {
    readonly misfit: Misfit;
    readonly what: string;
    readonly base?: string;
    readonly line_offset?: number | undefined;
  },
): ScriptProblem {
  const { locate } = reading;
  const found = locate(`${base}${pointerOf(misfit.path)}`) ?? locate(base) ?? { line: 1, column: 1 };
  return { line: found.line + line_offset, column: found.column, message: misfitText(what, misfit) };
}
