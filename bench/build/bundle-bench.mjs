/** Bundles a benchmark to plain JavaScript, so that no loader adds code of its own to what is measured. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

import { BENCH, ROOT, WORK } from "./folders.mjs";

/**
 * Bundles `<name>/bench.ts`; peers and the measured package stay as they are installed.
 *
 * @param {string} name
 * @param {Record<string, string>} entries files of the measured package by subpath
 * @returns {Promise<string>} the file to run
 */
export async function bundleBench(name, entries) {
  const outfile = join(WORK, `${name}.mjs`);
  await build({
    entryPoints: [join(BENCH, name, "bench.ts")],
    outfile,
    bundle: true,
    format: "esm",
    target: "node20",
    platform: "node",
    packages: "external",
    plugins: [resolveSubject(entries)],
    logLevel: "warning",
  });
  return outfile;
}

function resolveSubject(entries) {
  return {
    name: "measured-package",
    setup({ onResolve }) {
      onResolve({ filter: /^@rspp\/contracts/ }, ({ path }) => {
        const subpath = path.slice("@rspp/contracts/".length);
        const file = entries[subpath];
        if (file === undefined && NOT_YET[subpath] !== undefined)
          return { path: join(ROOT, NOT_YET[subpath]) };
        if (file === undefined) {
          return { errors: [{ text: `The measured package has no entry "${subpath}" yet` }] };
        }
        return { path: pathToFileURL(file).href, external: true };
      });
      onResolve({ filter: /^bench:typia-checks$/ }, () => ({
        path: join(WORK, "typia/out/typia-checks.ts"),
      }));
      // The contracts themselves import bundled development dependencies of the package.
      onResolve({ filter: /^@noble\/hashes/ }, ({ path }) => ({
        path: pathToFileURL(join(ROOT, "node_modules", path)).href,
        external: true,
      }));
    },
  };
}
