import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { parseSource } from "../tree/source-tree.ts";
import { findLongFiles, findSizeDrift, isDataTable, lineCount } from "./file-sizes.ts";

const lines = (count: number, first = "/** Walks. */"): string =>
  `${first}\n${"walk();\n".repeat(count - 1)}`;

describe("file sizes", () => {
  test("are within bounds in this repository", () => {
    expect(findLongFiles(realTree())).toEqual([]);
    expect(findSizeDrift(realTree())).toEqual([]);
  });

  test("may be 250 lines and no more without a reason", () => {
    const tree = virtualTree({ "src/gates/long.ts": lines(251), "src/gates/edge.ts": lines(250) });
    expect(findLongFiles(tree)).toEqual([
      'src/gates/long.ts: has 251 lines; split it at 250, or say why not after "Length:" in its first comment',
    ]);
  });

  test("may be longer with a reason in the first comment", () => {
    const reasoned = lines(300, "/** Walks. Length: one state machine, clearer in one piece. */");
    expect(findLongFiles(virtualTree({ "src/gates/long.ts": reasoned }))).toEqual([]);
    const later = `${lines(300)}/** Length: too late. */\n`;
    expect(findLongFiles(virtualTree({ "src/gates/long.ts": later }))).toHaveLength(1);
  });

  test("leave tests 400 lines, and generated files and tables as many as they want", () => {
    const tree = virtualTree({
      "src/gates/a.test.ts": lines(400),
      "src/validators/generated/a.ts": lines(5000),
      "src/gates/table.ts": `export const ROWS = [\n${"  { id: 1, text: 'x' },\n".repeat(999)}] as const;\n`,
    });
    expect(findLongFiles(tree)).toEqual([]);
    expect(findLongFiles(virtualTree({ "src/gates/a.test.ts": lines(401) }))).toHaveLength(1);
  });

  test("are bounded at the median and at the 90th percentile", () => {
    const sizes = (counts: readonly number[]) =>
      virtualTree(Object.fromEntries(counts.map((count, index) => [`src/gates/f${index}.ts`, lines(count)])));
    expect(findSizeDrift(sizes([81, 81, 81]))).toEqual(["the median file has 81 lines, over 80"]);
    expect(findSizeDrift(sizes([10, 10, 10, 10, 201]))).toEqual([
      "the 90th percentile is 201 lines, over 200",
    ]);
    expect(findSizeDrift(sizes([80, 80, 80, 80, 80, 80, 80, 80, 200, 240]))).toEqual([]);
  });

  test("count lines as editors do", () => {
    expect(["", "a", "a\n", "a\nb", "\n"].map(lineCount)).toEqual([0, 1, 1, 2, 1]);
  });

  test("tell a table from code", () => {
    const isTable = (text: string) => isDataTable(parseSource("src/a.ts", text));
    expect(isTable('import type { A } from "./a.ts"; export const rows: A[] = [{ a: -1 }];')).toBe(true);
    expect(isTable("interface A { walk(): void; run: () => void } const a: A[] = [];")).toBe(true);
    expect(isTable("export const walk = () => 1;")).toBe(false);
    expect(isTable("export const rows = build();")).toBe(false);
    expect(isTable("export interface A { a: 1 }")).toBe(false);
  });
});
