/** Import cycles, type-only imports included: files of a cycle can only be understood together. */
import { importsOf } from "../tree/imports.ts";
import type { ProjectTree } from "../tree/project-tree.ts";
import { sourceTree } from "../tree/source-tree.ts";

/** A cycle that is there on purpose. */
export interface AllowedCycle {
  readonly files: readonly string[];
  /** Why the files cannot be told apart. */
  readonly reason: string;
}

/** One shortest cycle through each file that is on a cycle and on none that was named before. */
export function findImportCycles(tree: ProjectTree, allowed: readonly AllowedCycle[]): string[] {
  const graph = new Map(
    sourceTree(tree).map((file) => [file.path, importsOf(file).flatMap(({ to }) => to ?? [])] as const),
  );
  const named = new Set(allowed.flatMap(({ files }) => files));
  const cycles: string[] = [];
  for (const path of graph.keys()) {
    if (named.has(path)) continue;
    const cycle = shortestWayBack(graph, path);
    if (cycle === undefined) continue;
    for (const member of cycle) named.add(member);
    cycles.push([...cycle, path].join(" -> "));
  }
  return cycles;
}

/** Allowed cycles that are not there any more. */
export function findStaleAllowances(tree: ProjectTree, allowed: readonly AllowedCycle[]): string[] {
  return allowed.flatMap(({ files }) => {
    const rest = sourceTree(tree).filter(({ path }) => files.includes(path));
    const inside = new Map(rest.map((file) => [file.path, importsOf(file).flatMap(({ to }) => to ?? [])]));
    return files.every((path) => shortestWayBack(inside, path) !== undefined) ? [] : [files.join(" -> ")];
  });
}

/** The files from `start` around to the one that imports it again, or undefined when there is no such way. */
function shortestWayBack(
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] | undefined {
  const reachedFrom = new Map<string, string | undefined>([[start, undefined]]);
  for (const current of reachedFrom.keys()) {
    for (const next of graph.get(current) ?? []) {
      if (next === start) return pathTo(current, reachedFrom);
      if (!reachedFrom.has(next)) reachedFrom.set(next, current);
    }
  }
  return undefined;
}

function pathTo(end: string, reachedFrom: ReadonlyMap<string, string | undefined>): string[] {
  const path: string[] = [];
  for (let at: string | undefined = end; at !== undefined; at = reachedFrom.get(at)) path.unshift(at);
  return path;
}
