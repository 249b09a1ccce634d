/** Node built-ins: who may import them, so that everything else runs in browsers and on edge workers. */
import { builtinModules } from "node:module";

import { importsOf } from "../tree/imports.ts";
import type { ProjectTree } from "../tree/project-tree.ts";
import { finding, writtenCode } from "../tree/source-tree.ts";

/** A file or folder below a room with this word in its name. */
const named = (room: string, word: string): RegExp =>
  new RegExp(`^src/${room}/(?:[a-z-]+/)*(?:[a-z]+-)*${word}(?:-[a-z]+)*(?:\\.ts$|/)`);

/** Files that may import Node built-ins: the command line, the disk writer, drivers of processes and of threads. */
export const NODE_FILES: readonly RegExp[] = [
  /^src\/cli\//,
  named("evidence", "disk"),
  named("(?:conformance|authoring)", "process"),
  named("authoring", "worker"),
];

/** Imports of Node built-ins in files that have to run everywhere. */
export function findNodeImports(tree: ProjectTree): string[] {
  const files = writtenCode(tree).filter(({ path }) => !NODE_FILES.some((pattern) => pattern.test(path)));
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ specifier, node }) =>
      isNodeModule(specifier) ? [finding(file, node, `imports "${specifier}", which only Node has`)] : [],
    ),
  );
}

/** Whether a specifier names a Node built-in, with or without `node:`. */
export function isNodeModule(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}
