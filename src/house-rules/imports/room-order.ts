/**
 * Import order: a file imports only from its own room and from rooms to its left, for types as for values.
 *
 * Tests may look at any room, because nothing that ships may import a test.
 */
import { type ImportEdge, importsOf } from "../tree/imports.ts";
import type { ProjectTree } from "../tree/project-tree.ts";
import { CONTRACT_ROOMS, contractRoomOf, isFrontDoor, ROOMS, roomOf } from "../tree/rooms.ts";
import { filesOfSrc, finding, isTestOnly } from "../tree/source-tree.ts";

/** Imports that go the wrong way, leave `src` or name a file that is not there. */
export function findRoomOrderViolations(tree: ProjectTree): string[] {
  const known = new Set(tree.paths);
  return filesOfSrc(tree).flatMap((file) =>
    importsOf(file).flatMap((edge) => {
      if (edge.to === undefined) return [];
      const wrong = known.has(edge.to) ? wrongWay(file.path, edge.to) : "is not a file of this project";
      return wrong === undefined ? [] : [describe(edge, wrong)];
    }),
  );
}

const describe = (edge: ImportEdge, wrong: string): string =>
  finding(edge.from, edge.node, `imports "${edge.to}", which ${wrong}`);

/** Why one file may not import the other, or undefined where it may. */
export function wrongWay(from: string, to: string): string | undefined {
  if (isTestOnly(from)) return undefined;
  if (isTestOnly(to)) return "is there only for tests";
  if (!to.startsWith("src/")) return to === "package.json" ? undefined : "is outside of src";
  if (isFrontDoor(from)) return undefined;
  if (isFrontDoor(to)) return "is a front door";
  const [own, other] = [roomOf(from), roomOf(to)];
  if (own === "validators" && !isCompiler(from) && (isCompiler(to) || other === "json-schema")) {
    return "is for build time only";
  }
  if (own !== other) return wrongOrder(ROOMS, own, other);
  if (own !== "contracts") return undefined;
  return wrongOrder(CONTRACT_ROOMS, contractRoomOf(from), contractRoomOf(to));
}

function wrongOrder(rooms: readonly string[], own: string, other: string): string | undefined {
  const [at, otherAt] = [rooms.indexOf(own), rooms.indexOf(other)];
  if (at < 0) return `is imported from "${own}", a room that the house does not have`;
  if (otherAt < 0) return `is in "${other}", a room that the house does not have`;
  return otherAt > at ? `is in "${other}", to the right of "${own}"` : undefined;
}

/** The compiler writes validators at build time; what ships does without it and without Zod. */
const isCompiler = (path: string): boolean => path.startsWith("src/validators/compile/");
