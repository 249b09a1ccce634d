import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIJsonBytes } from "./parse-i-json-bytes.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function problemOf(...parts: (string | number[])[]) {
  const bytes = parts.flatMap((part) => (typeof part === "string" ? [...encode(part)] : part));
  const reading = parseIJsonBytes(Uint8Array.from(bytes));
  return reading.ok ? undefined : reading.problems[0];
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Where the longest well-formed beginning ends that nothing well-formed continues. */
function badOffset(bytes: Uint8Array): number {
  const fits = (end: number) => isUtf8(bytes.subarray(0, end));
  let offset = 0;
  for (let end = 1; end <= bytes.length; end++) if (fits(end) && end - offset <= 4) offset = end;
  return offset;
}

describe("parseIJsonBytes", () => {
  test("reads UTF-8", () => {
    const reading = parseIJsonBytes(encode('{"é":["日本","😀"]}'));
    expect(reading).toMatchObject({ ok: true, value: { é: ["日本", "😀"] } });
  });

  test.each([
    ["a byte that starts nothing", [0x80], "Encode the text as UTF-8"],
    ["Latin-1", [0xe9, 0x22], "Encode the text as UTF-8"],
    ["an overlong slash", [0xc0, 0xaf], "Encode each character in its shortest form"],
    [
      "an overlong character of three bytes",
      [0xe0, 0x80, 0xaf],
      "Encode each character in its shortest form",
    ],
    [
      "an overlong character of four bytes",
      [0xf0, 0x80, 0x80, 0xaf],
      "Encode each character in its shortest form",
    ],
    ["half a surrogate pair", [0xed, 0xa0, 0xbd], "Encode surrogate pairs as one character of four bytes"],
    ["a character beyond Unicode", [0xf4, 0x90, 0x80, 0x80], "Encode the text as UTF-8"],
    ["a lead byte beyond Unicode", [0xf5, 0x80, 0x80, 0x80], "Encode the text as UTF-8"],
  ])("refuses %s where it stands", (_, bad, hint) => {
    const problem = problemOf('{"é":\n "😀', bad, '"}');
    expect(problem).toMatchObject({ code: "invalid_utf8", line: 2, column: 5, offset: 13, path: "", hint });
  });

  test("refuses a text that ends inside of a character", () => {
    expect(problemOf('["', [0xf0, 0x9f, 0x98])).toMatchObject({
      code: "invalid_utf8",
      offset: 2,
      message:
        "Cannot decode the bytes as UTF-8: expected well-formed UTF-8 but received bytes f0 9f 98 at byte 2",
      hint: "Send the whole text; it ends inside a character",
    });
  });

  test("refuses UTF-16 by its byte order mark", () => {
    const hint = "Save the text as UTF-8, not UTF-16";
    expect(problemOf([0xff, 0xfe, 0x7b, 0x00])).toMatchObject({ code: "invalid_utf8", offset: 0, hint });
    expect(problemOf([0xfe, 0xff, 0x00, 0x7b])).toMatchObject({ code: "invalid_utf8", offset: 0, hint });
  });

  test("refuses a UTF-8 byte order mark", () => {
    expect(problemOf([0xef, 0xbb, 0xbf], "{}")).toMatchObject({
      code: "byte_order_mark",
      line: 1,
      column: 1,
    });
  });

  test("counts its length limit in bytes", () => {
    expect(parseIJsonBytes(encode('"é"'), { maxLength: 4 }).ok).toBe(true);
    const reading = parseIJsonBytes(encode('"é"'), { maxLength: 3 });
    expect(reading).toMatchObject({
      problems: [{ code: "too_large", expected: "at most 3 bytes", received: "4" }],
    });
  });

  test("refuses 20 MB without decoding them", () => {
    const reading = parseIJsonBytes(new Uint8Array(20_000_000).fill(0xff));
    expect(reading).toMatchObject({ ok: false, problems: [{ code: "too_large" }] });
  });

  test("finds the first ill-formed sequence wherever the platform's decoder finds one", () => {
    const edges = [0x00, 0x22, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf];
    const leads = [0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xfe, 0xff];
    const sequences = fc.array(fc.constantFrom(...edges, ...edges, ...leads), { maxLength: 10 });
    const characters = fc.string({ unit: "binary", maxLength: 3 }).map((text) => [...encode(text)]);
    const inputs = fc.array(fc.oneof(sequences, characters), { maxLength: 4 });
    fc.assert(
      fc.property(inputs, (parts) => {
        const bytes = Uint8Array.from(parts.flat());
        const reading = parseIJsonBytes(bytes);
        const problem = reading.ok ? undefined : reading.problems[0];
        expect(problem?.code === "invalid_utf8").toBe(!isUtf8(bytes));
        if (problem?.code === "invalid_utf8") expect(problem.offset).toBe(badOffset(bytes));
      }),
      { seed: 9, numRuns: 20_000 },
    );
  });
});
