/** Writes turn scripts: the inverse of parseTurnScript. */
import { SCRIPT_VERBS } from "./script-verbs.ts";
import type { ScriptStatement, TurnScript } from "./turn-script.ts";

/**
 * A script as text, with a line feed at the end. Reading it gives the same steps, on lines of their own.
 *
 * @since 0.1.0
 */
export function formatTurnScript({ settings, steps }: TurnScript): string {
  const width = String(steps.at(-1)?.at_ms ?? 0).length;
  const lines = [
    ...Object.entries(settings).map(([name, value]) => `set ${name} ${value}`),
    ...steps.map(
      ({ at_ms, statements }) =>
        `${String(at_ms).padStart(width)} ${statements.map(statementText).join(" & ")}`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function statementText({ verb, values }: ScriptStatement): string {
  const operands = SCRIPT_VERBS[verb]?.operands ?? {};
  const rest = Object.entries(values).filter(([name]) => !Object.hasOwn(operands, name));
  return [
    verb,
    ...Object.entries(operands).map(([name, { is }]) =>
      is === "text" ? JSON.stringify(values[name]) : String(values[name]),
    ),
    ...rest.map(([name, value]) => `${name}=${value}`),
  ].join(" ");
}
