/** Every example runs, and so does every JavaScript snippet of the documentation. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "..");
const EXAMPLES = readdirSync(HERE).filter((name) => name.endsWith(".mjs"));
const PAGES = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    // The snippets of the tutorial build on each other; a test of their own runs them in order.
    .filter((name) => name.endsWith(".md") && name !== "tutorial-node.md")
    .map((name) => `docs/${name}`),
];

const snippets = PAGES.flatMap((page) => {
  const text = readFileSync(join(ROOT, page), "utf8");
  return [...text.matchAll(/```js\n([\s\S]*?)```/g)].map((match, index) => ({
    name: `${page} snippet ${index + 1}`,
    code: match[1] ?? "",
  }));
});

const node = (args: readonly string[], cwd = ROOT): string =>
  execFileSync("node", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

beforeAll(() => {
  if (!existsSync(join(ROOT, "dist")))
    throw new Error("Cannot run examples without dist: run npm run build first");
});

test.each(EXAMPLES)("%s runs and asserts what it shows", (name) => {
  expect(node([join(HERE, name)])).not.toBe("");
});

test("there are examples and snippets to run", () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(3);
  expect(snippets.length).toBeGreaterThanOrEqual(5);
});

// Snippets that speak of a recorded run find one in this folder.
test.each(snippets)("$name runs", ({ code }) => {
  expect(() => node(["--input-type=module", "-e", code], join(HERE, "voice-assistant-run"))).not.toThrow();
});

test("a failing snippet would be noticed", () => {
  expect(() => node(["--input-type=module", "-e", "process.exitCode = 1"])).toThrow();
});
