/** Drives a subject through a script and judges what it answered. Nothing that a subject does gets out as an exception. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import type { Judgement } from "../check/finding.ts";
import type { Instants, Run } from "../check/run.ts";
import { judgeRun } from "../judge/judge-run.ts";
import { describeThrown } from "../subject/contain.ts";
import type { RunRecord, RunScript, Subject, SubjectDescription, SubjectFault } from "../subject/subject.ts";

/** A subject that has introduced itself, and the seed of its runs. */
export interface Driven {
  readonly subject: Subject;
  readonly description: SubjectDescription;
  readonly seed: number;
}

/** One script, done. */
export interface Trial {
  readonly run: Run;
  /** What keeps the run from being judged. */
  readonly fault?: SubjectFault;
}

/** What the subject says of itself, or why it says nothing. */
export async function introduced(subject: Subject): Promise<SubjectDescription | SubjectFault> {
  try {
    return await subject.describe();
  } catch (thrown) {
    return thrownFault(thrown, "describe");
  }
}

async function recorded(subject: Subject, script: RunScript): Promise<RunRecord> {
  try {
    return await subject.run(script);
  } catch (thrown) {
    return { outcomes: [], fault: thrownFault(thrown, "run") };
  }
}

/** A subject has to tell its faults; one that throws them is told as one. */
const thrownFault = (thrown: unknown, step: string): SubjectFault => ({
  code: "subject_threw",
  message: `Cannot ${step} the subject: it threw ${describeThrown(thrown)}`,
  instant: -1,
});

/** Carries a script through. After a fault the run has the outcomes up to it. */
export async function drive({ subject, seed }: Driven, instants: Instants): Promise<Trial> {
  const { outcomes, fault } = await recorded(subject, { seed, instants });
  const run = { instants, outcomes, times: timesOf(instants) };
  if (fault !== undefined) return { run, fault };
  if (outcomes.length === instants.length) return { run };
  const message = `The run has ${outcomes.length} answers: expected one for each of its ${instants.length} instants`;
  return { run, fault: { code: "subject_protocol", message, instant: outcomes.length - 1 } };
}

function timesOf(instants: Instants): number[] {
  let now = 0;
  return instants.map((stimuli) => {
    for (const stimulus of stimuli) if (stimulus.kind === "advance") now += stimulus.ms;
    return now;
  });
}

/** What was wrong with a trial: first what the check looks for, then what holds of all runs. */
export function judgeTrial(
  { run, fault }: Trial,
  {
    description,
    evaluates = [],
    judge = () => undefined,
  }: {
    readonly description: SubjectDescription;
    readonly evaluates?: readonly string[];
    readonly judge?: (run: Run) => Judgement;
  },
): Judgement {
  if (fault !== undefined) return { could_not_run: `${fault.code}: ${fault.message}`, isFault: true };
  return judge(run) ?? judgeRun(run, { capabilities: description.capabilities, evaluates });
}

/** Whether the same script gave the same answers again. */
export async function judgeRepetition(driven: Driven, { run }: Trial): Promise<Judgement> {
  const again = await drive(driven, run.instants);
  if (again.fault !== undefined)
    return { could_not_run: `${again.fault.code} at the second time: ${again.fault.message}`, isFault: true };
  for (const [instant, outcome] of run.outcomes.entries()) {
    const [first, second] = [JSON.stringify(outcome), JSON.stringify(again.run.outcomes[instant])];
    // The order of members says nothing; most subjects keep it, and then equal texts are found at once.
    if (first === second || saysTheSame(outcome, again.run.outcomes[instant])) continue;
    const [expected, received] = aroundDifference(first, second);
    return {
      code: "not_deterministic",
      requirement: "SUBJECT-DETERMINISM",
      message: `The same requests gave another answer at the second time, at instant ${instant}`,
      expected,
      received,
      likely_cause:
        "The subject reads a clock, draws randomness other than from the seed of reset, or keeps state over a reset",
      at: { instant },
    };
  }
  return undefined;
}

/** Whether two answers differ in nothing but the order of members. Text that JSON cannot hold is never the same. */
function saysTheSame(one: unknown, other: unknown): boolean {
  try {
    return canonicalJson(one) === canonicalJson(other);
  } catch {
    return false;
  }
}

/** The two texts from shortly before the place where they part. */
function aroundDifference(one: string, other: string): [string, string] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 40);
  return [one.slice(from, from + 120), other.slice(from, from + 120)];
}
