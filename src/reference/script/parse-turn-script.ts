/**
 * Reads turn scripts.
 *
 * One step a line: a time in ms, a verb, its operands and options, as in `120 output t1 "Hello"`. Statements
 * joined by `&` meet at one instant. Before the first step `set <name> <value>` says what the session is like.
 * `#` begins a comment.
 */
import { quote } from "../../internal/quote.ts";
import { readStatement } from "./read-statement.ts";
import { didYouMean, type Fault, readValue, tokenText } from "./read-value.ts";
import { SETTING_SHAPES } from "./script-settings.ts";
import { shapeText } from "./script-shape.ts";
import { lineTokens, type ScriptToken } from "./script-token.ts";
import type { ScriptProblem, ScriptStatement, ScriptStep, ScriptValue, TurnScript } from "./turn-script.ts";

/** Most lines of a script and characters of a line; a longer text is no script that a person wrote. */
const MOST_LINES = 10_000;
const MOST_CHARACTERS = 2_000;

/** A script, or what keeps the text from being one: the first problem of each line, at most 100. */
export type TurnScriptReading =
  | { readonly ok: true; readonly script: TurnScript }
  | { readonly ok: false; readonly problems: readonly ScriptProblem[] };

interface Draft {
  readonly settings: { [name: string]: ScriptValue };
  readonly steps: ScriptStep[];
  /** Time of the last step, also of one that could not be read; none before the first. */
  last?: number;
}

/**
 * Reads a turn script.
 *
 * @example
 * const reading = parseTurnScript('0 propose t1\n120 output t1 "Hello"\n300 barge_in t1');
 * @since 0.1.0
 */
export function parseTurnScript(text: string): TurnScriptReading {
  const { settings, steps } = { settings: {}, steps: [] } satisfies Draft;
  const draft: Draft = { settings, steps };
  const problems: ScriptProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const fault =
      index < MOST_LINES
        ? readLine(line, { draft, number: index + 1 })
        : { column: 1, expected: `at most ${MOST_LINES} lines`, received: "more" };
    if (fault !== undefined) problems.push(problemOf(fault, index + 1));
    if (problems.length >= 100 || index >= MOST_LINES) break;
  }
  return problems.length === 0 ? { ok: true, script: { settings, steps } } : { ok: false, problems };
}

function problemOf(fault: Fault, line: number): ScriptProblem {
  const { column, expected, received } = fault;
  const message = `Cannot read line ${line}, column ${column}: expected ${expected} but received ${received}`;
  return { line, message, ...fault };
}

function readLine(
  line: string,
  { draft, number }: { readonly draft: Draft; readonly number: number },
): Fault | undefined {
  if (line.length > MOST_CHARACTERS)
    return {
      column: MOST_CHARACTERS + 1,
      expected: `at most ${MOST_CHARACTERS} characters`,
      received: "more",
    };
  const cut = lineTokens(line);
  if (!cut.ok)
    return {
      column: cut.column,
      expected: "text in double quotes, as in JSON",
      received: quote(cut.received),
    };
  const [first, ...rest] = cut.tokens;
  if (first === undefined) return undefined;
  if (first.kind === "word" && first.text === "set") return readSetting(rest, { draft, end: cut.end });
  const time = first.kind === "word" && /^\d{1,9}$/.test(first.text) ? Number(first.text) : undefined;
  const before = draft.last ?? 0;
  if (time === undefined || time < before) {
    const isLate = time !== undefined;
    const expected = isLate ? `a time >= ${before} ms` : "a time in ms, or set before the first step";
    return { column: first.column, expected, received: tokenText(first) };
  }
  draft.last = time;
  const statements: ScriptStatement[] = [];
  for (const { tokens, end } of parted(rest, cut.end)) {
    const reading = readStatement(tokens, end);
    if ("fault" in reading) return reading.fault;
    statements.push(reading.statement);
  }
  draft.steps.push({ at_ms: time, statements, line: number });
  return undefined;
}

/** The words between one `&` and the next. */
function parted(tokens: readonly ScriptToken[], end: number) {
  const parts: { tokens: ScriptToken[]; end: number }[] = [{ tokens: [], end }];
  for (const token of tokens) {
    const last = parts.at(-1);
    if (last === undefined) continue;
    if (token.kind !== "and") last.tokens.push(token);
    else {
      last.end = token.column;
      parts.push({ tokens: [], end });
    }
  }
  return parts;
}

function readSetting(
  [name, value, more]: readonly ScriptToken[],
  { draft, end }: { readonly draft: Draft; readonly end: number },
): Fault | undefined {
  const names = Object.keys(SETTING_SHAPES);
  if (draft.last !== undefined)
    return { column: 1, expected: "set before the first step", received: "it later" };
  const shape = Object.hasOwn(SETTING_SHAPES, name?.text ?? "")
    ? SETTING_SHAPES[name?.text ?? ""]
    : undefined;
  if (name === undefined || shape === undefined) {
    const received = name === undefined ? "nothing" : tokenText(name);
    const hint = name === undefined ? {} : didYouMean(name.text, names);
    return { column: name?.column ?? end, expected: `one of ${names.join(", ")}`, received, ...hint };
  }
  if (value === undefined) return { column: end, expected: shapeText(shape), received: "nothing" };
  const reading = readValue(value, shape);
  if ("fault" in reading) return reading.fault;
  if (more !== undefined) return { column: more.column, expected: "nothing more", received: tokenText(more) };
  if (Object.hasOwn(draft.settings, name.text))
    return { column: name.column, expected: `${name.text} once`, received: "it again" };
  draft.settings[name.text] = reading.value;
  return undefined;
}
