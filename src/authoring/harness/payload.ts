/** Payloads: JSON, or bytes and samples as a typed array. Copied where they change hands, so that nobody shares memory. */

/** The typed arrays that a payload can be, by the name that they have in text. */
export const PAYLOAD_ARRAYS = {
  uint8: Uint8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

/** Bytes or samples. */
export type PayloadArray = InstanceType<(typeof PAYLOAD_ARRAYS)[keyof typeof PAYLOAD_ARRAYS]>;

/** Whether a value is bytes or samples. */
export const isPayloadArray = (value: unknown): value is PayloadArray =>
  ArrayBuffer.isView(value) &&
  (value instanceof Int16Array ||
    value instanceof Float32Array ||
    value instanceof Uint8Array ||
    value instanceof Int32Array ||
    value instanceof Float64Array);

/** A copy that shares nothing. Throws a TypeError for what no payload can hold, such as a function. */
export function copyPayload(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint")
      throw new TypeError(
        `Cannot copy a payload: expected JSON or a typed array but received a ${typeof value}`,
      );
    if (typeof value === "number" && !Number.isFinite(value))
      throw new TypeError(`Cannot copy a payload: expected JSON or a typed array but received ${value}`);
    return value;
  }
  if (isPayloadArray(value)) return value.slice();
  if (Array.isArray(value)) return value.map(copyPayload);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(
      "Cannot copy a payload: expected JSON or a typed array but received an object of a class of its own",
    );
  const copy: { [name: string]: unknown } = {};
  for (const name in value) {
    const member = (value as { readonly [name: string]: unknown })[name];
    if (member !== undefined) copy[name] = copyPayload(member);
  }
  return copy;
}

/** Freezes at every depth. The samples of a typed array cannot be frozen. */
export function freezePayload<T>(value: T): T {
  if (typeof value !== "object" || value === null || isPayloadArray(value) || Object.isFrozen(value))
    return value;
  for (const member of Object.values(value))
    if (typeof member === "object" && member !== null) freezePayload(member);
  return Object.freeze(value);
}

/** Whether two typed arrays hold the same. */
export function isSameArray(one: PayloadArray, other: PayloadArray): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (!Object.is(one[at], other[at])) return false;
  return true;
}
