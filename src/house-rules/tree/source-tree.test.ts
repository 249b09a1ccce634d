import { describe, expect, test } from "vitest";
import { commentsOf, firstComment } from "./comments.ts";
import { importsOf } from "./imports.ts";
import { realTree, virtualTree } from "./project-tree.ts";
import { filesOfSrc, isTestOnly, parseSource } from "./source-tree.ts";

describe("the source tree", () => {
  test("holds the sources of this repository and nothing that is installed or built", () => {
    const { paths } = realTree();
    expect(paths).toContain("package.json");
    expect(paths).toContain("src/contracts/catalog.ts");
    expect(paths.filter((path) => /node_modules|^dist\//.test(path))).toEqual([]);
    expect(filesOfSrc(realTree()).length).toBeGreaterThan(100);
  });

  test("refuses to read a path that is not in it", () => {
    expect(() => virtualTree({}).read("a.ts")).toThrow(RangeError);
  });

  test("knows every way to import a module", () => {
    const text = `import a from "./a.ts";
      import type { B } from "../b.ts";
      export { c } from "./c.ts";
      export * from "node:fs";
      import "./side-effect.ts";
      type D = import("./d.ts").D;
      const e = await import("./e.ts");
      const f = require("zod");
      const notAnImport = 'import x from "./x.ts"';`;
    const edges = importsOf(parseSource("src/room/file.ts", text));
    expect(edges.map(({ specifier }) => specifier)).toEqual([
      "./a.ts",
      "../b.ts",
      "./c.ts",
      "node:fs",
      "./side-effect.ts",
      "./d.ts",
      "./e.ts",
      "zod",
    ]);
    expect(edges.slice(0, 2).map(({ to }) => to)).toEqual(["src/room/a.ts", "src/b.ts"]);
  });

  test("finds comments, and no comment in a string, a template or a regular expression", () => {
    const text = [
      "#!/usr/bin/env node",
      "/** File. */",
      "import a from 'a'; // why",
      "const s = '// no'; const t = `/* no $" + "{/* yes */ a} // no`; const r = /\\/*no/;",
      "/** End. */",
    ].join("\n");
    const file = parseSource("a.ts", text);
    expect(firstComment(file)).toBe("/** File. */");
    expect(commentsOf(file).map((comment) => comment.text)).toEqual([
      "/** File. */",
      "// why",
      "/* yes */",
      "/** End. */",
    ]);
  });

  test("tells tests and their helpers from code that ships", () => {
    expect(["a.test.ts", "a.test-d.ts", "a.test-kit.ts", "a.test-data.ts"].every(isTestOnly)).toBe(true);
    expect(["a.ts", "latest.ts", "contest.ts", "a.ts"].some(isTestOnly)).toBe(false);
  });
});
