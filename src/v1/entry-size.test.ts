/** What a page pays for an entry: its bundle, minified and gzipped, held to the budget of the entry. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const DIST = fileURLToPath(new URL("../../dist/v1", import.meta.url));

async function gzippedSize(code: string): Promise<number> {
  if (!existsSync(join(DIST, "index.js")))
    throw new Error("Cannot bundle the entries: run npm run build first");
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: DIST },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

test.each([
  ["all of /v1", 'export * from "./index.js"', 8000],
  [
    "the guards of the event kinds",
    'export { isControlSignal, isEvent, isEventRecord } from "./validate.js"',
    8000,
  ],
])("%s stays within its budget", async (_, code, budget) => {
  expect(await gzippedSize(code)).toBeLessThanOrEqual(budget);
});

test("an entry beyond its budget is noticed", async () => {
  expect(await gzippedSize('export * from "./index.js"; export * from "./gates.js"')).toBeGreaterThan(8000);
});
