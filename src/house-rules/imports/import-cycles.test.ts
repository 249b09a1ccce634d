import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { type AllowedCycle, findImportCycles, findStaleAllowances } from "./import-cycles.ts";

/** Cycles of this repository that are there on purpose, each with the reason. */
const ALLOWED: readonly AllowedCycle[] = [];

const cyclic = virtualTree({
  "src/gates/a.ts": 'import { b } from "./b.ts";',
  "src/gates/b.ts": 'import type { C } from "./c.ts";',
  "src/gates/c.ts": 'export { a } from "./a.ts";',
  "src/gates/self.ts": 'import "./self.ts";',
  "src/gates/outside.ts": 'import "./a.ts";',
});
const files = ["src/gates/a.ts", "src/gates/b.ts", "src/gates/c.ts"];

describe("import cycles", () => {
  test("do not exist in this repository", () => {
    expect(findImportCycles(realTree(), ALLOWED)).toEqual([]);
    expect(findStaleAllowances(realTree(), ALLOWED)).toEqual([]);
  });

  test("are found through types and re-exports, each once", () => {
    expect(findImportCycles(cyclic, [])).toEqual([
      "src/gates/a.ts -> src/gates/b.ts -> src/gates/c.ts -> src/gates/a.ts",
      "src/gates/self.ts -> src/gates/self.ts",
    ]);
  });

  test("may be allowed by name, for as long as they are there", () => {
    const allowed = [{ files, reason: "The three define each other" }];
    expect(findImportCycles(cyclic, allowed)).toEqual(["src/gates/self.ts -> src/gates/self.ts"]);
    expect(findStaleAllowances(cyclic, allowed)).toEqual([]);
    const mended = virtualTree({ "src/gates/a.ts": 'import "./b.ts";', "src/gates/b.ts": "" });
    expect(findStaleAllowances(mended, allowed)).toEqual([files.join(" -> ")]);
  });
});
