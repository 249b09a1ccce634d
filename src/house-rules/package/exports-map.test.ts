import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT_ROOT, realTree, virtualTree } from "../tree/project-tree.ts";
import { builtEntriesOf, conditionsOf, findExportsMapViolations } from "./exports-map.ts";
import { DATA_SUBPATHS, PUBLIC_SUBPATHS } from "./public-subpaths.ts";

const SURFACE = join(PROJECT_ROOT, "../shared/spec/api.md");

/** Violations of a small package; what is given replaces a part that is right. */
function found(
  exports: Record<string, unknown>,
  entries: Record<string, string>,
  more: string[] = [],
): string[] {
  const tree = virtualTree({
    "package.json": JSON.stringify({ exports }),
    "tsup.config.ts": `export default { entry: ${JSON.stringify(entries)} }`,
    ...Object.fromEntries(["src/v1/gates.ts", ...more].map((path) => [path, ""])),
  });
  return findExportsMapViolations(tree);
}

const exports = { "./v1/gates": conditionsOf("v1/gates"), "./schemas/v1/*": "./schemas/v1/*" };
const entries = { "v1/gates": "src/v1/gates.ts" };

describe("the exports map", () => {
  test("agrees with front doors, build and public list in this repository", () => {
    expect(findExportsMapViolations(realTree())).toEqual([]);
  });

  test("may be a part of the public list", () => {
    expect(found(exports, entries)).toEqual([]);
  });

  test("has nothing that is not on the public list", () => {
    expect(found({ ...exports, "./v1/secrets": conditionsOf("v1/gates") }, entries)).toEqual([
      'package.json: exports "./v1/secrets" is not on the public list',
    ]);
    expect(found({ ...exports, "./schemas/v1/*": "./dist/*" }, entries)).toEqual([
      'package.json: exports "./schemas/v1/*" does not lead to ./schemas/v1/*',
    ]);
  });

  test.each([
    ["a missing condition", { import: { types: "./dist/v1/gates.d.ts", default: "./dist/v1/gates.js" } }],
    ["types after default", { import: { default: "./dist/v1/gates.js", types: "./dist/v1/gates.d.ts" } }],
    ["a plain path", "./dist/v1/gates.js"],
  ])("refuses %s", (_what, target) => {
    expect(found({ "./v1/gates": target }, entries)).toContainEqual(
      expect.stringContaining('needs "import"'),
    );
  });

  test("leads to what the build writes from a front door", () => {
    expect(found(exports, { ...entries, "v1/gates": "src/gates/a.ts" }, ["src/gates/a.ts"])).toEqual([
      'package.json: exports "./v1/gates" leads to src/gates/a.ts, which is no front door',
      "tsup.config.ts: does not build the front door src/v1/gates.ts",
      "tsup.config.ts: builds src/gates/a.ts, which is no front door",
    ]);
    expect(found(exports, {})).toEqual([
      'package.json: exports "./v1/gates" leads to dist/v1/gates, which the build does not write',
      "tsup.config.ts: does not build the front door src/v1/gates.ts",
    ]);
  });

  test("misses no front door and no entry", () => {
    expect(found(exports, { ...entries, "v1/trace": "src/v1/trace.ts" }, ["src/v1/trace.ts"])).toEqual([
      "tsup.config.ts: builds dist/v1/trace, which nothing exports",
    ]);
    expect(found(exports, { ...entries, "cli/main": "src/cli/main.ts" })).toEqual([
      "tsup.config.ts: builds src/cli/main.ts, which does not exist",
    ]);
  });

  test("does not take a test beside the front doors for one", () => {
    expect(found(exports, entries, ["src/v1/gates.test.ts"])).toEqual([]);
  });

  test("reads entries with and without a name", () => {
    expect([...builtEntriesOf('x({ entry: { "a/b": "src/c.ts" } }, ["src/v1/d.ts"]);')]).toEqual([
      ["a/b", "src/c.ts"],
      ["v1/d", "src/v1/d.ts"],
    ]);
  });
});

// The specification lies beside this repository, and only where it is worked on.
test.skipIf(!existsSync(SURFACE))("the public list has exactly the subpaths of ../shared/spec/api.md", () => {
  const rows = readFileSync(SURFACE, "utf8")
    .split("\n")
    .filter((line) => /^\| `\./.test(line));
  const listed = rows.flatMap((row) => (row.split("|")[1] ?? "").match(/(?<=`)[^`\s,]+(?=`)/g) ?? []);
  const known = [...PUBLIC_SUBPATHS.map(({ subpath }) => subpath), ...DATA_SUBPATHS];
  expect(known.filter((subpath) => subpath !== "./package.json").sort()).toEqual(listed.sort());
});
