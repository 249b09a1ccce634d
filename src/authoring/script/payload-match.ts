/** Compares payloads with what a test expects of them: values, functions that judge, and matchers of test runners. */
import { isPayloadArray, isSameArray } from "../harness/payload.ts";

/** A value that is compared in depth, a function that judges, or an asymmetric matcher such as `expect.any(String)`. */
export type PayloadMatcher = unknown;

type Asymmetric = { asymmetricMatch(value: unknown): boolean };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null;

const isAsymmetric = (value: unknown): value is Asymmetric =>
  isObject(value) && typeof value["asymmetricMatch"] === "function";

/** Whether a payload is what is expected of it. Members that are undefined count as absent. */
export function matchesPayload(payload: unknown, expected: PayloadMatcher): boolean {
  if (typeof expected === "function") return Boolean(expected(payload));
  if (isAsymmetric(expected)) return expected.asymmetricMatch(payload);
  if (isPayloadArray(expected))
    return (
      isPayloadArray(payload) &&
      payload.constructor === expected.constructor &&
      isSameArray(payload, expected)
    );
  if (!isObject(expected) || !isObject(payload) || isPayloadArray(payload))
    return Object.is(payload, expected) || (payload === 0 && expected === 0);
  if (Array.isArray(expected) !== Array.isArray(payload)) return false;
  const names = new Set([...Object.keys(expected), ...Object.keys(payload)]);
  if (Array.isArray(expected) && expected.length !== payload["length"]) return false;
  return [...names].every((name) => matchesPayload(payload[name], expected[name]));
}
