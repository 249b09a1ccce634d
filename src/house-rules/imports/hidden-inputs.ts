/** Hidden inputs: the clock, dice and the environment. Pure rooms take `now` and seeds as arguments. */
import ts from "typescript";

import type { ProjectTree } from "../tree/project-tree.ts";
import { PURE_ROOMS, roomOf } from "../tree/rooms.ts";
import { finding, type SourceFile, walk, writtenCode } from "../tree/source-tree.ts";

const HIDDEN_INPUTS: ReadonlySet<string> = new Set([
  "Date.now",
  "performance.now",
  "performance.timeOrigin",
  "Math.random",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "process.env",
  "process.hrtime",
  "import.meta.env",
]);

/** Places in pure rooms that read the clock, randomness or the environment. */
export function findHiddenInputs(tree: ProjectTree): string[] {
  const pure: readonly string[] = PURE_ROOMS;
  return writtenCode(tree)
    .filter(({ path }) => pure.includes(roomOf(path)))
    .flatMap(hiddenInputsOf);
}

function hiddenInputsOf(file: SourceFile): string[] {
  const found: string[] = [];
  walk(file.syntax, (node) => {
    const what = hiddenInput(node, file.syntax);
    if (what !== undefined) found.push(finding(file, node, `reads ${what}`));
  });
  return found;
}

function hiddenInput(node: ts.Node, syntax: ts.SourceFile): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = node
      .getText(syntax)
      .replace(/^globalThis\./, "")
      .replaceAll("?.", ".");
    return HIDDEN_INPUTS.has(name) ? name : undefined;
  }
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (!isCall || !ts.isIdentifier(node.expression) || node.expression.text !== "Date") return undefined;
  // `Date(x)` without `new` is the current time whatever x is.
  if (ts.isCallExpression(node)) return "Date()";
  return (node.arguments ?? []).length === 0 ? "new Date()" : undefined;
}
