import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodePayload, encodePayload } from "./payload-text.ts";

const crossed = (value: unknown) => decodePayload(JSON.parse(JSON.stringify(encodePayload(value))));

const samples = fc.oneof(
  fc.int8Array(),
  fc.uint8Array(),
  fc.uint8ClampedArray(),
  fc.int16Array(),
  fc.uint16Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.float32Array(),
  fc.float64Array(),
);
const key = fc.oneof(fc.string(), fc.constantFrom("$bytes", "$object", "$type", "__proto__"));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, "", "AAA=", 0, -1.5),
    fc.string(),
    samples,
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(key, tie("value")), { maxLength: 4 })
      .map((members) => Object.fromEntries(members) as unknown),
  ),
}));

describe("payloads", () => {
  test("are the same on the other side, typed arrays, reserved names and all", () => {
    fc.assert(
      fc.property(value, (payload) => {
        expect(crossed(payload)).toStrictEqual(payload);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test("keep the samples of a part of a buffer, little-endian", () => {
    const whole = Int16Array.of(9, 1, -2, 9);
    expect(encodePayload(whole.subarray(1, 3))).toEqual({ $bytes: "AQD+/w==", $type: "int16" });
    expect(crossed(Buffer.from("hi"))).toEqual(Uint8Array.of(104, 105));
    expect(crossed(Float32Array.of(Number.NaN, -0))).toEqual(Float32Array.of(Number.NaN, -0));
  });

  test("leave out members that are undefined", () => {
    expect(crossed({ a: undefined, b: 1 })).toStrictEqual({ b: 1 });
    expect(encodePayload(undefined)).toBeUndefined();
  });

  const cycle: unknown[] = [];
  cycle.push(cycle);
  test.each([
    [Number.NaN, /received NaN/],
    [() => 0, /received a function/],
    [{ a: 1n }, /received a bigint/],
    [new ArrayBuffer(2), /JSON or a typed array/],
    [new DataView(new ArrayBuffer(2)), /JSON or a typed array/],
    [BigInt64Array.of(1n), /JSON or a typed array/],
    [cycle, /at most 200 levels/],
  ])("%# that JSON cannot say are refused", (payload, says) => {
    expect(() => encodePayload(payload)).toThrow(says);
  });

  test.each([
    [{ $bytes: "AAA=", $type: "int64" }, /a \$type of int8/],
    [{ $bytes: 1 }, /\$bytes in base64/],
    [{ $bytes: "~" }, /expected base64 but received "~"/],
    [{ $bytes: "AAA=", $type: "toString" }, /a \$type of int8/],
    [{ $bytes: "AAA=", $type: "int32" }, /whole samples of 4 bytes but received 2 bytes/],
  ])("%# whose bytes cannot be are refused", (payload, says) => {
    expect(() => decodePayload(payload)).toThrow(says);
  });
});
