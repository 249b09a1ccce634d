/** Starts a node as a process, with its whole family in one group, so that it ends with everything that it started. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

import { createLineSplitter } from "../../../validators/line-splitter.ts";
import type { LinkEvents, LinkUsage, NodeLink } from "../outside/node-link.ts";
import { describeThrown } from "../wire/describe-thrown.ts";
import { clearRealTimeout, realTimeout } from "../wire/real-timers.ts";
import { guardAgainstOrphans } from "./orphan-guard.ts";
import { readProcessUsage } from "./process-usage.ts";

/** What to start. */
export interface ProcessLaunch {
  readonly command: readonly string[];
  readonly cwd: string | undefined;
  readonly env: Readonly<Record<string, string>> | undefined;
  /** Longest line. */
  readonly max_bytes: number;
}

/** How long what is left in the pipes of an ended process may take, in ms. */
const GRACE_MS = 200;
/** How much of the standard error is kept for messages. */
const TAIL_LENGTH = 2000;

/** Starts it. Never throws: a command that is not there ends at once. */
export function launchNodeProcess(launch: ProcessLaunch, { onLine, onBytes, onEnd }: LinkEvents): NodeLink {
  let errors = "";
  let isTold = false;
  let isKilled = false;
  let last: LinkUsage | undefined;
  const tellEnd = (words: string) => {
    if (isTold) return;
    isTold = true;
    const tail = errors.trim();
    onEnd({ words: tail === "" ? words : `${words}; its standard error ends with:\n${tail}` });
  };
  const started = start(launch);
  if (typeof started === "string") {
    tellEnd(started);
    return { boundary: "process", send: () => {}, usage: () => undefined, kill: () => {} };
  }
  const child = started;
  const { stdin, stdout, stderr, pid } = child;
  const release = guardAgainstOrphans(() => signalFamily(child));
  const lines = createLineSplitter(onLine, launch.max_bytes);
  stdout.on("data", (chunk: Uint8Array) => {
    onBytes(chunk.length);
    if (!isTold) lines.push(chunk);
  });
  stderr.setEncoding("utf8");
  stderr.on("data", (text: string) => {
    errors = (errors + text).slice(-TAIL_LENGTH);
  });
  // A node that reads nothing any more is found out by its silence.
  stdin.on("error", () => {});
  stdout.on("end", () => {
    realTimeout(tellEnd, GRACE_MS, "closed its standard output");
  });
  child.on("error", (error) => {
    if (pid === undefined) tellEnd(`could not be started: ${describeThrown(error)}`);
  });
  child.on("exit", (code, signal) => {
    const settle = () => {
      release();
      lines.end();
      tellEnd(signal === null ? `ended with exit code ${code}` : `ended with signal ${signal}`);
    };
    // What it has started may hold the pipes open for ever.
    const timer = realTimeout(settle, GRACE_MS);
    child.on("close", () => {
      clearRealTimeout(timer);
      settle();
    });
  });
  // A node that is at rest keeps nobody waiting: while an answer is awaited, its watchdog does.
  for (const handle of [child, stdin, stdout, stderr] as readonly { unref?(): void }[]) handle.unref?.();

  return {
    boundary: "process",
    send: (line) => void (stdin.writable && stdin.write(`${line}\n`)),
    usage() {
      const measured = pid === undefined ? undefined : readProcessUsage(pid);
      // An ended process has no usage any more, but it had.
      if (measured !== undefined && (measured.memory_mb ?? 0) > 0) last = measured;
      return last;
    },
    kill() {
      if (isKilled) return;
      isKilled = true;
      stdin.destroy();
      signalFamily(child);
    },
  };
}

function start({ command, cwd, env }: ProcessLaunch): ChildProcessWithoutNullStreams | string {
  const [file = "", ...args] = command;
  try {
    return spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: "pipe",
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (thrown) {
    return `could not be started: ${describeThrown(thrown)}`;
  }
}

/** Kills the group that the process leads; what is not there any more needs no signal. */
function signalFamily(child: ChildProcessWithoutNullStreams): void {
  try {
    if (child.pid === undefined) return;
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left in the group.
  }
}
