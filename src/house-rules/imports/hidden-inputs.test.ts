import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findHiddenInputs } from "./hidden-inputs.ts";

describe("hidden inputs", () => {
  test("do not reach the pure rooms of this repository", () => {
    expect(findHiddenInputs(realTree())).toEqual([]);
  });

  test.each([
    ["Date.now()", "Date.now"],
    ["new Date()", "new Date()"],
    ["Date()", "Date()"],
    ["performance.now()", "performance.now"],
    ["globalThis.Math.random()", "Math.random"],
    ["process.env.HOME", "process.env"],
    ["crypto.randomUUID()", "crypto.randomUUID"],
    ["const now = Date.now", "Date.now"],
  ])("are found in %s", (text, name) => {
    for (const path of ["src/gates/slo/a.ts", "src/contracts/turn/a.ts"])
      expect(findHiddenInputs(virtualTree({ [path]: `${text};` }))).toEqual([`${path}:1: reads ${name}`]);
  });

  test.each(["new Date(0)", "Date.parse(text)", "Math.max(1, 2)", '"Date.now()"', "now.performance"])(
    "are not found in %s",
    (text) => {
      expect(findHiddenInputs(virtualTree({ "src/gates/a.ts": `${text};` }))).toEqual([]);
    },
  );

  test("may be read by the command line and by tests", () => {
    const tree = virtualTree({ "src/cli/main.ts": "Date.now();", "src/gates/a.test.ts": "Date.now();" });
    expect(findHiddenInputs(tree)).toEqual([]);
  });
});
