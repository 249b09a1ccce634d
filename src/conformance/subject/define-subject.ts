/** Subjects in the process of the kit: any runtime that can be called from JavaScript. */
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import { describeValue } from "../../internal/describe-value.ts";
import type { RunStart } from "../../reference/reference-runtime.ts";
import { type Contained, contain, describeThrown } from "./contain.ts";
import { capabilityProblem, countEvents, outcomeProblem } from "./reply-shape.ts";
import { runStart } from "./run-start.ts";
import type { RunRecord, RunScript, Subject, SubjectDescription, SubjectFault } from "./subject.ts";
import { readLimits, type SubjectLimits } from "./subject-limits.ts";

/** A runtime as the kit drives it. */
export interface SubjectRuntime {
  /** Begins anew, with the clocks at the given times. */
  reset(start: RunStart): void | PromiseLike<void>;
  /** Applies the stimuli of one instant and gives back what came of them. */
  apply(stimuli: readonly Stimulus[]): StimulusOutcome | PromiseLike<StimulusOutcome>;
}

/** What a subject is made of. */
export interface SubjectDefinition extends SubjectDescription {
  /** A runtime that shares nothing with the last one; every run has its own. */
  create(): SubjectRuntime | PromiseLike<SubjectRuntime>;
  /** Bounds on the runtime; those of processes do not matter here. */
  readonly limits?: Partial<SubjectLimits>;
}

/**
 * A subject that runs in this process. The runtime is given copies and its answers are copied, as if they had
 * gone over a wire, so neither side can change what the other has. Whatever it throws, rejects with, never
 * settles, or answers in a shape that cannot be read, is a fault of the run.
 *
 * Throws a TypeError or RangeError for a definition that cannot be.
 *
 * @example
 * const subject = defineSubject({
 *   name: "my-runtime",
 *   version: "1.0.0",
 *   capabilities: ["turns", "cancel"],
 *   create: () => createMyRuntime(),
 * });
 * @since 0.1.0
 */
export function defineSubject(definition: SubjectDefinition): Subject {
  const description = describeDefinition(definition);
  const limits = readLimits(definition.limits);
  let isClosed = false;
  return {
    label: description.name,
    describe: async () => (isClosed ? closedFault(description.name) : description),
    run: async (script) =>
      isClosed
        ? { outcomes: [], fault: closedFault(description.name) }
        : runInProcess(script, { create: () => definition.create(), limits }),
    close: async () => {
      isClosed = true;
    },
  };
}

/** Throws a TypeError for a definition that does not describe a subject. */
export function describeDefinition(definition: SubjectDefinition): SubjectDescription {
  const { name, version, capabilities, language, create } = definition;
  const demand = (isMet: boolean, what: string, received: unknown) => {
    if (isMet) return;
    throw new TypeError(`Cannot define a subject: expected ${what} but received ${describeValue(received)}`);
  };
  const isText = (text: unknown) => typeof text === "string" && text !== "";
  demand(isText(name), "a name", name);
  demand(isText(version), "a version", version);
  demand(language === undefined || isText(language), "the name of a language", language);
  demand(typeof create === "function", "a function create", create);
  demand(Array.isArray(capabilities), "a list of capabilities", capabilities);
  const problem = capabilityProblem(capabilities);
  if (problem !== undefined) throw new TypeError(`Cannot define subject "${name}": ${problem}`);
  return Object.freeze({
    name,
    version,
    capabilities: Object.freeze([...capabilities]),
    ...(language !== undefined && { language }),
  });
}

const closedFault = (name: string): SubjectFault => ({
  code: "subject_not_started",
  message: `Cannot run subject "${name}": it was closed`,
  instant: -1,
});

interface InProcess {
  readonly create: SubjectDefinition["create"];
  readonly limits: SubjectLimits;
}

async function runInProcess(script: RunScript, { create, limits }: InProcess): Promise<RunRecord> {
  const outcomes: StimulusOutcome[] = [];
  // One text of the whole script: the runtime has nothing of the kit's in its hands.
  const instants = JSON.parse(JSON.stringify(script.instants)) as readonly (readonly Stimulus[])[];
  const within = { timeoutMs: limits.answerTimeoutMs };
  const created = await contain(create, within);
  if (!created.ok) return { outcomes, fault: faultOf(created, { step: "create", instant: -1 }) };
  const runtime = created.value;
  const reset = await contain(() => runtime.reset(runStart(script)), within);
  if (!reset.ok) return { outcomes, fault: faultOf(reset, { step: "reset", instant: -1 }) };
  for (const [instant, stimuli] of instants.entries()) {
    const kinds = stimuli.map(({ kind }) => kind).join(" and ");
    const step = `apply ${kinds} at instant ${instant}`;
    const answer = await contain(() => runtime.apply(stimuli), within);
    if (!answer.ok) return { outcomes, fault: faultOf(answer, { step, instant }) };
    const read = readAnswer(answer.value, limits);
    if ("code" in read) {
      const message = `Cannot read the answer to ${step}: ${read.message}`;
      return { outcomes, fault: { code: read.code, message, instant } };
    }
    outcomes.push(read.outcome);
  }
  return { outcomes };
}

const CODES = { threw: "subject_threw", hung: "subject_hung", unsupported: "subject_unsupported" } as const;

function faultOf(
  { why, message }: Extract<Contained<unknown>, { ok: false }>,
  { step, instant }: { readonly step: string; readonly instant: number },
): SubjectFault {
  const what = why === "hung" ? message : `the runtime threw ${message}`;
  return { code: CODES[why], message: `Cannot ${step}: ${what}`, instant };
}

type Reading = { readonly outcome: StimulusOutcome } | Pick<SubjectFault, "code" | "message">;

/** A copy of the answer, by way of its JSON text. */
function readAnswer(answer: unknown, { maxEvents, maxLineBytes }: SubjectLimits): Reading {
  const code = "subject_wrote_garbage";
  try {
    const count = countEvents(answer);
    if (count > maxEvents) {
      const message = `expected at most ${maxEvents} events but received ${count}`;
      return { code: "subject_flooded", message };
    }
    const text: string | undefined = JSON.stringify(answer);
    if (text !== undefined && text.length > maxLineBytes) {
      const message = `expected at most ${maxLineBytes} characters of JSON but received ${text.length}`;
      return { code: "subject_flooded", message };
    }
    const copy: unknown = text === undefined ? answer : JSON.parse(text);
    const message = outcomeProblem(copy);
    return message === undefined ? { outcome: copy as StimulusOutcome } : { code, message };
  } catch (thrown) {
    return { code, message: `expected an answer that JSON can hold but received ${describeThrown(thrown)}` };
  }
}
