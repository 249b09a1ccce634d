/** Reads one statement of a turn script: a verb, its operands, its options. */
import { didYouMean, type Fault, readValue, tokenText } from "./read-value.ts";
import { shapeText } from "./script-shape.ts";
import type { ScriptToken } from "./script-token.ts";
import { SCRIPT_VERBS, type ScriptVerb } from "./script-verbs.ts";
import type { ScriptStatement, ScriptValue } from "./turn-script.ts";

/** A statement or the first thing that is wrong with it. */
export type StatementReading = { readonly statement: ScriptStatement } | { readonly fault: Fault };

/** Reads the words between a time or `&` and the next `&`; `end` is the column behind the last one. */
export function readStatement(tokens: readonly ScriptToken[], end: number): StatementReading {
  const [first, ...rest] = tokens;
  if (first === undefined) return { fault: { column: end, expected: "a verb", received: "nothing" } };
  const names = Object.keys(SCRIPT_VERBS);
  const verb = Object.hasOwn(SCRIPT_VERBS, first.text) ? SCRIPT_VERBS[first.text] : undefined;
  if (verb === undefined || first.kind !== "word") {
    const hint = didYouMean(first.text, names);
    const listed = hint.hint === undefined ? { hint: `The verbs are ${names.join(", ")}` } : hint;
    return { fault: { column: first.column, expected: "a verb", received: tokenText(first), ...listed } };
  }
  return readWords(first.text, { verb, rest, end });
}

function readWords(
  name: string,
  {
    verb,
    rest,
    end,
  }: { readonly verb: ScriptVerb; readonly rest: readonly ScriptToken[]; readonly end: number },
): StatementReading {
  const values: { [name: string]: ScriptValue } = {};
  const operands = Object.entries(verb.operands);
  for (const [index, [operand, shape]] of operands.entries()) {
    const token = rest[index];
    if (token === undefined)
      return { fault: { column: end, expected: shapeText(shape), received: "nothing" } };
    const reading = readValue(token, shape);
    if ("fault" in reading) return reading;
    values[operand] = reading.value;
  }
  for (const token of rest.slice(operands.length)) {
    const fault = readOption(token, { verb: name, values });
    if (fault !== undefined) return { fault };
  }
  return { statement: { verb: name, values } };
}

/** Puts an option among the values, or says what is wrong with it. */
function readOption(
  token: ScriptToken,
  { verb, values }: { readonly verb: string; readonly values: { [name: string]: ScriptValue } },
): Fault | undefined {
  const options = SCRIPT_VERBS[verb]?.options ?? {};
  const names = Object.keys(options);
  const { column } = token;
  const expected =
    names.length === 0 ? `nothing more after ${verb}` : `${names.map((name) => `${name}=...`).join(" or ")}`;
  const [name = "", ...text] = token.text.split("=");
  const shape = Object.hasOwn(options, name) ? options[name] : undefined;
  if (token.kind === "text" || text.length === 0 || shape === undefined)
    return { column, expected, received: tokenText(token), ...didYouMean(name, names) };
  if (Object.hasOwn(values, name)) return { column, expected: `${name}=... once`, received: "it again" };
  const value = { kind: "word", text: text.join("="), column: column + name.length + 1 } as const;
  const reading = readValue(value, shape);
  if ("fault" in reading) return reading.fault;
  values[name] = reading.value;
  return undefined;
}
