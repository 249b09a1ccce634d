/** Writes reports so that a reader sees the old file or the new one, never half of one. */
import { appendFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { shownPath } from "../input/input-path.ts";
import { systemReason, UsageError } from "../usage-error.ts";

/** Writes each text under its name; returns the paths as reports show them. */
export async function writeReports(
  texts: Readonly<Record<string, string>>,
  { directory, cwd }: { readonly directory: string; readonly cwd: string },
): Promise<string[]> {
  const full = resolve(cwd, directory);
  try {
    await mkdir(full, { recursive: true });
    for (const [name, text] of Object.entries(texts)) await writeAtomically(full, name, text);
  } catch (error) {
    throw new UsageError(
      `Cannot write reports to ${shownPath(directory, cwd)}: expected a writable directory but received ${systemReason(error)}`,
    );
  }
  return Object.keys(texts).map((name) => shownPath(join(full, name), cwd));
}

async function writeAtomically(directory: string, name: string, text: string): Promise<void> {
  const temporary = join(directory, `.${name}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, text);
    await rename(temporary, join(directory, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Appends to the step summary of GitHub Actions. */
export async function appendStepSummary(path: string, markdown: string): Promise<void> {
  await appendFile(path, `${markdown}\n`).catch((error: unknown) => {
    throw new UsageError(
      `Cannot write the step summary: expected a writable file in GITHUB_STEP_SUMMARY but received ${systemReason(error)}`,
    );
  });
}
