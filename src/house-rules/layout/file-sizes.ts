/** File sizes: small files, each about one thing, so that a reader holds a whole one in mind. */
import ts from "typescript";

import { firstComment } from "../tree/comments.ts";
import type { ProjectTree } from "../tree/project-tree.ts";
import { filesOfSrc, isGenerated, isTestOnly, type SourceFile, walk } from "../tree/source-tree.ts";

/** Bounds in lines. */
export const SIZE_LIMITS = { median: 80, ninetieth: 200, file: 250, test: 400 } as const;

/** Files beyond the limit that do not say why in their first comment. */
export function findLongFiles(tree: ProjectTree): string[] {
  return filesOfSrc(tree).flatMap((file) => {
    if (isGenerated(file.path) || isDataTable(file)) return [];
    const limit = isTestOnly(file.path) ? SIZE_LIMITS.test : SIZE_LIMITS.file;
    const lines = lineCount(file.text);
    if (lines <= limit || /\bLength: \S/.test(firstComment(file) ?? "")) return [];
    return [
      `${file.path}: has ${lines} lines; split it at ${limit}, or say why not after "Length:" in its first comment`,
    ];
  });
}

/** Median or percentile of the tree beyond its limit. */
export function findSizeDrift(tree: ProjectTree): string[] {
  const sizes = sizesOf(tree);
  const [median, ninetieth] = [percentile(sizes, 50), percentile(sizes, 90)];
  return [
    ...(median > SIZE_LIMITS.median
      ? [`the median file has ${median} lines, over ${SIZE_LIMITS.median}`]
      : []),
    ...(ninetieth > SIZE_LIMITS.ninetieth
      ? [`the 90th percentile is ${ninetieth} lines, over ${SIZE_LIMITS.ninetieth}`]
      : []),
  ];
}

/** Lines of each file that counts, ascending. */
function sizesOf(tree: ProjectTree): number[] {
  const counted = filesOfSrc(tree).filter(
    (file) => !isGenerated(file.path) && !isTestOnly(file.path) && !isDataTable(file),
  );
  return counted.map(({ text }) => lineCount(text)).sort((left, right) => left - right);
}

/** Lines of a text; a line feed at the end starts no further one. */
export function lineCount(text: string): number {
  return text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
}

/** Whether a file is nothing but data: constants and types, no function anywhere. */
export function isDataTable({ syntax }: SourceFile): boolean {
  let isData = syntax.statements.some(ts.isVariableStatement);
  walk(syntax, (node) => {
    if (ts.isFunctionLike(node) && !ts.isTypeNode(node) && !ts.isTypeElement(node)) isData = false;
    if (ts.isClassLike(node) || ts.isCallExpression(node)) isData = false;
  });
  return isData;
}

function percentile(ascending: readonly number[], percent: number): number {
  const rank = Math.ceil((percent / 100) * ascending.length);
  return ascending[Math.max(0, rank - 1)] ?? 0;
}
