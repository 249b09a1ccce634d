/** A payload in a few words, for timelines. */
import { isPayloadArray } from "./payload.ts";

/** JSON text, cut; samples as their type and length. */
export function describePayload(payload: unknown): string {
  if (payload === undefined) return "";
  if (isPayloadArray(payload)) return `${payload.constructor.name}(${payload.length})`;
  const text = typeof payload === "string" ? payload : (JSON.stringify(payload) ?? String(payload));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
