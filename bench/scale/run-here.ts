/** Runs a contender in a process of its own, as its users do, and takes its time and its memory. */
import { type ChildProcess, execFile } from "node:child_process";
import { promisify } from "node:util";

import type { Task } from "./contenders.ts";

/** One run. */
export interface Sample {
  /** The result as text. */
  readonly row: string;
  readonly ms: number;
  /** Most resident memory of the process. */
  readonly megabytes: number;
}

const TIMEOUT_MS = 180_000;

/** Runs it on a task. Rejects when the process fails or does not end. */
export async function runHere(contender: string, task: Task): Promise<Sample> {
  const args = ["--no-warnings", process.argv[1]!, "--subject", contender, JSON.stringify(task)];
  const running = promisify(execFile)(process.execPath, args, { timeout: TIMEOUT_MS, maxBuffer: 1 << 26 });
  return JSON.parse((await endedWithUs(running.child, running)).stdout) as Sample;
}

/** What comes of the process, which is ended when the benchmark is. */
export async function endedWithUs<T>(child: ChildProcess, outcome: Promise<T>): Promise<T> {
  const kill = () => child.kill();
  // Before the files are removed that the process may be writing.
  process.prependOnceListener("exit", kill);
  try {
    return await outcome;
  } finally {
    process.off("exit", kill);
  }
}
