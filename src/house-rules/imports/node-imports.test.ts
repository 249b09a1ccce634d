import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findNodeImports } from "./node-imports.ts";

describe("Node built-ins", () => {
  test("are imported only where this repository may", () => {
    expect(findNodeImports(realTree())).toEqual([]);
  });

  test.each([
    'import { join } from "node:path";',
    'import fs from "fs";',
    'const fs = await import("node:fs/promises");',
  ])("are refused in a gate: %s", (text) => {
    expect(findNodeImports(virtualTree({ "src/gates/a.ts": text }))).toHaveLength(1);
  });

  test.each([
    "src/cli/commands/a.ts",
    "src/evidence/disk-store.ts",
    "src/evidence/store/artifact-disk-writer.ts",
    "src/conformance/drivers/process-driver.ts",
    "src/authoring/boundary/worker/launch.ts",
    "src/gates/a.test.ts",
  ])("are allowed in %s", (path) => {
    expect(findNodeImports(virtualTree({ [path]: 'import "node:fs";' }))).toEqual([]);
  });

  test("are refused elsewhere in evidence and conformance", () => {
    const text = 'import "node:fs";';
    const tree = virtualTree({ "src/evidence/diskette.ts": text, "src/conformance/runner.ts": text });
    expect(findNodeImports(tree)).toEqual([
      'src/conformance/runner.ts:1: imports "node:fs", which only Node has',
      'src/evidence/diskette.ts:1: imports "node:fs", which only Node has',
    ]);
  });
});
