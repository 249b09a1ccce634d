import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findPrivateWords } from "./private-words.ts";

const found = (text: string, path = "docs/a.md") => findPrivateWords(virtualTree({ [path]: text }));

describe("private words", () => {
  test("are in no sentence of this repository", () => {
    expect(findPrivateWords(realTree())).toEqual([]);
  });

  test.each([
    ["See issue 12 for why", "an issue number: issue 12"],
    ["Fixes #7", "an issue number: Fixes #7"],
    ["Slow since GH-123", "an issue number: GH-123"],
    ["As agreed (#45)", "an issue number: #45"],
    ["Decided in a work session", "a working session: work session"],
    ["Claude wrote this", "an assistant: Claude"],
    ["Run it in /work/main", "a machine path: /work/main"],
    ["cd /home/ada", "a machine path: /home/ada"],
    ["open /tmp/report.html", "a machine path: /tmp/report.html"],
    ["C:\\Users\\ada", "a machine path: C:\\Users\\"],
    ["npm --registry https://registry.npmjs.org", "a registry host: registry.npmjs.org"],
    ["at artifactory", "a registry host: artifactory"],
  ])("are found in %j", (text, what) => {
    const problems = found(`First line\n${text}\n`);
    expect(problems[0]).toBe(`docs/a.md:2: mentions ${what}`);
    for (const path of ["README.md", "src/gates/a.ts", "examples/a/run.ts", ".changeset/a.md"])
      expect(found(text, path).length).toBeGreaterThan(0);
  });

  test.each([
    "The session is closed, the previous session too",
    "color: #123456; fill: #0072B2; stroke: #333;",
    "https://example.com/work/a and ./work/a",
    "An issue, two issues",
    "JSON Pointer /turn/0 and ../shared/spec",
    "HTTP 404",
  ])("are not found in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("do not matter where nobody reads", () => {
    expect(found("/work/main", "package-lock.json")).toEqual([]);
  });
});
