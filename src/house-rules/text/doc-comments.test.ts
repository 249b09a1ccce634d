import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findUndocumented } from "./doc-comments.ts";

const found = (text: string, path = "src/gates/a.ts") => findUndocumented(virtualTree({ [path]: text }));

describe("doc comments", () => {
  test("are on every file and on every export of this repository", () => {
    expect(findUndocumented(realTree())).toEqual([]);
  });

  test.each([
    ["export const a = 1;", ["does not open with a doc comment", "exports a without a doc comment"]],
    ["// Not a doc comment.\nimport './b.ts';", ["does not open with a doc comment"]],
    ["/** File. */\nimport './b.ts';\nexport const a = 1;", ["exports a without a doc comment"]],
    ["/** File. */\nimport './b.ts';\n// Why.\nexport interface A {}", ["exports A without a doc comment"]],
    ["/** File. */\nimport './b.ts';\nexport type A = 1;", ["exports A without a doc comment"]],
    ["/** File. */\nimport './b.ts';\nexport class A {}", ["exports A without a doc comment"]],
    ["/** File. */\nimport './b.ts';\nexport function a() {}", ["exports a without a doc comment"]],
    ["/** A. */\nexport const a = 1;\nexport const b = 1;", ["exports b without a doc comment"]],
  ])("are missing in %j", (text, problems) => {
    expect(found(text).map((problem) => problem.replace(/^[^ ]+ /, ""))).toEqual(problems);
  });

  test.each([
    "/** File. */\nimport './b.ts';\n/** A. */\nexport const a = 1;",
    "/** File and A. */\nexport const a = 1;",
    "/** File and A. */\nexport function a() { return b; }\nconst b = () => 1;",
    "/** File. */\n\n/** A. */\nexport const a = 1;\n/** B. */\nexport const b = 1;",
    "/** File. */\nexport { a } from './b.ts';",
    "/** File. */\nimport './b.ts';\n/** A. */\nexport function a(x: 1): 1;\nexport function a(x: 2): 2;\nexport function a(x: 3) {}",
    "#!/usr/bin/env node\n/** File. */\nimport './b.ts';",
  ])("are there in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("are one line in generated files, and titles do in tests", () => {
    expect(
      found("// Generated from the contracts.\nimport './b.ts';", "src/validators/generated/a.ts"),
    ).toEqual([]);
    expect(found("export const a = 1;", "src/gates/a.test.ts")).toEqual([]);
  });
});
