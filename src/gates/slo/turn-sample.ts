/** The strict reading of one sample: what the `turn_metrics` contract accepts in closed mode. */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { pointerKeys } from "../../internal/json-pointer.ts";
import { diagnose } from "../../validators/diagnose.ts";
import { isTurnMetrics, turnMetricsShape } from "../../validators/generated/turn-metrics.ts";
import { INTEGER } from "../invalid-input.ts";

/**
 * Throws TypeError or RangeError unless the value is a well-formed sample. A marker that is undefined
 * counts as absent, null does not. `path` names the sample in the message, such as `samples[3]`.
 */
export function requireTurnSample(path: string, value: unknown): asserts value is TurnMetrics {
  if (!isTurnMetrics(value)) throw sampleError(path, value);
}

function sampleError(path: string, value: unknown): TypeError | RangeError {
  const [problem] = diagnose(turnMetricsShape, value, { open: false }).diagnostics;
  const keys = pointerKeys(problem?.path ?? "") ?? [];
  const field = keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join("");
  const isInteger = problem?.expected?.startsWith("an integer") === true;
  const expected = isInteger ? INTEGER.expected : (problem?.expected ?? "a turn_metrics object");
  // Other hints speak of reading options that gates do not have.
  const hint = /^(?:Did you mean|Rename)/.test(problem?.hint ?? "") ? `; ${problem?.hint}` : "";
  const message = `Cannot evaluate ${path}${field}: expected ${expected} but received ${problem?.received}${hint}`;
  const found = keys.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], value);
  const isOutOfRange = (isInteger && typeof found === "number") || found === "";
  return isOutOfRange ? new RangeError(message) : new TypeError(message);
}
