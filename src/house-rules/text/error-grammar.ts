/** Error grammar: messages begin with a capital and end without a period. */
import ts from "typescript";

import type { ProjectTree } from "../tree/project-tree.ts";
import { finding, walk, writtenCode } from "../tree/source-tree.ts";

/** Messages of errors that are put together in shipped code and do not follow the grammar. */
export function findBadErrorMessages(tree: ProjectTree): string[] {
  return writtenCode(tree).flatMap((file) => {
    const found: string[] = [];
    walk(file.syntax, (node) => {
      const message = messageOf(node);
      const wrong = message && wrongMessage(message);
      if (wrong) found.push(finding(file, node, wrong));
    });
    return found;
  });
}

/** The message argument of `new XError(...)`, or of `super(...)` in a class that extends one. */
function messageOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    return /Error$/.test(node.expression.text) ? node.arguments?.[0] : undefined;
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return undefined;
  let around: ts.Node = node;
  while (!ts.isClassLike(around) && around.parent !== undefined) around = around.parent;
  const parent = ts.isClassLike(around) ? around.heritageClauses?.[0]?.types[0]?.expression : undefined;
  return parent && ts.isIdentifier(parent) && /Error$/.test(parent.text) ? node.arguments[0] : undefined;
}

function wrongMessage(message: ts.Expression): string | undefined {
  const first = edgeText(message, "start");
  const last = edgeText(message, "end");
  // A conformance failure starts with its check id: `[CF-003] Turn ...`.
  const sentence = first?.replace(/^\[[A-Z]+-\d+\] /, "");
  if (sentence === "") return "throws an empty message";
  if (sentence !== undefined && !/^\p{Lu}/u.test(sentence))
    return `throws "${clip(sentence)}", which has no capital`;
  if (last !== undefined && /[.!]\s*$/.test(last)) return `throws "${clip(last)}", which ends with a period`;
  return undefined;
}

const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** The text that a message starts or ends with, as far as it stands in the source. */
function edgeText(message: ts.Expression, edge: "start" | "end"): string | undefined {
  if (ts.isStringLiteralLike(message)) return message.text;
  if (ts.isParenthesizedExpression(message)) return edgeText(message.expression, edge);
  if (ts.isBinaryExpression(message)) return edgeText(edge === "start" ? message.left : message.right, edge);
  if (!ts.isTemplateExpression(message)) return undefined;
  const text = edge === "start" ? message.head.text : message.templateSpans.at(-1)?.literal.text;
  return text === "" ? undefined : text;
}
