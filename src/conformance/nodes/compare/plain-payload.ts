/** Payloads as JSON, whatever they are: what JSON cannot say becomes a text. */
import { encodePayload } from "../../../authoring/boundary/wire/payload-text.ts";

/** The payload with typed arrays as base64. */
export function plainPayload(payload: unknown): unknown {
  try {
    return encodePayload(payload ?? null);
  } catch {
    return JSON.parse(
      JSON.stringify(payload, (_name, value: unknown) =>
        (typeof value === "number" && !Number.isFinite(value)) || typeof value === "bigint"
          ? String(value)
          : value,
      ) ?? "null",
    );
  }
}
