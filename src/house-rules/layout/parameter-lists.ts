/** Parameter lists: at most two arguments by position, then an options object. */
import ts from "typescript";

import type { ProjectTree } from "../tree/project-tree.ts";
import { finding, writtenCode } from "../tree/source-tree.ts";

/** Most arguments that a caller tells apart by their position alone. */
export const MOST_POSITIONAL = 2;

/** Exported functions with a parameter list that a caller has to look up. */
export function findLongParameterLists(tree: ProjectTree): string[] {
  return writtenCode(tree).flatMap((file) =>
    file.syntax.statements.flatMap(exportedFunctions).flatMap(({ name, parameters }) => {
      const own = parameters.filter((parameter) => parameter.name.getText(file.syntax) !== "this");
      const [third, ...more] = own.slice(MOST_POSITIONAL);
      if (third === undefined || (more.length === 0 && isOptions(third))) return [];
      const place = parameters[0] ?? third;
      return [
        finding(file, place, `${name} takes ${own.length} arguments; expected two, then an options object`),
      ];
    }),
  );
}

interface NamedFunction {
  readonly name: string;
  readonly parameters: readonly ts.ParameterDeclaration[];
}

function exportedFunctions(statement: ts.Statement): NamedFunction[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isFunctionDeclaration(statement)) {
    return [{ name: statement.name?.text ?? "default", parameters: statement.parameters }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    const isFunction =
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return isFunction && ts.isIdentifier(name)
      ? [{ name: name.text, parameters: initializer.parameters }]
      : [];
  });
}

/** Whether a parameter is an object with named members, judged by how it is written. */
function isOptions({ name, type, dotDotDotToken }: ts.ParameterDeclaration): boolean {
  if (dotDotDotToken !== undefined) return false;
  if (ts.isObjectBindingPattern(name)) return true;
  if (type === undefined) return false;
  if (ts.isTypeLiteralNode(type)) return true;
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  return parts.every(
    (part) =>
      part.kind === ts.SyntaxKind.UndefinedKeyword ||
      ts.isTypeLiteralNode(part) ||
      (ts.isTypeReferenceNode(part) && !NOT_OPTIONS.test(part.getText())),
  );
}

const NOT_OPTIONS = /^(?:Readonly)?(?:Array|Map|Set|Record|Uint8Array|Date|Promise)\b/;
