import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findUnwieldyFolders } from "./folder-sizes.ts";

/** A tree of empty files in one folder. */
const filled = (folder: string, count: number) =>
  virtualTree(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/f${index}.ts`, ""])),
  );

describe("folders", () => {
  test("are of a size in this repository", () => {
    expect(findUnwieldyFolders(realTree())).toEqual([]);
  });

  test("hold at most 25 files", () => {
    expect(findUnwieldyFolders(filled("src/gates", 25))).toEqual([]);
    expect(findUnwieldyFolders(filled("src/gates", 26))).toEqual(["src/gates: has 26 files, over 25"]);
  });

  test("may be full when they are generated", () => {
    expect(findUnwieldyFolders(filled("src/validators/generated", 99))).toEqual([]);
  });

  test("are at most three levels under a room", () => {
    expect(findUnwieldyFolders(filled("src/gates/slo/report/html", 1))).toEqual([]);
    expect(findUnwieldyFolders(filled("src/gates/slo/report/html/deep", 1))).toEqual([
      "src/gates/slo/report/html/deep: is 4 levels under its room, over 3",
    ]);
  });
});
