import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "./sha256.ts";

describe("sha256Hex", () => {
  // Examples and short messages that NIST publishes for FIPS 180-4.
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    [
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ],
  ])("hashes %j", (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
  });

  test("hashes bytes", () => {
    const digest = "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b";
    expect(sha256Hex(Uint8Array.of(0xbd))).toBe(digest);
    expect(sha256Hex(Uint8Array.of(0xc9, 0x8c, 0x8e, 0x55))).toBe(
      "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504",
    );
  });

  test("hashes a million letters", () => {
    expect(sha256Hex("a".repeat(1_000_000))).toBe(
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
  });

  test("hashes text as UTF-8", () => {
    expect(sha256Hex("é😀")).toBe(sha256Hex(new TextEncoder().encode("é😀")));
  });
});

describe("sha256Hex beside @noble/hashes", () => {
  test("gives the same digest for every length around the block borders and for random bytes", () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + length) & 0xff);
      expect(sha256Hex(bytes)).toBe(bytesToHex(sha256(bytes)));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(sha256Hex(bytes)).toBe(bytesToHex(sha256(bytes)));
      }),
      { seed: 1 },
    );
  });
});
