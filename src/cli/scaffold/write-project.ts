/** Writes a new project into a folder of its own, and never over anything. */
import { lstat, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { quote } from "../../internal/quote.ts";
import { shownPath } from "../input/input-path.ts";
import { systemCode, systemReason, UsageError } from "../usage-error.ts";

/** Entries that a refusal names; more are counted. */
const MOST_NAMED = 8;

/** Writes the texts under their paths. Throws a UsageError where something is there already. */
export async function writeProject(
  files: Readonly<Record<string, string>>,
  { folder, cwd }: { readonly folder: string; readonly cwd: string },
): Promise<void> {
  const home = join(cwd, folder);
  const shown = shownPath(home, cwd);
  await demandRoom(home, shown);
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(home, path);
      await mkdir(dirname(file), { recursive: true });
      // Somebody else may write at the same time: what is there stays there.
      await writeFile(file, text, { flag: "wx" });
    }
  } catch (error) {
    const reason = systemCode(error) === "EEXIST" ? "a file that appeared meanwhile" : systemReason(error);
    throw new UsageError(`Cannot write ${shown}: expected a folder to write to but received ${reason}`);
  }
}

/** The folder has to be empty or not to be there; a repository that was just begun counts as empty. */
async function demandRoom(home: string, shown: string): Promise<void> {
  const refuse = (received: string, hint: string): never => {
    throw new UsageError(
      `Cannot write ${shown}: expected an empty folder, or none, but received ${received}`,
      hint,
    );
  };
  const another = "Nothing was written. Choose another name, or move what is there";
  try {
    const found = await lstat(home);
    if (!found.isDirectory())
      return refuse(found.isSymbolicLink() ? "a symbolic link" : "a file of that name", another);
    const names = (await readdir(home)).filter((name) => name !== ".git").sort();
    if (names.length === 0) return;
    const rest = names.length - MOST_NAMED;
    const listed = names
      .slice(0, MOST_NAMED)
      .map((name) => quote(name))
      .join(", ");
    refuse(`${listed}${rest > 0 ? ` and ${rest} more` : ""}`, another);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    if (error instanceof UsageError) throw error;
    refuse(systemReason(error), another);
  }
}
