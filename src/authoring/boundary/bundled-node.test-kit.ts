/** Bundles modules of this folder into plain JavaScript, as a process or a worker of a user would load them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

/** Bundles `entries`, file names of this folder, and gives a function that finds the result of one. */
export async function bundleNodes(...entries: readonly string[]): Promise<(entry: string) => URL> {
  const outdir = mkdtempSync(join(tmpdir(), "bundled-nodes-"));
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));
  await build({
    entryPoints: entries.map((entry) => fileURLToPath(new URL(entry, import.meta.url))),
    outdir,
    outbase: fileURLToPath(new URL(".", import.meta.url)),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
  return (entry) => pathToFileURL(join(outdir, entry.replace(/\.ts$/, ".mjs")));
}
