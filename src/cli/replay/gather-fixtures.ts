/** From the two paths of a call to the fixtures in them: two files are one fixture, two directories are many. */
import { stat } from "node:fs/promises";
import { basename, extname, relative, resolve, sep } from "node:path";

import type { ReplayFixtureTraces } from "../../gates/replay/evaluate-replay-regression.ts";
import { findInputs, type InputFile, unreadablePath } from "../input/find-inputs.ts";
import { shownPath } from "../input/input-path.ts";
import type { InputReading } from "../input/read-input.ts";
import { UsageError } from "../usage-error.ts";
import { readRecording } from "./read-recording.ts";

/** The two sides of a call. */
export interface ReplayPaths {
  readonly baseline: string;
  readonly candidate: string;
}

/**
 * Reads all fixtures, in the order of their ids. A fixture that only one of two directories has comes out with one
 * side, for the gate to fail it. Throws UsageError for anything that cannot be read.
 */
export async function gatherFixtures(
  { baseline, candidate }: ReplayPaths,
  reading: InputReading,
): Promise<ReplayFixtureTraces[]> {
  const { cwd } = reading.io;
  const [isMany, isOtherMany] = [await isDirectory(baseline, cwd), await isDirectory(candidate, cwd)];
  if (isMany !== isOtherMany) {
    const [one, other] = [isMany, isOtherMany].map((many) => (many ? "a directory" : "a file"));
    throw new UsageError(
      `Cannot replay ${shownPath(baseline, cwd)} against ${shownPath(candidate, cwd)}: expected two files or two directories but received ${one} and ${other}`,
    );
  }
  const [left, right] = [await inputsOf(baseline, cwd), await inputsOf(candidate, cwd)];
  if (!isMany) {
    const id = fileId(left[0] ?? right[0]);
    return [await readFixture(id, { baseline: left[0], candidate: right[0] }, reading)];
  }
  const [lefts, rights] = [byId(left), byId(right)];
  const fixtures: ReplayFixtureTraces[] = [];
  for (const id of [...new Set([...lefts.keys(), ...rights.keys()])].sort()) {
    const sides = { baseline: lefts.get(id), candidate: rights.get(id) };
    fixtures.push(await readFixture(id, sides, reading));
  }
  return fixtures;
}

async function isDirectory(path: string, cwd: string): Promise<boolean> {
  if (path === "-") return false;
  try {
    return (await stat(resolve(cwd, path))).isDirectory();
  } catch (error) {
    throw await unreadablePath(error, { path, cwd });
  }
}

async function inputsOf(path: string, cwd: string): Promise<readonly InputFile[]> {
  const { files, problems } = await findInputs([path], cwd);
  for (const { error } of problems) throw error;
  return files;
}

/** A fixture is called like its file, without the extension. */
function fileId(file: InputFile | undefined): string {
  if (file?.path === undefined) return "stdin";
  return basename(file.path, extname(file.path));
}

function byId(files: readonly InputFile[]): ReadonlyMap<string, InputFile> {
  const found = new Map<string, InputFile>();
  for (const file of files) {
    const path = relative(file.root, file.path ?? "")
      .split(sep)
      .join("/");
    const id = path.slice(0, path.length - extname(path).length);
    const other = found.get(id);
    if (other !== undefined)
      throw new UsageError(
        `Cannot replay ${file.name}: expected one file a fixture but received ${other.name}, too`,
        "Give the two files different names",
      );
    found.set(id, file);
  }
  return found;
}

interface FixtureFiles {
  readonly baseline: InputFile | undefined;
  readonly candidate: InputFile | undefined;
}

async function readFixture(
  fixture_id: string,
  { baseline, candidate }: FixtureFiles,
  reading: InputReading,
): Promise<ReplayFixtureTraces> {
  const left = baseline === undefined ? undefined : await readRecording(baseline, reading);
  const right = candidate === undefined ? undefined : await readRecording(candidate, reading);
  return {
    fixture_id,
    ...(left !== undefined && { baseline: left.trace }),
    ...(right !== undefined && { candidate: right.trace, evidence: right.evidence }),
  };
}
