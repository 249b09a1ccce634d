import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findBadNames } from "./file-names.ts";

const named = (...paths: string[]) => virtualTree(Object.fromEntries(paths.map((path) => [path, ""])));

describe("file names", () => {
  test("say what is in the file, in kebab case, in this repository", () => {
    expect(findBadNames(realTree())).toEqual([]);
  });

  test.each(["types", "utils", "helpers", "common", "shared", "misc", "constants", "base", "manager"])(
    "are not %s, neither for a file nor for a test nor for a folder",
    (name) => {
      const tree = named(`src/gates/${name}.ts`, `src/trace/${name}.test.ts`, `src/cli/${name}/a.ts`);
      expect(findBadNames(tree)).toEqual([
        `src/cli/${name}: "${name}" says nothing about what is in it`,
        `src/gates/${name}.ts: "${name}" says nothing about what is in it`,
        `src/trace/${name}.test.ts: "${name}" says nothing about what is in it`,
      ]);
    },
  );

  test.each([
    "src/gates/sloReport.ts",
    "src/gates/SloReport.ts",
    "src/gates/slo_report.ts",
    "bench/slo--report.ts",
  ])("are not written as in %s", (path) => {
    expect(findBadNames(named(path))).toEqual([`${path}: is not in kebab case`]);
  });

  test("may have a role and digits, and data may have any name", () => {
    const paths = ["src/internal/sha256.test.ts", "src/gates/a-2.test-kit.ts", "examples/README.md"];
    expect(findBadNames(named(...paths))).toEqual([]);
    expect(findBadNames(named("docs/types.md"))).toEqual([]);
  });
});
