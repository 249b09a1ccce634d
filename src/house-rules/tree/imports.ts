/** What a source file imports: static, dynamic, re-exported and type-only. */
import { posix } from "node:path";
import ts from "typescript";

import { type SourceFile, walk } from "./source-tree.ts";

/** One import of one file. */
export interface ImportEdge {
  readonly from: SourceFile;
  /** As it stands in the source. */
  readonly specifier: string;
  /** Path in the tree, for a relative specifier. */
  readonly to?: string;
  readonly node: ts.Node;
}

/** Every import of a file, types included: an `import type` couples two files as firmly as any other. */
export function importsOf(file: SourceFile): readonly ImportEdge[] {
  const edges: ImportEdge[] = [];
  walk(file.syntax, (node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    const to = specifier.startsWith(".") ? posix.join(posix.dirname(file.path), specifier) : undefined;
    edges.push({ from: file, specifier, node, ...(to !== undefined && { to }) });
  });
  return edges;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literalText(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literalText(node.argument.literal) : undefined;
  if (ts.isExternalModuleReference(node)) return literalText(node.expression);
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  const loads =
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
  return loads ? literalText(node.arguments[0]) : undefined;
}

function literalText(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}
