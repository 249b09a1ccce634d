import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findFrontDoorViolations } from "./front-doors.ts";

describe("front doors", () => {
  test("let out explicit names only in this repository", () => {
    expect(findFrontDoorViolations(realTree())).toEqual([]);
  });

  test.each([
    ['export * from "../gates/a.ts";', "exports * instead of names"],
    ['export * as gates from "../gates/a.ts";', "exports * instead of names"],
    ['export { a as default } from "../gates/a.ts";', "exports a default"],
    ['import { a } from "../gates/a.ts";', "is no export of names from a room"],
    ["export const a = 1;", "is no export of names from a room"],
    ["const a = 1;\nexport { a };", "is no export of names from a room"],
  ])("refuse %j", (text, reason) => {
    const found = findFrontDoorViolations(virtualTree({ "src/v1/gates.ts": text }));
    expect(found[0]).toBe(`src/v1/gates.ts:1: ${reason}`);
  });

  test("may rename and may export types", () => {
    const text = 'export type { A } from "../gates/a.ts";\nexport { a as b } from "../gates/a.ts";';
    expect(findFrontDoorViolations(virtualTree({ "src/index.ts": text }))).toEqual([]);
    expect(findFrontDoorViolations(virtualTree({ "src/gates/a.ts": "const a = 1;" }))).toEqual([]);
  });
});
