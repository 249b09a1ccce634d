/** From the paths of a call to the files to read, in an order that does not depend on the file system. */
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";

import { nearest } from "../../internal/edit-distance.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import { systemCode, systemReason, UsageError } from "../usage-error.ts";
import { STDIN_NAME, shownPath } from "./input-path.ts";

/** How the hint begins that says what paths are relative to. */
export const RELATIVE_PATHS = "Paths are relative to";

/** How the text of an input is laid out. `sniff`: NDJSON if its first line is a JSON value of its own. */
export type InputLayout = "json" | "ndjson" | "sniff";

/** One input. */
export interface InputFile {
  /** Undefined for standard input. */
  readonly path: string | undefined;
  /** As reports show it. */
  readonly name: string;
  readonly layout: InputLayout;
  /** The directory of the call that it was found in; its own directory when it was named itself. */
  readonly root: string;
}

/** The inputs behind the paths of a call. */
export interface FoundInputs {
  readonly files: readonly InputFile[];
  /** What could not be looked at, and why. */
  readonly problems: readonly { readonly path: string; readonly error: UsageError }[];
}

const LAYOUTS: Readonly<Record<string, InputLayout>> = {
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
};

/** Files stay in the order of the call, those of a directory are sorted by their path. */
export async function findInputs(paths: readonly string[], cwd: string): Promise<FoundInputs> {
  const files: InputFile[] = [];
  const problems: { path: string; error: UsageError }[] = [];
  for (const path of paths) {
    try {
      files.push(...(await inputsAt(path, cwd)));
    } catch (error) {
      const known = error instanceof UsageError ? error : await unreadablePath(error, { path, cwd });
      problems.push({ path, error: known });
    }
  }
  return { files, problems };
}

async function inputsAt(path: string, cwd: string): Promise<InputFile[]> {
  if (path === "-") return [{ path: undefined, name: STDIN_NAME, layout: "sniff", root: cwd }];
  const full = resolve(cwd, path);
  if (!(await stat(full)).isDirectory()) return [inputFile(full, dirname(full), cwd)];
  const found = await filesBelow(full);
  if (found.length > 0) return found.map((file) => inputFile(file, full, cwd));
  throw new UsageError(
    `Cannot check ${shownPath(path, cwd)}: expected .json, .ndjson or .jsonl files but received a directory without any`,
    "Name the files one by one if they have other extensions",
  );
}

function inputFile(path: string, root: string, cwd: string): InputFile {
  const layout = LAYOUTS[extname(path).toLowerCase()] ?? "sniff";
  return { path, name: shownPath(path, cwd), layout, root };
}

/** Hidden directories, `node_modules` and links to directories are passed over. */
async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && entry.name !== "node_modules")
        found.push(...(await filesBelow(path)));
    } else if (
      extname(entry.name).toLowerCase() in LAYOUTS &&
      (entry.isFile() || (await isLinkedFile(path)))
    ) {
      found.push(path);
    }
  }
  return found;
}

async function isLinkedFile(path: string): Promise<boolean> {
  return (await stat(path)).isFile();
}

/** The message for a path that cannot be looked at, with the nearest name where the path does not exist. */
export async function unreadablePath(
  error: unknown,
  { path, cwd }: { readonly path: string; readonly cwd: string },
): Promise<UsageError> {
  const shown = shownPath(path, cwd);
  const message = `Cannot read ${shown}: expected a file or directory but received ${systemReason(error)}`;
  if (systemCode(error) !== "ENOENT") return new UsageError(message);
  const full = resolve(cwd, path);
  const siblings = await readdir(dirname(full)).catch((): string[] => []);
  // Extensions are left out: they make every two names of a kind look alike.
  const near = siblings.find((name) => stem(name) === nearest(stem(basename(full)), siblings.map(stem)));
  if (near === undefined) return new UsageError(message, `${RELATIVE_PATHS} ${printable(cwd)}`);
  return new UsageError(message, `Did you mean ${shownPath(join(dirname(full), near), cwd)}?`);
}

const stem = (name: string) => basename(name, extname(name));
