/** Drives the program in a temporary directory with real files, and collects what it says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

import { run } from "./run.ts";

/** The world of one call. */
export interface DriveOptions {
  /** Files by path; a value that is no text is written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly stdin?: string | readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the standard streams are a terminal. */
  readonly isTTY?: boolean;
}

/** What came of a call. */
export interface Driven {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly cwd: string;
}

/** Runs the program with arguments; the directory goes when the test is over. */
export async function drive(argv: readonly string[], options: DriveOptions = {}): Promise<Driven> {
  const { files = {}, stdin = "", env = {}, isTTY = false } = options;
  const cwd = writeFiles(files);
  const out: string[] = [];
  const err: string[] = [];
  const chunks = typeof stdin === "string" ? [stdin] : stdin;
  const code = await run(argv, {
    stdin: (async function* () {
      for (const chunk of chunks) yield new TextEncoder().encode(chunk);
    })(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env,
    cwd,
    isTTY: { stdin: isTTY, stdout: isTTY, stderr: isTTY },
  });
  return { code, stdout: out.join(""), stderr: err.join(""), cwd };
}

/** Writes files into a temporary directory of the test. */
export function writeFiles(files: Readonly<Record<string, unknown>>): string {
  const cwd = mkdtempSync(join(tmpdir(), "rspp-cli-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(cwd, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  }
  return cwd;
}
