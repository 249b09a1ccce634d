/** Built entries load only what the public surface allows. */
import type { ProjectTree } from "../tree/project-tree.ts";
import { entryOfTarget } from "./exports-map.ts";
import { loadedPackages } from "./loaded-packages.ts";
import { PUBLIC_SUBPATHS } from "./public-subpaths.ts";

/** Packages that an exported entry of the built package loads without leave. */
export function findOverweightEntries(
  built: ProjectTree,
  exports: Readonly<Record<string, unknown>>,
): string[] {
  return PUBLIC_SUBPATHS.flatMap(({ subpath, loads, later }) => {
    const entry = entryOfTarget(subpath, exports[subpath]);
    if (entry === undefined) return [];
    return ["js", "cjs"].flatMap((extension) => {
      const file = `${entry}.${extension}`;
      if (!built.paths.includes(file)) return [`dist/${file}: was not built; run \`npm run build\``];
      const loaded = loadedPackages(built, file);
      const surplus = [...loaded.atOnce].filter((name) => !loads.includes(name));
      const lateSurplus = [...loaded.later].filter((name) => !loads.includes(name) && !later.includes(name));
      return [
        ...surplus.map((name) => `dist/${file}: loads ${name} at once, which "${subpath}" may not`),
        ...lateSurplus.map((name) => `dist/${file}: loads ${name} later, which "${subpath}" may not`),
      ];
    });
  });
}
