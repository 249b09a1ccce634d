/** The exports map against the front doors, the build and the list of public subpaths. */
import ts from "typescript";

import type { ProjectTree } from "../tree/project-tree.ts";
import { isFrontDoor } from "../tree/rooms.ts";
import { parseSource, walk } from "../tree/source-tree.ts";
import { DATA_SUBPATHS, PUBLIC_SUBPATHS } from "./public-subpaths.ts";

/** Source of each built entry by its path under `dist`, without extension. */
export type BuiltEntries = ReadonlyMap<string, string>;

/** Where `package.json` and the build disagree with the front doors and the public surface. */
export function findExportsMapViolations(tree: ProjectTree): string[] {
  const manifest = JSON.parse(tree.read("package.json")) as { exports?: Record<string, unknown> };
  const entries = builtEntriesOf(tree.read("tsup.config.ts"));
  const exported = Object.entries(manifest.exports ?? {});
  const problems = exported.flatMap(([subpath, target]) => checkSubpath(subpath, target, entries));
  const reachable = new Set(exported.flatMap(([subpath, target]) => entryOfTarget(subpath, target) ?? []));
  const sources = new Set(entries.values());
  return [
    ...problems,
    ...tree.paths
      .filter((path) => isFrontDoor(path) && !sources.has(path))
      .map((path) => `tsup.config.ts: does not build the front door ${path}`),
    ...[...entries].flatMap(([entry, source]) => checkEntry(entry, source, { tree, reachable })),
  ];
}

/** Entries of a tsup configuration: every property or item that names a file of `src`. */
export function builtEntriesOf(config: string): BuiltEntries {
  const entries = new Map<string, string>();
  walk(parseSource("tsup.config.ts", config).syntax, (node) => {
    if (!ts.isStringLiteral(node) || !/^src\/.*\.ts$/.test(node.text)) return;
    const { parent } = node;
    const isNamed = ts.isPropertyAssignment(parent) && ts.isStringLiteral(parent.name);
    entries.set(isNamed ? parent.name.text : node.text.replace(/^src\/|\.ts$/g, ""), node.text);
  });
  return entries;
}

function checkSubpath(subpath: string, target: unknown, entries: BuiltEntries): string[] {
  const place = `package.json: exports "${subpath}"`;
  const data: readonly string[] = DATA_SUBPATHS;
  if (data.includes(subpath)) return target === subpath ? [] : [`${place} does not lead to ${subpath}`];
  if (!PUBLIC_SUBPATHS.some((known) => known.subpath === subpath))
    return [`${place} is not on the public list`];
  const entry = entryOfTarget(subpath, target);
  if (JSON.stringify(target) !== JSON.stringify(conditionsOf(entry ?? ""))) {
    return [`${place} needs "import" and "require", each with "types" before "default", of one entry`];
  }
  const source = entries.get(entry ?? "");
  if (source === undefined) return [`${place} leads to dist/${entry}, which the build does not write`];
  return isFrontDoor(source) ? [] : [`${place} leads to ${source}, which is no front door`];
}

/** The one form that an export of code has. */
export const conditionsOf = (entry: string): unknown => ({
  import: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
  require: { types: `./dist/${entry}.d.cts`, default: `./dist/${entry}.cjs` },
});

/** The built entry that an export of code leads to. */
export function entryOfTarget(subpath: string, target: unknown): string | undefined {
  if (subpath.includes("*") || typeof target !== "object" || target === null) return undefined;
  const file = (target as { import?: { default?: unknown } }).import?.default;
  return typeof file === "string" ? file.replace(/^\.\/dist\/|\.js$/g, "") : undefined;
}

interface Surroundings {
  readonly tree: ProjectTree;
  readonly reachable: ReadonlySet<string>;
}

function checkEntry(entry: string, source: string, { tree, reachable }: Surroundings): string[] {
  if (!tree.paths.includes(source)) return [`tsup.config.ts: builds ${source}, which does not exist`];
  if (isFrontDoor(source)) {
    return reachable.has(entry) ? [] : [`tsup.config.ts: builds dist/${entry}, which nothing exports`];
  }
  return source.startsWith("src/cli/") ? [] : [`tsup.config.ts: builds ${source}, which is no front door`];
}
