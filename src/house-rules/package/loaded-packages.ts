/** What a built file loads, with everything that it draws in: at once, and later on demand. */
import { posix } from "node:path";
import ts from "typescript";

import { isNodeModule } from "../imports/node-imports.ts";
import type { ProjectTree } from "../tree/project-tree.ts";
import { parseSource } from "../tree/source-tree.ts";

/** Packages by when they are loaded; `node:` stands for every Node built-in. */
export interface LoadedPackages {
  readonly atOnce: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
}

/** The packages that a built file loads, through all of its chunks. */
export function loadedPackages(tree: ProjectTree, entry: string): LoadedPackages {
  const atOnce = new Set<string>();
  const later = new Set<string>();
  const seen = new Set<string>();
  const follow = (path: string, isLate: boolean): void => {
    const key = `${isLate} ${path}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const { specifier, isDeferred } of specifiersOf(path, tree.read(path))) {
      const late = isLate || isDeferred;
      if (specifier.startsWith(".")) follow(posix.join(posix.dirname(path), specifier), late);
      else (late ? later : atOnce).add(packageOf(specifier));
    }
  };
  follow(entry, false);
  return { atOnce, later };
}

/** `zod` for `zod/v4`, `@a/b` for `@a/b/c`, `node:` for every built-in. */
export function packageOf(specifier: string): string {
  if (isNodeModule(specifier)) return "node:";
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

interface Specifier {
  readonly specifier: string;
  /** Inside of a function, or `import()`. */
  readonly isDeferred: boolean;
}

function specifiersOf(path: string, text: string): Specifier[] {
  const found: Specifier[] = [];
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const { moduleSpecifier: from } = node;
      if (from && ts.isStringLiteral(from)) found.push({ specifier: from.text, isDeferred: false });
    }
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      const isRequire = ts.isIdentifier(node.expression) && /^(?:__)?require$/.test(node.expression.text);
      if ((isImport || isRequire) && first && ts.isStringLiteralLike(first)) {
        found.push({ specifier: first.text, isDeferred: isImport || isInFunction });
      }
    }
    ts.forEachChild(node, (child) => visit(child, isInFunction || ts.isFunctionLike(node)));
  };
  visit(parseSource(path, text).syntax, false);
  return found;
}
