/**
 * Payloads as JSON. A typed array becomes `{"$bytes": base64, "$type": "int16"}`, little-endian; an object that has a
 * member `$bytes` or `$object` of its own is wrapped as `{"$object": ...}`, so that nothing is taken for what it is not.
 */
import { describeValue } from "../../../internal/describe-value.ts";

const ARRAYS = {
  int8: Int8Array,
  uint8: Uint8Array,
  uint8_clamped: Uint8ClampedArray,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

type ArrayName = keyof typeof ARRAYS;
type Samples = InstanceType<(typeof ARRAYS)[ArrayName]>;

/** What a typed array is called by `Object.prototype.toString`; it also knows those of another realm. */
const NAMES = new Map<string, ArrayName>(
  Object.entries(ARRAYS).map(([name, { name: tag }]) => [`[object ${tag}]`, name as ArrayName]),
);

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The value with its typed arrays as JSON. Throws a TypeError for what JSON has no form for. */
export function encodePayload(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean" || value === undefined)
    return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object" || depth > MAX_DEPTH) throw unsuitable(value, depth);
  const name = NAMES.get(Object.prototype.toString.call(value));
  if (name !== undefined) return { $bytes: toBase64(value as Samples), $type: name };
  if (Array.isArray(value)) return value.map((item) => encodePayload(item ?? null, depth + 1));
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) throw unsuitable(value, depth);
  const plain = mapMembers(value, (member) => encodePayload(member, depth + 1));
  return isReserved(plain) ? { $object: plain } : plain;
}

/** The payload that `encodePayload` made this of. Throws a TypeError for bytes that cannot be. */
export function decodePayload(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(decodePayload);
  if (Object.hasOwn(value, "$bytes")) return decodeSamples(value as { $bytes: unknown; $type?: unknown });
  const { $object } = value as { readonly $object?: unknown };
  const isWrapped = typeof $object === "object" && $object !== null && Object.keys(value).length === 1;
  return mapMembers(isWrapped ? $object : value, decodePayload);
}

const MAX_DEPTH = 200;

const isReserved = (plain: object) => Object.hasOwn(plain, "$bytes") || Object.hasOwn(plain, "$object");

function mapMembers(value: object, change: (member: unknown) => unknown): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  // Not by assignment: that would take a member `__proto__` for the prototype.
  return Object.fromEntries(entries.map(([name, member]) => [name, change(member)]));
}

const unsuitable = (value: unknown, depth: number) =>
  new TypeError(
    depth > MAX_DEPTH
      ? `Cannot send a payload: expected at most ${MAX_DEPTH} levels but received more, or a cycle`
      : `Cannot send a payload: expected JSON or a typed array but received ${describeValue(value)}`,
  );

/** The bytes of samples in the order of the wire. */
function wireBytes(samples: Samples): Uint8Array {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  return IS_LITTLE_ENDIAN ? bytes : swapped(bytes.slice(), samples.BYTES_PER_ELEMENT);
}

function swapped(bytes: Uint8Array, width: number): Uint8Array {
  for (let start = 0; start < bytes.length; start += width) bytes.subarray(start, start + width).reverse();
  return bytes;
}

function toBase64(samples: Samples): string {
  const bytes = wireBytes(samples);
  let text = "";
  // In parts: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text);
}

function decodeSamples({ $bytes, $type = "uint8" }: { $bytes: unknown; $type?: unknown }): Samples {
  const kind = Object.hasOwn(ARRAYS, String($type)) ? ARRAYS[$type as ArrayName] : undefined;
  if (kind === undefined || typeof $bytes !== "string")
    throw new TypeError(
      `Cannot read bytes: expected $bytes in base64 and a $type of ${Object.keys(ARRAYS).join(", ")} but received ${describeValue($bytes)} and ${describeValue($type)}`,
    );
  let text: string;
  try {
    text = atob($bytes);
  } catch {
    throw new TypeError(`Cannot read bytes: expected base64 but received ${describeValue($bytes)}`);
  }
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const width = kind.BYTES_PER_ELEMENT;
  if (bytes.length % width !== 0)
    throw new TypeError(
      `Cannot read bytes: expected whole samples of ${width} bytes but received ${bytes.length} bytes`,
    );
  return new kind((IS_LITTLE_ENDIAN ? bytes : swapped(bytes, width)).buffer as ArrayBuffer);
}
