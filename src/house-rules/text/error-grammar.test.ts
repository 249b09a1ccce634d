import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findBadErrorMessages } from "./error-grammar.ts";

const found = (text: string, path = "src/gates/a.ts") => findBadErrorMessages(virtualTree({ [path]: text }));

describe("error messages", () => {
  test("follow the grammar in this repository", () => {
    expect(findBadErrorMessages(realTree())).toEqual([]);
  });

  test.each([
    'throw new TypeError("expected a number");',
    'throw new RangeError("Cannot accept 7: expected 8.");',
    `throw new Error(\`cannot accept $${"{a}"}\`);`,
    `throw new Error(\`Cannot accept $${"{a}"}.\`);`,
    'throw new Error("Cannot " + "accept.");',
    'const failure = new ConflictError("no");',
    'class ConflictError extends Error { constructor() { super("no"); } }',
    'throw new TypeError("");',
  ])("break it in %s", (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/^src\/gates\/a\.ts:1: throws /)]);
  });

  test.each([
    `throw new TypeError(\`Cannot accept $${"{a}"}: expected 8 but received $${"{b}"}\`);`,
    `throw new TypeError(\`$${"{what}"} is not open\`);`,
    'throw new Error(`[CF-003] Turn "t-12": expected exactly 1 terminal signal but received 2`);',
    "throw new TypeError(describe(problem));",
    'class Node extends Base { constructor() { super("any."); } }',
    'const words = new Words("any.");',
  ])("follow it in %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("may be anything in a test", () => {
    expect(found('throw new Error("oops.");', "src/gates/a.test.ts")).toEqual([]);
  });
});
