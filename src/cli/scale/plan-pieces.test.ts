import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { makeFolder } from "./bundled-worker.test-kit.ts";
import { createPieceScanner } from "./piece-scanner.ts";
import { choosePieceBytes, type Piece, planPieces } from "./plan-pieces.ts";

const folder = makeFolder();
const fileOf = (content: string) => {
  const path = join(folder, "lines.ndjson");
  writeFileSync(path, content);
  return { path, name: "lines.ndjson" };
};

describe("planPieces", () => {
  it("covers the file without gaps and cuts only behind line feeds", () => {
    const lines = fc.array(fc.constantFrom("", "a", "\n", "\n\n", "long".repeat(40)), { maxLength: 30 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 90 }), (parts, pieceBytes) => {
        const file = fileOf(parts.join(""));
        const bytes = readFileSync(file.path);
        const pieces = [...planPieces([file], pieceBytes)];
        let before = 0;
        for (const { start, end } of pieces) {
          expect(start).toBe(before);
          expect(end).toBeGreaterThan(start);
          if (start > 0) expect(bytes[start - 1]).toBe(10);
          before = end;
        }
        expect(before).toBe(bytes.length);
      }),
      { seed: 91 },
    );
  });

  it("finds line ends beyond the bytes that it looks at in one go", () => {
    const file = fileOf(`${"x".repeat(200_000)}\n${"y".repeat(10)}\n`);
    expect([...planPieces([file], 100)].map(({ start, end }) => [start, end])).toEqual([
      [0, 200_001],
      [200_001, 200_012],
    ]);
  });

  it("is needed: pieces cut anywhere would be read otherwise", async () => {
    const file = fileOf('{"a":1}\n{"b":2}\n{"c":3}\n');
    const anywhere = [0, 10].map((start): Piece => {
      return { ...file, file: 0, start, end: start === 0 ? 10 : 24, form: "range" };
    });
    const linesOf = async (pieces: Iterable<Piece>) => {
      const scanner = await createPieceScanner({ evidence: true });
      for (const piece of pieces) await scanner.scan(piece);
      return (await scanner.finish()).lines;
    };
    expect(await linesOf(planPieces([file], 10))).toBe(3);
    expect(await linesOf(anywhere)).toBe(4);
  });

  it("makes pieces neither so small that starting a worker costs more, nor larger than need be", () => {
    const file = fileOf("x\n");
    expect(choosePieceBytes([file], 4)).toBe(8 * 2 ** 20);
    expect(choosePieceBytes([{ path: join(folder, "absent"), name: "absent" }], 4)).toBe(8 * 2 ** 20);
  });
});
