/** Subjects in a process of their own: any runtime in any language that speaks the subject protocol on stdio. */
import {
  type StimulusOutcome,
  SUBJECT_PROTOCOL,
  type SubjectError,
  type SubjectReply,
} from "../../contracts/conformance/subject-message.ts";
import { shortened } from "../../internal/report-text/printable-text.ts";
import { KIT_VERSION } from "../kit-version.ts";
import { type Conversation, openConversation } from "./process/conversation.ts";
import type { ProcessCommand } from "./process/launch-process.ts";
import { capabilityProblem, protocolProblem } from "./reply-shape.ts";
import { runStart } from "./run-start.ts";
import { STIMULUS_CAPABILITY } from "./stimulus-capability.ts";
import type { RunRecord, RunScript, Subject, SubjectDescription, SubjectFault } from "./subject.ts";
import { readLimits, type SubjectLimits } from "./subject-limits.ts";

/** What to start, and how much to put up with. Without `args`, `command` is a command line for the shell. */
export interface SpawnOptions extends ProcessCommand {
  readonly limits?: Partial<SubjectLimits>;
}

/**
 * A subject that runs as a process and speaks JSON lines on stdio (`docs/subject-protocol.md`). It is started
 * when it is first needed, reused over runs and started anew after a fault. That it does not start, hangs,
 * dies, floods, writes what is not the protocol or does not do what it declares, is a fault of the run.
 *
 * Call `close` when all is done: it ends the process with everything that it started. Needs Node, Bun or Deno.
 * Throws a TypeError or RangeError for options that cannot be.
 *
 * @example
 * const subject = spawnSubject({ command: "python3", args: ["subject.py"] });
 * @since 0.1.0
 */
export function spawnSubject(options: SpawnOptions): Subject {
  const { command, limits: givenLimits } = options;
  if (typeof command !== "string" || command === "")
    throw new TypeError("Cannot spawn a subject: expected a command");
  const limits = readLimits(givenLimits);
  let conversation: Conversation | undefined;
  let description: SubjectDescription | undefined;
  let isClosed = false;
  let lastWork: Promise<unknown> = Promise.resolve();

  /** One thing after the other: there is one process. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = lastWork.then(work);
    lastWork = result.catch(() => {});
    return result;
  };
  const hangUp = async () => {
    const ended = conversation;
    conversation = undefined;
    await ended?.close();
  };
  const failed = async (fault: SubjectFault): Promise<SubjectFault> => {
    await hangUp();
    return fault;
  };

  /** The conversation with a process that has introduced itself. */
  const connect = async (): Promise<Conversation | SubjectFault> => {
    if (conversation !== undefined) return conversation;
    conversation = await openConversation(options, limits);
    if (isClosed) return failed(CLOSED);
    const hello = { op: "hello", protocol: SUBJECT_PROTOCOL, kit_version: KIT_VERSION } as const;
    const { replies, breakdown } = await conversation.ask([hello], { timeoutMs: limits.startTimeoutMs });
    if (breakdown !== undefined) {
      const code = breakdown.code === "subject_died" ? "subject_not_started" : breakdown.code;
      return failed({ ...breakdown, code, instant: -1 });
    }
    const introduced = readIntroduction(replies[0], description);
    if ("code" in introduced) return failed(introduced);
    description = introduced;
    return conversation;
  };

  return {
    label: [command, ...(options.args ?? [])].join(" "),
    describe: () =>
      inTurn(async () => {
        if (isClosed) return CLOSED;
        if (description !== undefined) return description;
        const connected = await connect();
        return "code" in connected ? connected : (description ?? CLOSED);
      }),
    run: (script) =>
      inTurn(async () => {
        if (isClosed) return { outcomes: [], fault: CLOSED };
        const connected = await connect();
        if ("code" in connected) return { outcomes: [], fault: connected };
        const record = await runScript(connected, { script, description, limits });
        if (record.fault !== undefined) await hangUp();
        return record;
      }),
    close: () => {
      isClosed = true;
      conversation?.abandon(CLOSED);
      return inTurn(hangUp);
    },
  };
}

const CLOSED: SubjectFault = {
  code: "subject_not_started",
  message: "Cannot run the subject: it was closed",
  instant: -1,
};

const protocolFault = (message: string): SubjectFault => ({ code: "subject_protocol", message, instant: -1 });

/** What the subject says of itself; it has to say the same each time that it is started. */
function readIntroduction(
  hello: SubjectReply | undefined,
  known: SubjectDescription | undefined,
): SubjectDescription | SubjectFault {
  if (hello?.op !== "hello")
    return protocolFault(
      `The subject refused hello: ${hello?.op === "error" ? told(hello.error) : "no answer"}`,
    );
  const { protocol, name, version, language, capabilities } = hello;
  const problem = protocolProblem(protocol) ?? capabilityProblem(capabilities);
  if (problem !== undefined)
    return protocolFault(`Cannot talk to subject "${shortened(name, 60)}": ${problem}`);
  const description = { name, version, capabilities, ...(language !== undefined && { language }) };
  if (known === undefined || JSON.stringify(known) === JSON.stringify(description)) return description;
  return protocolFault("The subject describes itself differently than when it was first started");
}

interface Running {
  readonly script: RunScript;
  readonly description: SubjectDescription | undefined;
  readonly limits: SubjectLimits;
}

async function runScript(conversation: Conversation, running: Running): Promise<RunRecord> {
  const { script, limits } = running;
  const reset = { op: "reset", ...runStart(script) } as const;
  const applied = script.instants.map((stimuli) => ({ op: "apply", stimuli }) as const);
  const { replies, breakdown } = await conversation.ask([reset, ...applied], {
    timeoutMs: limits.answerTimeoutMs,
  });
  const outcomes = replies.flatMap((reply) => (reply.op === "apply" ? [outcomeOf(reply)] : []));
  // The first reply is to reset.
  if (breakdown !== undefined) return { outcomes, fault: { ...breakdown, instant: replies.length - 1 } };
  const last = replies.at(-1);
  if (last?.op !== "error") return { outcomes };
  return { outcomes, fault: refusal(last.error, { ...running, instant: replies.length - 2 }) };
}

function outcomeOf({ id: _, op: __, ...outcome }: SubjectReply & { readonly op: "apply" }): StimulusOutcome {
  return outcome;
}

/** The subject answered with an error. */
function refusal(
  error: SubjectError,
  { script, description, instant }: Running & { readonly instant: number },
): SubjectFault {
  const kinds = script.instants[instant]?.map(({ kind }) => kind) ?? [];
  const what = instant < 0 ? "reset" : `apply ${kinds.join(" and ")} at instant ${instant}`;
  if (error.code === "unsupported") {
    const needed = [...new Set(kinds.map((kind) => STIMULUS_CAPABILITY[kind]))];
    const declared = needed.filter((name) => description?.capabilities.includes(name));
    const lie = declared.length > 0 ? `the subject declares ${declared.join(", ")} but ` : "the subject ";
    return { code: "subject_unsupported", message: `Cannot ${what}: ${lie}answered ${told(error)}`, instant };
  }
  const code = error.code === "internal" ? "subject_threw" : "subject_protocol";
  return { code, message: `Cannot ${what}: the subject answered ${told(error)}`, instant };
}

const told = ({ code, message }: SubjectError): string => `${code} "${shortened(message, 300)}"`;
