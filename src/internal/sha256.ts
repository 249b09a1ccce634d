/**
 * SHA-256 that works the same, and at once, in Node, browsers and edge workers: the Web Crypto digest is
 * asynchronous, which would make every hash of a plan a promise.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** The digest as 64 lower-case hexadecimal characters; text is hashed as UTF-8. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === "string" ? new TextEncoder().encode(content) : content));
}
