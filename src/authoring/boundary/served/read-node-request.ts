/** Reads one line of the kit as a request. The kit is trusted, but a person may be typing. */
import { describeValue } from "../../../internal/describe-value.ts";
import { parseWireText } from "../../../internal/json-text/parse-wire-text.ts";
import type { NodeRequest } from "../wire/node-message.ts";

/** Reads the line. Throws a TypeError for what is no request. */
export function readNodeRequest(text: string | Uint8Array): NodeRequest {
  const reading = parseWireText(text);
  if (!reading.ok) throw new TypeError(reading.problems[0]?.message ?? "Cannot read the request");
  const { value } = reading;
  const { id, op, now_ms, wall_ms } = (value ?? {}) as { readonly [name: string]: unknown };
  const isRequest =
    Number.isSafeInteger(id) && typeof op === "string" && [now_ms, wall_ms].every(Number.isFinite);
  if (isRequest) return value as NodeRequest;
  throw new TypeError(
    `Cannot read the request: expected an object with id, op, now_ms and wall_ms but received ${describeValue(value)}`,
  );
}
