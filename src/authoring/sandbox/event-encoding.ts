/** How events cross the boundary: JSON text in UTF-8, with the bytes of samples beside it instead of in it. */
import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { quote } from "../../internal/quote.ts";
import type { NodeEvent, NodeOutput, OutputEnvelope } from "../node/node-event.ts";
import { RefusedInput } from "../node/refused-input.ts";
import { ModuleFault } from "./sandbox-refusal.ts";

/** A message: JSON text, and the bytes beside it. */
export interface Message {
  readonly json: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Typed arrays by the name of their encoding; numbers are little-endian. */
const ARRAYS = {
  int8: Int8Array,
  uint8: Uint8Array,
  uint8_clamped: Uint8ClampedArray,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

/** Name of the encoding of a payload that is a typed array. */
export type PayloadEncoding = keyof typeof ARRAYS;

/** Encodings, in the order of their documentation. */
export const PAYLOAD_ENCODINGS = Object.keys(ARRAYS) as readonly PayloadEncoding[];

const ENCODING_OF_CLASS = new Map<string, PayloadEncoding>(
  PAYLOAD_ENCODINGS.map((encoding) => [ARRAYS[encoding].name, encoding]),
);

const OUTPUT_MEMBERS = ["type", "payload", "encoding", "envelope"];

const NO_BYTES = new Uint8Array();
const MAX_DEPTH = 64;

/** The message for an event. Throws a RefusedInput for a payload that is neither JSON nor a typed array. */
export function encodeEvent({ type, payload, envelope }: NodeEvent): Message {
  if (!ArrayBuffer.isView(payload)) return { json: jsonBytes({ type, payload, envelope }), bytes: NO_BYTES };
  // By its tag, because a typed array of another realm is no instance of ours.
  const tag = Object.prototype.toString.call(payload).slice(8, -1);
  const encoding = ENCODING_OF_CLASS.get(tag);
  if (encoding === undefined) {
    const expected = `a typed array of ${PAYLOAD_ENCODINGS.join(", ")}`;
    throw new RefusedInput(`Cannot pass the payload to the module: expected ${expected} but received ${tag}`);
  }
  const bytes = new Uint8Array(payload.buffer, payload.byteOffset, payload.byteLength);
  return { json: jsonBytes({ type, encoding, envelope }), bytes };
}

/** JSON text of a value as bytes. Throws a RefusedInput for a value that has none. */
export function jsonBytes(value: unknown): Uint8Array {
  try {
    return new TextEncoder().encode(JSON.stringify(value));
  } catch {
    throw new RefusedInput(
      `Cannot pass the payload to the module: expected JSON or a typed array but received ${describeValue(value)}`,
    );
  }
}

/** Reads JSON text of the module; throws a ModuleFault for anything else. */
export function readModuleJson(json: Uint8Array, action: string): unknown {
  const reading = parseWireText(json, { maxDepth: MAX_DEPTH, maxLength: json.length });
  if (reading.ok) return reading.value;
  const [problem] = reading.problems;
  throw new ModuleFault({
    action,
    expected: problem?.expected ?? "JSON",
    received:
      problem === undefined ? "other text" : `${problem.received} at ${problem.line}:${problem.column}`,
  });
}

/** The output that a message means. Throws a ModuleFault for garbage. */
export function decodeOutput({ json, bytes }: Message): NodeOutput {
  const action = "read an output of the module";
  const value = readModuleJson(json, action);
  if (!isPlainObject(value)) {
    throw new ModuleFault({ action, expected: "a JSON object", received: describeValue(value) });
  }
  const stranger = Object.keys(value).find((name) => !OUTPUT_MEMBERS.includes(name));
  if (stranger !== undefined) {
    const near = nearest(stranger, OUTPUT_MEMBERS);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    const expected = `only the members ${OUTPUT_MEMBERS.join(", ")}`;
    throw new ModuleFault({ action, expected, received: `${quote(stranger)}${hint}` });
  }
  const { type, encoding, envelope } = value;
  if (typeof type !== "string") {
    throw new ModuleFault({ action, expected: "a string as type", received: describeValue(type) });
  }
  if (envelope !== undefined && !isPlainObject(envelope)) {
    throw new ModuleFault({ action, expected: "an object as envelope", received: describeValue(envelope) });
  }
  const payload =
    encoding === undefined ? payloadOfJson(value, bytes, { action }) : samplesOf(encoding, bytes, { action });
  return { type, payload, ...(envelope !== undefined && { envelope: envelope as OutputEnvelope }) };
}

function payloadOfJson(
  value: Readonly<Record<string, unknown>>,
  bytes: Uint8Array,
  { action }: { readonly action: string },
): unknown {
  if (bytes.length === 0) return value["payload"];
  throw new ModuleFault({
    action,
    expected: "an encoding for the bytes",
    received: `${bytes.length} without one`,
  });
}

function samplesOf(encoding: unknown, bytes: Uint8Array, { action }: { readonly action: string }): unknown {
  if (typeof encoding !== "string" || !Object.hasOwn(ARRAYS, encoding)) {
    const expected = `an encoding of ${PAYLOAD_ENCODINGS.join(", ")}`;
    throw new ModuleFault({ action, expected, received: describeValue(encoding) });
  }
  const Samples = ARRAYS[encoding as PayloadEncoding];
  const size = Samples.BYTES_PER_ELEMENT;
  if (bytes.length % size === 0) return new Samples(new Uint8Array(bytes).buffer);
  throw new ModuleFault({ action, expected: `a multiple of ${size} bytes`, received: `${bytes.length}` });
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
