/** Workers for tests: that of the sources, bundled as a build would, and some that go wrong. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

/** A folder that goes when the tests of the file are over. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "scan-turns-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The scanning worker as plain JavaScript. */
export async function bundleWorker(folder: string): Promise<URL> {
  const outfile = join(folder, "scan-worker.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("scan-worker.ts", import.meta.url))],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    logLevel: "error",
  });
  return pathToFileURL(outfile);
}

/** A worker that runs this code for every piece. */
export function wrongWorker(folder: string, code: string): URL {
  const file = join(folder, `wrong-${code.length}.mjs`);
  const head = `import { parentPort } from "node:worker_threads";\n`;
  writeFileSync(file, `${head}parentPort.on("message", () => { ${code} });\n`);
  return pathToFileURL(file);
}
