/** Folder sizes: few enough files to take in at a glance, few enough levels to find the way back. */
import type { ProjectTree } from "../tree/project-tree.ts";
import { isGenerated } from "../tree/source-tree.ts";

/** Most files in one folder, tests beside their code included. */
export const MOST_FILES = 25;

/** Most levels of folders under a room. */
export const MOST_LEVELS = 3;

/** Folders of `src` with too many files or too deep under their room. */
export function findUnwieldyFolders(tree: ProjectTree): string[] {
  const counts = new Map<string, number>();
  for (const path of tree.paths) {
    if (!path.startsWith("src/") || isGenerated(path)) continue;
    const folder = path.slice(0, path.lastIndexOf("/"));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) => {
    const levels = folder.split("/").length - 2;
    return [
      ...(count > MOST_FILES ? [`${folder}: has ${count} files, over ${MOST_FILES}`] : []),
      ...(levels > MOST_LEVELS ? [`${folder}: is ${levels} levels under its room, over ${MOST_LEVELS}`] : []),
    ];
  });
}
