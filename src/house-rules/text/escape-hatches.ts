/** Escape hatches: ways around the compiler, the linter and the tests, and promises to do it later. */
import ts from "typescript";

import { commentsOf } from "../tree/comments.ts";
import type { ProjectTree } from "../tree/project-tree.ts";
import { finding, type SourceFile, sourceTree, walk } from "../tree/source-tree.ts";

const IN_COMMENTS =
  /@ts-(?:ignore|nocheck|expect-error)|biome-ignore|eslint-disable|prettier-ignore|(?:v8|c8|istanbul) ignore|\b(?:TODO|FIXME|XXX|HACK)\b/g;

const TEST_FUNCTIONS: ReadonlySet<string> = new Set(["test", "it", "describe", "suite", "bench"]);
const SWITCHES: ReadonlySet<string> = new Set(["only", "skip", "todo", "fails"]);

/** Escape hatches of the code and its examples. */
export function findEscapeHatches(tree: ProjectTree): string[] {
  const files = sourceTree(tree).filter(({ path }) => /^(?:src|examples|scripts|bench)\//.test(path));
  return files.flatMap((file) => [...inComments(file), ...inCode(file)]);
}

function inComments(file: SourceFile): string[] {
  // Type tests have to say what must not compile.
  const isTypeTest = file.path.endsWith(".test-d.ts");
  return commentsOf(file).flatMap(({ start, text }) =>
    [...text.matchAll(IN_COMMENTS)]
      .filter(([what]) => !isTypeTest || what !== "@ts-expect-error")
      .map((match) => finding(file, start + match.index, `has ${match[0]}`)),
  );
}

function inCode(file: SourceFile): string[] {
  const found: string[] = [];
  walk(file.syntax, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(finding(file, node, "has the type any"));
    const what = ts.isPropertyAccessExpression(node) ? switchedTest(node, file) : undefined;
    if (what !== undefined) found.push(finding(file, node, `has ${what}`));
  });
  return found;
}

/** A test that is switched on or off by hand. Conditions are for what lies beside the repository. */
function switchedTest(access: ts.PropertyAccessExpression, { text }: SourceFile): string | undefined {
  const subject = leftmost(access.expression);
  if (subject === undefined || !TEST_FUNCTIONS.has(subject)) return undefined;
  const name = access.name.text;
  const isCondition = name === "skipIf" || name === "runIf";
  if (isCondition) return text.includes("../shared") ? undefined : `${subject}.${name}`;
  return SWITCHES.has(name) ? `${subject}.${name}` : undefined;
}

function leftmost(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? leftmost(expression.expression) : undefined;
}
