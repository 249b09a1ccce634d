/** Front doors name what they let out, one by one: `export *` would make every internal name public. */
import ts from "typescript";

import type { ProjectTree } from "../tree/project-tree.ts";
import { isFrontDoor } from "../tree/rooms.ts";
import { filesOfSrc, finding, isTestOnly } from "../tree/source-tree.ts";

/** Statements of front doors that are anything but exports of explicit names from a room. */
export function findFrontDoorViolations(tree: ProjectTree): string[] {
  const doors = filesOfSrc(tree).filter(({ path }) => isFrontDoor(path) && !isTestOnly(path));
  return doors.flatMap((file) =>
    file.syntax.statements.flatMap((statement) => {
      const wrong = wrongStatement(statement);
      return wrong === undefined ? [] : [finding(file, statement, wrong)];
    }),
  );
}

function wrongStatement(statement: ts.Statement): string | undefined {
  if (!ts.isExportDeclaration(statement)) return "is no export of names from a room";
  const { exportClause, moduleSpecifier } = statement;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return "exports * instead of names";
  if (moduleSpecifier === undefined) return "is no export of names from a room";
  if (exportClause.elements.some(({ name }) => name.text === "default")) return "exports a default";
  return undefined;
}
