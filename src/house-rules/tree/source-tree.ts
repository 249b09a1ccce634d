/** The TypeScript files of a project tree, parsed once. */
import ts from "typescript";

import type { ProjectTree } from "./project-tree.ts";

/** A parsed TypeScript file. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly syntax: ts.SourceFile;
}

const parsed = new WeakMap<ProjectTree, readonly SourceFile[]>();

/** Every TypeScript file of the tree. */
export function sourceTree(tree: ProjectTree): readonly SourceFile[] {
  let files = parsed.get(tree);
  if (files === undefined) {
    files = tree.paths
      .filter((path) => /\.m?ts$/.test(path))
      .map((path) => parseSource(path, tree.read(path)));
    parsed.set(tree, files);
  }
  return files;
}

/** Every TypeScript file below `src`. */
export function filesOfSrc(tree: ProjectTree): readonly SourceFile[] {
  return sourceTree(tree).filter(({ path }) => path.startsWith("src/"));
}

/** Every TypeScript file below `src` that is neither a test nor generated. */
export function writtenCode(tree: ProjectTree): readonly SourceFile[] {
  return filesOfSrc(tree).filter(({ path }) => !isTestOnly(path) && !isGenerated(path));
}

/** Parses one file. */
export function parseSource(path: string, text: string): SourceFile {
  return { path, text, syntax: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Whether a file is a test, or is there only for tests. */
export function isTestOnly(path: string): boolean {
  return /\.(?:test|test-d|test-kit|test-data)\.ts$/.test(path) || path.startsWith("src/house-rules/");
}

/** Whether a file is written by `npm run generate`. */
export const isGenerated = (path: string): boolean => path.includes("/generated/");

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** A finding about a place in a file, such as `src/a.ts:3: exported function has no doc comment`. */
export function finding(file: SourceFile, place: ts.Node | number, message: string): string {
  const offset = typeof place === "number" ? place : place.getStart(file.syntax);
  return `${file.path}:${file.syntax.getLineAndCharacterOfPosition(offset).line + 1}: ${message}`;
}
