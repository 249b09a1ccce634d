/** Reads a file that somebody wrote by hand: limits, profiles, plans. One that is large is some other file. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";

import { UsageError } from "../usage-error.ts";
import { unreadablePath } from "./find-inputs.ts";
import { shownPath } from "./input-path.ts";

/** Most bytes of such a file. */
export const SMALL_FILE_BYTES = 1024 * 1024;

/** The bytes of a file; `what` stands in the message, such as "limits". Throws UsageError when it cannot be read. */
export async function readSmallFile(
  path: string,
  { cwd, what }: { readonly cwd: string; readonly what: string },
): Promise<Uint8Array> {
  try {
    const full = resolve(cwd, path);
    const { size } = await stat(full);
    if (size <= SMALL_FILE_BYTES) return await readFile(full);
  } catch (error) {
    throw await unreadablePath(error, { path, cwd });
  }
  throw new UsageError(
    `Cannot use ${shownPath(path, cwd)}: expected ${what} of at most ${SMALL_FILE_BYTES} bytes but received a larger file`,
  );
}
