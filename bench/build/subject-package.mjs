/** Finds the package to measure: the build that users install, or a build of the sources made here. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";

import { build } from "esbuild";

import { ROOT, WORK } from "./folders.mjs";

/**
 * Files of the entries by subpath (`v1/validate`), and a sentence that says which package it is.
 *
 * @param {"dist" | "src"} from
 * @returns {Promise<{ from: "dist" | "src", about: string, entries: Record<string, string> }>}
 */
export async function subjectPackage(from) {
  return from === "dist" ? builtPackage() : packageFromSources();
}

/** Whether there is a build. */
export const hasBuild = () => existsSync(join(ROOT, "dist/v1/validate.js"));

/** A copy of the build, so that a new build during the run does not change what is measured. */
function builtPackage() {
  if (!hasBuild()) {
    console.error(
      "Cannot measure dist: expected a build but found none; run `npm run build` or use --from src",
    );
    process.exit(2);
  }
  const { exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const isStale = newestChange(join(ROOT, "src")) > statSync(join(ROOT, "dist/v1/validate.js")).mtimeMs;
  const warning = isStale ? ", OLDER than the sources: run `npm run build`" : "";
  const copy = join(WORK, "package");
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(ROOT, "dist"), join(copy, "dist"), {
    recursive: true,
    filter: (path) => [".js", ""].includes(extname(path)),
  });
  const entries = {};
  for (const [subpath, target] of Object.entries(exports)) {
    const file = target?.import?.default ?? target?.default;
    if (subpath.startsWith("./v1") && file !== undefined) entries[subpath.slice(2)] = join(copy, file);
  }
  return { from: "dist", about: `the build in dist${warning}`, entries };
}

/** Tests and development files do not count. */
function newestChange(folder) {
  let newest = 0;
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, file.name);
    if (file.isDirectory()) newest = Math.max(newest, newestChange(path));
    else if (file.name.endsWith(".ts") && !/\.test(-d|-kit)?\.ts$/.test(file.name)) {
      newest = Math.max(newest, statSync(path).mtimeMs);
    }
  }
  return newest;
}

async function packageFromSources() {
  const names = readdirSync(join(ROOT, "src/v1")).filter((name) => /^[a-z-]+\.ts$/.test(name));
  const outdir = join(WORK, "package");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: names.map((name) => join(ROOT, "src/v1", name)),
    outdir: join(outdir, "v1"),
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    external: ["zod", "fast-check", "node:*"],
    nodePaths: [join(ROOT, "node_modules")],
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  const entries = Object.fromEntries(
    names.map((name) => {
      const entry = name.replace(/\.ts$/, "");
      return [entry === "index" ? "v1" : `v1/${entry}`, join(outdir, "v1", `${entry}.js`)];
    }),
  );
  return { from: "src", about: "the sources, built by esbuild", entries };
}
