/** Starts a process, with its whole family in one group, so that it can be ended with everything it started. */
import type { ChildProcess } from "node:child_process";
import { guardAgainstOrphans } from "../../../authoring/boundary/process/orphan-guard.ts";
import { describeThrown } from "../contain.ts";
import { createTextTail } from "./text-tail.ts";

/** What to start. */
export interface ProcessCommand {
  /** An executable; without `args` a command line for the shell. */
  readonly command: string;
  readonly args?: readonly string[];
  readonly cwd?: string;
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What is told of a process. */
export interface ProcessEvents {
  onOutput(chunk: Uint8Array): void;
  /** It could not be started, ended, or closed its standard output. Called once. */
  onEnd(how: ProcessEnd): void;
}

/** How a process ended. */
export interface ProcessEnd {
  readonly isStarted: boolean;
  /** Such as `exit code 3`. */
  readonly words: string;
}

/** A process that may be running. */
export interface LaunchedProcess {
  /** Settles when more may be written, or nothing can be any more. Never rejects. */
  write(text: string): Promise<void>;
  /** Closes its standard input. */
  endInput(): void;
  /** Signals the whole family. */
  kill(signal: "SIGTERM" | "SIGKILL"): void;
  /** Whether it ended within so many ms. */
  hasEnded(timeoutMs: number): Promise<boolean>;
  /** The last 2 kB of its standard error. */
  readonly errorTail: string;
}

/** How long what is left in the pipes of an ended process may take, in ms. */
const GRACE_MS = 200;

/** Starts the process. Never rejects: a command that is not there ends at once. */
export async function launchProcess(
  command: ProcessCommand,
  { onOutput, onEnd }: ProcessEvents,
): Promise<LaunchedProcess> {
  const tail = createTextTail(2048);
  let onEnded: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    onEnded = resolve;
  });
  let isTold = false;
  const tellEnd = (how: ProcessEnd) => {
    if (isTold) return;
    isTold = true;
    onEnd(how);
  };
  const started = await start(command);
  if ("problem" in started) {
    tellEnd({ isStarted: false, words: started.problem });
    onEnded();
    return { ...NO_PROCESS, errorTail: "" };
  }
  const { child } = started;
  const kill = (signal: "SIGTERM" | "SIGKILL") => signalFamily(child, signal);
  const release = guardAgainstOrphans(() => kill("SIGKILL"));
  const { stdin, stdout, stderr } = child;
  // A forgotten close() keeps nobody waiting: watchdogs hold this process while an answer is awaited.
  for (const handle of [child, stdin, stdout, stderr] as readonly { unref?(): void }[]) handle.unref?.();
  stdin?.on("error", () => {});
  stdout?.on("data", onOutput);
  stderr?.on("data", (chunk: Uint8Array) => tail.push(chunk));
  stdout?.on("end", () => {
    setTimeout(tellEnd, GRACE_MS, { isStarted: true, words: "its standard output closed" });
  });
  let how: ProcessEnd = { isStarted: true, words: "an unknown end" };
  const settle = () => {
    release();
    tellEnd(how);
    onEnded();
  };
  child.on("error", (error) => {
    if (child.pid !== undefined) return;
    how = { isStarted: false, words: describeThrown(error) };
    settle();
  });
  child.on("exit", (code, signal) => {
    how = { isStarted: true, words: signal === null ? `exit code ${code}` : `signal ${signal}` };
    // Children of it may hold the pipes open for ever.
    const timer = setTimeout(settle, GRACE_MS);
    child.on("close", () => {
      clearTimeout(timer);
      settle();
    });
  });
  return {
    write: async (text) => {
      if (stdin === null || stdin.destroyed || stdin.writableEnded || stdin.write(text)) return;
      await Promise.race([ended, new Promise((resolve) => stdin.once("drain", resolve))]);
    },
    endInput: () => void stdin?.end(),
    kill,
    hasEnded: (timeoutMs) => within(ended, timeoutMs),
    get errorTail() {
      return tail.text;
    },
  };
}

async function start({
  command,
  args,
  cwd,
  env,
}: ProcessCommand): Promise<{ readonly child: ChildProcess } | { readonly problem: string }> {
  try {
    const { spawn } = await import("node:child_process");
    const child = spawn(command, [...(args ?? [])], {
      cwd,
      env: { ...process.env, ...env },
      stdio: "pipe",
      shell: args === undefined,
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    return { child };
  } catch (thrown) {
    return { problem: describeThrown(thrown) };
  }
}

const NO_PROCESS = {
  write: async () => {},
  endInput: () => {},
  kill: () => {},
  hasEnded: async () => true,
};

/** Signals the group that the process leads; what is not there any more needs no signal. */
function signalFamily(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    if (child.pid === undefined) return;
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

async function within(ended: Promise<void>, timeoutMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, false);
  });
  try {
    return await Promise.race([ended.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
