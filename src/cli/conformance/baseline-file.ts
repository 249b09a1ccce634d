/** The baseline as a file: validated when it is read, sorted when it is written. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import type { ConformanceBaseline } from "../../contracts/conformance/conformance-baseline.ts";
import { validateText } from "../../validators/validate-text.ts";
import { shownPath } from "../input/input-path.ts";
import { systemReason, UsageError } from "../usage-error.ts";

/** Reads a baseline; with `isOptional`, one that is not there yet is none. */
export async function readBaseline(
  path: string,
  { cwd, isOptional }: { readonly cwd: string; readonly isOptional: boolean },
): Promise<ConformanceBaseline | undefined> {
  const shown = shownPath(path, cwd);
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), "utf8");
  } catch (error) {
    if (isOptional && (error as { code?: unknown }).code === "ENOENT") return undefined;
    throw new UsageError(
      `Cannot read the baseline ${shown}: expected a file but received ${systemReason(error)}`,
      "--update-baseline writes one",
    );
  }
  const result = validateText("conformance_baseline", text);
  if (result.ok) return result.value as ConformanceBaseline;
  const [first] = result.diagnostics;
  throw new UsageError(
    `Cannot use the baseline ${shown}${first?.path ?? ""}: ${first?.message}`,
    first?.hint,
  );
}

/** Writes a baseline. */
export async function writeBaseline(
  path: string,
  { baseline, cwd }: { readonly baseline: ConformanceBaseline; readonly cwd: string },
) {
  await writeFile(resolve(cwd, path), `${JSON.stringify(baseline, null, 2)}\n`).catch((error: unknown) => {
    const shown = shownPath(path, cwd);
    throw new UsageError(
      `Cannot write the baseline ${shown}: expected a writable file but received ${systemReason(error)}`,
    );
  });
}
