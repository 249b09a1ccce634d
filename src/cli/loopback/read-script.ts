/** Reads a turn script from a file or standard input; each problem is told with its place. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { parseTurnScript, type TurnScriptReading } from "../../reference/script/parse-turn-script.ts";
import type { TurnScript } from "../../reference/script/turn-script.ts";
import type { CliIo } from "../cli-io.ts";
import { unreadablePath } from "../input/find-inputs.ts";
import { STDIN_NAME, shownPath } from "../input/input-path.ts";
import { UsageError } from "../usage-error.ts";

/** Most bytes of a script. */
const MAX_BYTES = 1024 * 1024;

/** Most problems that are told. */
const LISTED = 20;

/** The script at a path, `-` for standard input. Throws UsageError when there is none to read. */
export async function readScript(path: string, io: CliIo): Promise<TurnScript> {
  const name = path === "-" ? STDIN_NAME : shownPath(path, io.cwd);
  const bytes = path === "-" ? await standardInput(io) : await fileAt(path, io);
  if (bytes.length > MAX_BYTES)
    throw new UsageError(
      `Cannot play ${name}: expected a script of at most ${MAX_BYTES} bytes but received a larger one`,
    );
  const reading = parseTurnScript(decoded(bytes, name));
  if (reading.ok) return reading.script;
  throw new UsageError(
    problemText(reading.problems, name),
    "The language of scripts: docs/reference-runtime.md",
  );
}

type Problems = Extract<TurnScriptReading, { readonly ok: false }>["problems"];

function problemText(problems: Problems, name: string): string {
  const lines = problems.slice(0, LISTED).map(({ line, column, expected, received, hint }) => {
    const more = hint === undefined ? "" : `; ${hint.charAt(0).toLowerCase()}${hint.slice(1)}`;
    return `${name}:${line}:${column}  expected ${expected} but received ${received}${more}`;
  });
  const rest = problems.length - lines.length;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [
    `Cannot play ${name}: expected a turn script but received ${count}`,
    ...lines,
    ...(rest > 0 ? [`... and ${rest} more`] : []),
  ].join("\n");
}

async function fileAt(path: string, { cwd }: CliIo): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, path));
  } catch (error) {
    throw await unreadablePath(error, { path, cwd });
  }
}

async function standardInput({ stdin }: CliIo): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`Cannot play ${name}: expected UTF-8 text but received other bytes`);
  }
}
