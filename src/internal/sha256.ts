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
    let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
    // One block (FIPS 180-4 section 6.2.2).
    for (let t = 0; t < ROUNDS; t += 1) {
      const [early, late] = [schedule[t - 15]!, schedule[t - 2]!];
      schedule[t] =
        t < 16
          ? message.getInt32(offset + t * 4)
          : schedule[t - 16]! +
            (turned(early, 7, 18) ^ (early >>> 3)) +
            schedule[t - 7]! +
            (turned(late, 17, 19) ^ (late >>> 10));
      h += (turned(e, 6, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants.rounds[t]! + schedule[t]!;
      d += h;
      h += (turned(a, 2, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [h | 0, a, b, c, d | 0, e, f, g];
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index]! += word;
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The word rotated right by one number of bits, or by two and added bit by bit. */
const turned = (word: number, by: number, other = 0): number =>
  ((word >>> by) | (word << -by)) ^ (other && turned(word, other));

type Eight = [number, number, number, number, number, number, number, number];
