/** The sources of randomness, as nodes see them: the host decides, so that a run can be repeated. */
import type { VirtualFunction } from "./dispatcher.ts";
import type { GlobalsHost } from "./globals-host.ts";

/** Most bytes that `getRandomValues` fills in one call. */
const MAX_BYTES = 65536;

/** `Math.random()`. */
export const virtualRandom: VirtualFunction = (host) => host.chance("Math.random");

/** `crypto.randomUUID()`: version 4. */
export const virtualRandomUuid: VirtualFunction = (host) => {
  const bytes = fill(new Uint8Array(16), { host, name: "crypto.randomUUID" });
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

/** `crypto.getRandomValues(array)`. */
export const virtualRandomValues: VirtualFunction = (host, { args, original }) => {
  const [array] = args;
  const isFilled = ArrayBuffer.isView(array) && isInteger(array) && array.byteLength <= MAX_BYTES;
  if (!isFilled) return original(...args);
  const { buffer, byteOffset, byteLength } = array;
  fill(new Uint8Array(buffer, byteOffset, byteLength), { host, name: "crypto.getRandomValues" });
  return array;
};

function isInteger(array: ArrayBufferView): boolean {
  const { [Symbol.toStringTag]: tag } = array as { [Symbol.toStringTag]?: string };
  return /^(?:Big)?U?[Ii]nt\d+(?:Clamped)?Array$/.test(tag ?? "");
}

/** Fills bytes, four to a draw. */
function fill(bytes: Uint8Array, { host, name }: { readonly host: GlobalsHost; readonly name: string }) {
  for (let at = 0; at < bytes.length; at += 4) {
    const word = Math.floor(host.chance(name) * 2 ** 32);
    for (let k = 0; k < 4 && at + k < bytes.length; k += 1) bytes[at + k] = (word >>> (8 * k)) & 0xff;
  }
  return bytes;
}
