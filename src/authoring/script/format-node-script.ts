/** Writes script files: canonical lines, so that the same script always gives the same bytes. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { encodePayload } from "../boundary/wire/payload-text.ts";
import type { NodeStep } from "../harness/node-step.ts";
import { headOf, NODE_SCRIPT_VERSION, type NodeScript } from "./node-script.ts";

/** How a script is written. */
export interface ScriptFormat {
  /** `ndjson` unless told: a line for the head and one for each step and output. */
  readonly as?: "ndjson" | "json";
}

/**
 * The text of a script. Throws a TypeError for what JSON cannot say, such as a payload of NaN.
 *
 * @example
 * await writeFile("run.ndjson", formatNodeScript(recordScript(harness)));
 */
export function formatNodeScript(
  script: NodeScript | readonly NodeStep[],
  { as = "ndjson" }: ScriptFormat = {},
): string {
  const { steps, outputs, ...rest } = "steps" in script ? script : { steps: script, outputs: undefined };
  const head = { schema_version: NODE_SCRIPT_VERSION, ...headOf(rest) };
  const written = steps.map(withText);
  const given = outputs?.map(withText);
  if (as === "json")
    return `${JSON.stringify(JSON.parse(canonicalJson({ ...head, steps: written, outputs: given })), undefined, 2)}\n`;
  return [head, ...written, ...(given ?? [])].map((line) => `${canonicalJson(line)}\n`).join("");
}

const withText = (value: object): object =>
  "payload" in value && value.payload !== undefined
    ? { ...value, payload: encodePayload(value.payload) }
    : value;
