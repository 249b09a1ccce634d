/**
 * A project as a set of paths and their texts: the real one on disk, or a small virtual one that a test
 * breaks on purpose.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Files of a project, addressed from its root with forward slashes. */
export interface ProjectTree {
  /** Sorted. */
  readonly paths: readonly string[];
  /** Text of a file; throws for a path that is not in the tree. */
  read(path: string): string;
}

/** Root of this repository. */
export const PROJECT_ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Folders that hold no source of this project. */
const LEFT_OUT: ReadonlySet<string> = new Set([".git", "node_modules", "dist", "coverage", "reports"]);

/** Folders that `typedoc` and the like fill; they are not committed. */
const LEFT_OUT_PATHS: ReadonlySet<string> = new Set(["docs/api"]);

/** A tree from texts by path. */
export function virtualTree(texts: Readonly<Record<string, string>>): ProjectTree {
  const byPath = new Map(Object.entries(texts));
  return {
    paths: [...byPath.keys()].sort(),
    read(path) {
      const text = byPath.get(path);
      if (text === undefined) throw new RangeError(`Cannot read "${path}": expected a path of the tree`);
      return text;
    },
  };
}

let real: ProjectTree | undefined;

/** This repository, without what is installed or built. Texts are read on demand. */
export function realTree(): ProjectTree {
  real ??= diskTree(PROJECT_ROOT);
  return real;
}

/** The built package, addressed from `dist`. Throws when it was not built. */
export function builtTree(): ProjectTree {
  const folder = join(PROJECT_ROOT, "dist");
  if (existsSync(folder)) return diskTree(folder);
  throw new Error(
    "Cannot read the built package: expected a folder dist but received none; run `npm run build`",
  );
}

function diskTree(root: string): ProjectTree {
  return { paths: pathsBelow(root, "").sort(), read: (path) => readFileSync(join(root, path), "utf8") };
}

function pathsBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return entry.isFile() ? [path] : [];
    return LEFT_OUT.has(entry.name) || LEFT_OUT_PATHS.has(path) ? [] : pathsBelow(root, path);
  });
}
