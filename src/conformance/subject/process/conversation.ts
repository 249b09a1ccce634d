/** A conversation with a process: requests in, one reply each, in order, or the reason why not. */
import type { SubjectReply, SubjectRequest } from "../../../contracts/conformance/subject-message.ts";
import { shortened } from "../../../internal/report-text/printable-text.ts";
import { createLineSplitter, type Line } from "../../../validators/line-splitter.ts";
import type { SubjectFault } from "../subject.ts";
import type { SubjectLimits } from "../subject-limits.ts";
import {
  type LaunchedProcess,
  launchProcess,
  type ProcessCommand,
  type ProcessEnd,
} from "./launch-process.ts";
import { nameOf, readReply } from "./read-reply.ts";

/** What ended a conversation. */
export type Breakdown = Pick<SubjectFault, "code" | "message">;

type WithoutId<R> = R extends unknown ? Omit<R, "id"> : never;

/** A request before it is numbered. */
export type RequestBody = WithoutId<SubjectRequest>;

/** What was replied; fewer replies than requests when the last one is an error, or with a breakdown. */
export interface Replies {
  readonly replies: readonly SubjectReply[];
  readonly breakdown?: Breakdown;
}

/** A conversation. After an error or a breakdown it cannot be carried on. */
export interface Conversation {
  /** Asks all at once; `timeoutMs` is the longest that the process may go without an answer. Never rejects. */
  ask(requests: readonly RequestBody[], options: { readonly timeoutMs: number }): Promise<Replies>;
  /** Breaks off what is being asked, for this reason. */
  abandon(breakdown: Breakdown): void;
  /** `bye`, SIGTERM, SIGKILL: whichever ends the process, with all that it has started. */
  close(): Promise<void>;
}

interface Pending {
  readonly requests: readonly SubjectRequest[];
  readonly replies: SubjectReply[];
  readonly timeoutMs: number;
  readonly settle: (breakdown?: Breakdown) => void;
  /** Bytes that were answered. */
  bytes: number;
  watchdog?: ReturnType<typeof setTimeout>;
}

/** Starts a process and gets ready to talk to it. Never rejects. */
export async function openConversation(
  command: ProcessCommand,
  limits: SubjectLimits,
): Promise<Conversation> {
  let launched: LaunchedProcess | undefined;
  let pending: Pending | undefined;
  /** Why nothing can be asked any more. */
  let over: Breakdown | undefined;
  let nextId = 1;

  const settlePending = (breakdown?: Breakdown) => {
    const asked = pending;
    pending = undefined;
    clearTimeout(asked?.watchdog);
    asked?.settle(breakdown);
  };
  const breakDown = ({ code, message }: Breakdown) => {
    if (over !== undefined) return;
    over = { code, message: message + errorsOf(launched) };
    launched?.kill("SIGKILL");
    settlePending(over);
  };
  const flooded = (what: string) =>
    breakDown({ code: "subject_flooded", message: `The subject wrote over ${what}` });
  const watch = (asked: Pending) => {
    clearTimeout(asked.watchdog);
    asked.watchdog = setTimeout(() => {
      const awaited = asked.requests[asked.replies.length];
      const what = awaited === undefined ? "the last request" : nameOf(awaited);
      const message = `The subject gave no answer to ${what} within ${asked.timeoutMs} ms`;
      breakDown({ code: "subject_hung", message });
    }, asked.timeoutMs);
  };
  const onLine = (line: Line) => {
    if (over !== undefined) return;
    const read = readReply(line, { awaited: pending?.requests[pending.replies.length], limits });
    if ("code" in read) return breakDown(read);
    if (pending === undefined) return;
    pending.bytes += line.text.length;
    if (pending.bytes > limits.maxRunBytes) return flooded(`${limits.maxRunBytes} bytes in one run`);
    pending.replies.push(read.reply);
    // Other requests are on their way, so the two sides could no longer agree on where they are.
    if (read.reply.op === "error") over = { code: "subject_protocol", message: "The subject gave an error" };
    if (over !== undefined || pending.replies.length === pending.requests.length) settlePending();
    else watch(pending);
  };
  const lines = createLineSplitter(onLine, limits.maxLineBytes);
  let openBytes = 0;
  const onOutput = (chunk: Uint8Array) => {
    if (over !== undefined) return;
    const lastFeed = chunk.lastIndexOf(LINE_FEED);
    openBytes = lastFeed < 0 ? openBytes + chunk.length : chunk.length - lastFeed - 1;
    lines.push(chunk);
    if (openBytes > limits.maxLineBytes) flooded(`${limits.maxLineBytes} bytes without a line feed`);
  };
  const onEnd = (how: ProcessEnd) => {
    lines.end();
    breakDown(endOf(how, { command, awaited: pending?.requests[pending.replies.length] }));
  };

  launched = await launchProcess(command, { onOutput, onEnd });
  const { write, endInput, hasEnded, kill } = launched;
  const writeAll = async (asked: Pending) => {
    for (const request of asked.requests) {
      if (pending !== asked) return;
      await write(`${JSON.stringify(request)}\n`);
    }
  };

  return {
    ask(bodies, { timeoutMs }) {
      const requests = bodies.map((body) => ({ id: nextId++, ...body }) as SubjectRequest);
      if (over !== undefined) return Promise.resolve({ replies: [], breakdown: over });
      return new Promise((resolve) => {
        const replies: SubjectReply[] = [];
        const settle = (breakdown?: Breakdown) =>
          resolve({ replies, ...(breakdown !== undefined && { breakdown }) });
        pending = { requests, replies, timeoutMs, settle, bytes: 0 };
        watch(pending);
        void writeAll(pending);
      });
    },
    abandon(breakdown) {
      if (pending !== undefined) breakDown(breakdown);
    },
    async close() {
      if (over === undefined) {
        over = CLOSED;
        void write(`${JSON.stringify({ id: nextId, op: "bye" })}\n`);
        endInput();
        if (!(await hasEnded(limits.closeTimeoutMs))) kill("SIGTERM");
        await hasEnded(limits.closeTimeoutMs);
      }
      // Whatever the process has started may still be there when the process itself is not.
      kill("SIGKILL");
      await hasEnded(limits.closeTimeoutMs);
    },
  };
}

const LINE_FEED = 10;
const CLOSED: Breakdown = { code: "subject_not_started", message: "The subject was closed" };

interface Ended {
  readonly command: ProcessCommand;
  readonly awaited: SubjectRequest | undefined;
}

function endOf({ isStarted, words }: ProcessEnd, { command, awaited }: Ended): Breakdown {
  if (!isStarted)
    return {
      code: "subject_not_started",
      message: `Cannot start "${command.command}": ${words}; check the command and the working directory`,
    };
  const when =
    awaited === undefined ? " although it was not told to" : ` before it answered ${nameOf(awaited)}`;
  return { code: "subject_died", message: `The subject ended with ${words}${when}` };
}

/** What the process last said on its standard error, if anything. */
function errorsOf(launched: LaunchedProcess | undefined): string {
  const tail = launched?.errorTail ?? "";
  if (tail === "") return "";
  const lines = tail.split("\n").map((line) => shortened(line.trimEnd(), 500));
  return `; its standard error ends with:\n${lines.join("\n")}`;
}
