import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { InputLayout } from "./find-inputs.ts";
import { scanTexts } from "./scan-texts.ts";

async function scan(text: string, layout: InputLayout, { sizes = [7], maxBytes = 1000 } = {}) {
  const bytes = new TextEncoder().encode(text);
  const texts: [text: string, line: number | undefined, tooLong: boolean][] = [];
  const source = (async function* () {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
      yield bytes.subarray(at, at + size);
      at += size;
    }
  })();
  const end = await scanTexts(source, {
    layout,
    maxBytes,
    onText: (found, line) => {
      const decoded = typeof found === "string" ? found : new TextDecoder().decode(found);
      texts.push([decoded, line?.number, line?.tooLong !== undefined]);
    },
  });
  return { texts, end };
}

describe("scanTexts", () => {
  it("reads a document as one text", async () => {
    const text = '{\n "a": 1\n}\n';
    expect((await scan(text, "json")).texts).toEqual([[text, undefined, false]]);
    expect(await scan(text, "sniff")).toEqual(await scan(text, "json"));
  });

  it("reads NDJSON line by line, with the numbers of the lines, without blank ones", async () => {
    const { texts } = await scan('{"a":1}\n\n \t\n{"b":2}', "ndjson");
    expect(texts).toEqual([
      ['{"a":1}', 1, false],
      ['{"b":2}', 4, false],
    ]);
  });

  it("takes an input for NDJSON when its first line is a value of its own", async () => {
    const { texts, end } = await scan('\n{"a":1}\n{"b":2}\n', "sniff");
    expect(end).toEqual({ layout: "ndjson", tooLarge: false });
    expect(texts.map(([, line]) => line)).toEqual([2, 3]);
    expect(await scan(" \n\n ", "sniff")).toEqual({ texts: [], end: { layout: "ndjson", tooLarge: false } });
    expect((await scan('{"a":1}', "sniff")).texts).toEqual([['{"a":1}', undefined, false]]);
    expect((await scan('[\n{"a":1}]\n', "sniff")).texts).toHaveLength(1);
  });

  it("gives up a document over the limit, and skips a line over it", async () => {
    expect((await scan("x".repeat(1001), "json")).end).toEqual({ layout: "json", tooLarge: true });
    const { texts, end } = await scan(`{"a":1}\n${"x".repeat(2000)}\n{"b":2}\n`, "ndjson");
    expect(texts.map(([, line, tooLong]) => [line, tooLong])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(end.tooLarge).toBe(false);
  });

  it("does not depend on where the chunks are cut", async () => {
    const line = fc.oneof(fc.json({ maxDepth: 1 }), fc.constantFrom("", " ", "\r", "日本", '{"🙂":1}'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n")),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom<InputLayout>("json", "ndjson", "sniff"),
        async (text, sizes, layout) => {
          expect(await scan(text, layout, { sizes })).toEqual(await scan(text, layout, { sizes: [100_000] }));
        },
      ),
    );
  });
});
