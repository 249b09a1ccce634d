/** Doc comments: every file says what it is about, every exported symbol what it is. */
import ts from "typescript";

import { firstComment } from "../tree/comments.ts";
import type { ProjectTree } from "../tree/project-tree.ts";
import { filesOfSrc, finding, isGenerated, type SourceFile } from "../tree/source-tree.ts";

/** Files without a doc comment, and exports without one. */
export function findUndocumented(tree: ProjectTree): string[] {
  return filesOfSrc(tree)
    .filter(({ path }) => !/\.(?:test|test-d)\.ts$/.test(path))
    .flatMap((file) => [
      ...undocumentedFile(file),
      ...file.syntax.statements.flatMap((node) => exported(node, file)),
    ]);
}

function undocumentedFile(file: SourceFile): string[] {
  const comment = firstComment(file);
  if (comment?.startsWith("/**")) return [];
  if (isGenerated(file.path) && comment?.startsWith("// Generated")) return [];
  return [`${file.path}:1: does not open with a doc comment`];
}

function exported(statement: ts.Statement, file: SourceFile): string[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported || hasComment(statement, file) || isLaterOverload(statement)) return [];
  return [finding(file, statement, `exports ${namesOf(statement).join(", ")} without a doc comment`)];
}

/** Whether the statement has a doc comment. A file without imports may share its own with its first export. */
function hasComment(statement: ts.Statement, { text }: SourceFile): boolean {
  const comments = ts.getLeadingCommentRanges(text, statement.pos) ?? [];
  return comments.some(({ pos }) => text.startsWith("/**", pos));
}

/** The first of several overloads speaks for all. */
function isLaterOverload(statement: ts.Statement): boolean {
  if (!ts.isFunctionDeclaration(statement) || !ts.isSourceFile(statement.parent)) return false;
  const { statements } = statement.parent;
  const previous = statements[statements.indexOf(statement) - 1];
  return (
    previous !== undefined &&
    ts.isFunctionDeclaration(previous) &&
    previous.name?.text === statement.name?.text
  );
}

/** Names that a declaration brings in. */
function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed ? [statement.name?.text ?? "default"] : [];
}
