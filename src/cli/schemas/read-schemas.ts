/** Schema files as they stand on disk, by their path below the directory. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";

import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { unreadablePath } from "../input/find-inputs.ts";
import { shownPath } from "../input/input-path.ts";
import { UsageError } from "../usage-error.ts";

const MAX_BYTES = 16 * 1024 * 1024;

/** The text of each file. */
export type SchemaTexts = ReadonlyMap<string, string>;

/** The `.json` files of a directory at any depth, sorted; a file is read as the only one. */
export async function readSchemaTexts(path: string, cwd: string): Promise<SchemaTexts> {
  const full = resolve(cwd, path);
  try {
    if (!(await stat(full)).isDirectory()) return new Map([[basename(full), await readFile(full, "utf8")]]);
    const entries = await readdir(full, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map((entry) => join(entry.parentPath, entry.name).slice(full.length + 1));
    const texts = new Map<string, string>();
    for (const file of files.toSorted()) {
      texts.set(file.split(sep).join("/"), await readFile(join(full, file), "utf8"));
    }
    return texts;
  } catch (error) {
    throw await unreadablePath(error, { path, cwd });
  }
}

/** Each file as JSON. Throws UsageError with line and column for text that is none. */
export function parseSchemas(
  texts: SchemaTexts,
  { path, cwd }: { readonly path: string; readonly cwd: string },
) {
  const name = shownPath(path, cwd);
  const documents = new Map<string, unknown>();
  for (const [file, text] of texts) {
    const parsed = parseWireText(text, { maxLength: MAX_BYTES });
    if (parsed.ok) {
      documents.set(file, parsed.value);
      continue;
    }
    const [problem] = parsed.problems;
    const where = texts.size === 1 ? name : `${name}/${file}`;
    throw new UsageError(
      `Cannot read ${where}: expected a JSON Schema but received text that is no JSON${problem === undefined ? "" : ` (line ${problem.line}, column ${problem.column})`}`,
    );
  }
  if (documents.size > 0) return documents;
  throw new UsageError(`Cannot read ${name}: expected at least 1 .json file but received none`);
}
