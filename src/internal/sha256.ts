/**
 * SHA-256 (FIPS 180-4) that works the same, and at once, in Node, browsers and edge workers: the Web Crypto
 * digest is asynchronous, which would make every hash of a plan a promise.
 *
 * Written out here because the entry that needs it loads nothing and has a size budget of which the usual
 * library would take a third. It is held to that library and to the NIST vectors by its tests.
 */

/** Rounds of a block, and bytes in it. */
const ROUNDS = 64;

/** The first 32 bits of the fractional parts of the roots of the first primes. */
function fractions(root: (prime: number) => number, count: number): Int32Array {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 0x1_0000_0000);
}

/** Initial state and round constants, once they are needed. */
let constants: { readonly initial: Int32Array; readonly rounds: Int32Array } | undefined;

/** The digest as 64 lower-case hexadecimal characters; text is hashed as UTF-8. */
export function sha256Hex(content: string | Uint8Array): string {
  constants ??= { initial: fractions(Math.sqrt, 8), rounds: fractions(Math.cbrt, ROUNDS) };
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  // The message, one set bit, zeros, and the length in bits: a whole number of 64-byte blocks.
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const message = new DataView(padded.buffer);
  message.setBigUint64(padded.length - 8, BigInt(bytes.length * 8));
  const state = constants.initial.slice();
  const schedule = new Int32Array(ROUNDS);
  for (let offset = 0; offset < padded.length; offset += ROUNDS) {
    for (let t = 0; t < 16; t += 1) schedule[t] = message.getInt32(offset + t * 4);
    compress(state, schedule, constants.rounds);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** One block, whose words are the first 16 of the schedule (FIPS 180-4 section 6.2.2). */
function compress(state: Int32Array, schedule: Int32Array, rounds: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let t = 0; t < ROUNDS; t += 1) {
    if (t > 15) {
      const early = schedule[t - 15]!;
      const late = schedule[t - 2]!;
      const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      schedule[t] = schedule[t - 16]! + small0 + schedule[t - 7]! + small1;
    }
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const sum1 = (h + big1 + ((e & f) ^ (~e & g)) + rounds[t]! + schedule[t]!) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const sum2 = big0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + sum1) | 0, c, b, a, (sum1 + sum2) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index]! += word;
}

type Eight = [number, number, number, number, number, number, number, number];
