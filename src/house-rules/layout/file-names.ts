/** File names: the noun or the verb and noun that the file holds, never a drawer for what is left over. */
import type { ProjectTree } from "../tree/project-tree.ts";

const BANNED: ReadonlySet<string> = new Set([
  "types",
  "utils",
  "helpers",
  "common",
  "shared",
  "misc",
  "constants",
  "base",
  "manager",
]);

const KEBAB_CASE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const FOLDERS = /^(?:src|scripts|bench|examples)\//;

/** Files and folders of code with a name that says nothing or is not in kebab case. */
export function findBadNames(tree: ProjectTree): string[] {
  const steps = tree.paths.filter((path) => FOLDERS.test(path)).flatMap(stepsOf);
  return [...new Set(steps)].flatMap((path) => {
    const parts = path.slice(path.lastIndexOf("/") + 1).split(".");
    const stem = parts[0] ?? "";
    if (BANNED.has(stem)) return [`${path}: "${stem}" says nothing about what is in it`];
    const isCode = /\.(?:[mc]?[jt]s)$/.test(path) || parts.length === 1;
    return !isCode || parts.every((part) => KEBAB_CASE.test(part)) ? [] : [`${path}: is not in kebab case`];
  });
}

/** The path and the folders that lead to it. */
function stepsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
