import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findEscapeHatches } from "./escape-hatches.ts";

const found = (text: string, path = "src/gates/a.test.ts") =>
  findEscapeHatches(virtualTree({ [path]: text }));

describe("escape hatches", () => {
  test("are closed in this repository", () => {
    expect(findEscapeHatches(realTree())).toEqual([]);
  });

  test.each([
    ["const a = b as any;", "the type any"],
    ["function f(a: any) {}", "the type any"],
    ["// @ts-ignore\nf();", "@ts-ignore"],
    ["/* @ts-expect-error */ f();", "@ts-expect-error"],
    ["// biome-ignore lint: reasons\nf();", "biome-ignore"],
    ["// eslint-disable-next-line\nf();", "eslint-disable"],
    ["f(); // TODO: mend", "TODO"],
    ["/** FIXME */", "FIXME"],
    ["// XXX", "XXX"],
    ['test.only("a", f);', "test.only"],
    ['describe.skip("a", f);', "describe.skip"],
    ['it.todo("a");', "it.todo"],
    ['test.skip.each([1])("a", f);', "test.skip"],
    ['test.skipIf(true)("a", f);', "test.skipIf"],
  ])("are found in %j", (text, what) => {
    expect(found(text)).toEqual([expect.stringMatching(new RegExp(`: has ${what}$`))]);
    expect(found(text, "examples/a/run.ts")).toHaveLength(1);
  });

  test.each([
    'const s = "as any, @ts-ignore, TODO, test.only(";',
    "const s = `// TODO`;",
    "const anything = list.only(1);",
    "/** Todos of a user. */",
    'const there = existsSync("../shared/a"); test.skipIf(!there)("a", f);',
  ])("are not found in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("leave type tests their way to say what must not compile", () => {
    expect(found("// @ts-expect-error\nf(1);", "src/gates/a.test-d.ts")).toEqual([]);
  });
});
