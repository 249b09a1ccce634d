import { describe, expect, test } from "vitest";
import { builtTree, realTree, virtualTree } from "../tree/project-tree.ts";
import { findOverweightEntries } from "./built-entries.ts";
import { conditionsOf } from "./exports-map.ts";
import { loadedPackages, packageOf } from "./loaded-packages.ts";

const exports = {
  "./v1/gates": conditionsOf("v1/gates"),
  "./v1/evidence": conditionsOf("v1/evidence"),
};

/** A built package of two entries; what is given replaces a part. */
const built = (texts: Record<string, string>) =>
  virtualTree({
    "v1/gates.js": 'import { a } from "../chunk-1.js";',
    "v1/gates.cjs": 'var _chunk = require("../chunk-1.cjs");',
    "chunk-1.js": "export const a = 1;",
    "chunk-1.cjs": "exports.a = 1;",
    "v1/evidence.js": 'export const open = () => import("../disk.js");',
    "v1/evidence.cjs": 'exports.open = () => Promise.resolve().then(() => require("../disk.cjs"));',
    "disk.js": 'import fs from "fs"; export { fs };',
    "disk.cjs": 'var fs = require("node:fs");',
    ...texts,
  });

describe("the built entries", () => {
  test("load only what they may in this repository", () => {
    const manifest = JSON.parse(realTree().read("package.json")) as { exports: Record<string, unknown> };
    expect(findOverweightEntries(builtTree(), manifest.exports)).toEqual([]);
  });

  test("may load Node built-ins later where the surface says so", () => {
    expect(findOverweightEntries(built({}), exports)).toEqual([]);
  });

  test("may not load a package through a chunk", () => {
    const tree = built({ "chunk-1.js": 'import "zod/v4";', "chunk-1.cjs": 'var z = require("zod");' });
    expect(findOverweightEntries(tree, exports)).toEqual([
      'dist/v1/gates.js: loads zod at once, which "./v1/gates" may not',
      'dist/v1/gates.cjs: loads zod at once, which "./v1/gates" may not',
    ]);
  });

  test("may not load at once what they may load later", () => {
    const tree = built({ "v1/evidence.js": 'export { fs } from "../disk.js";' });
    expect(findOverweightEntries(tree, exports)).toEqual([
      'dist/v1/evidence.js: loads node: at once, which "./v1/evidence" may not',
    ]);
  });

  test("may not load later what they may not load at all", () => {
    const tree = built({ "v1/gates.js": 'export const f = () => import("fast-check");' });
    expect(findOverweightEntries(tree, exports)).toEqual([
      'dist/v1/gates.js: loads fast-check later, which "./v1/gates" may not',
    ]);
  });

  test("have to be there", () => {
    const gates = { "./v1/gates": exports["./v1/gates"] };
    expect(findOverweightEntries(virtualTree({ "v1/gates.js": "" }), gates)).toEqual([
      "dist/v1/gates.cjs: was not built; run `npm run build`",
    ]);
  });

  test("are followed around cycles and not into strings", () => {
    const tree = virtualTree({
      "a.js": 'import "./b.js"; const s = \'import "zod"\';',
      "b.js": 'import "./a.js";',
    });
    expect([...loadedPackages(tree, "a.js").atOnce]).toEqual([]);
    expect(["@a/b/c", "zod/v4", "fs/promises", "node:test"].map(packageOf)).toEqual([
      "@a/b",
      "zod",
      "node:",
      "node:",
    ]);
  });
});
