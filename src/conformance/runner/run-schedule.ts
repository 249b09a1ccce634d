/** Runs the random scripts of a check, and reduces the first that fails. */
import type { ScheduleCheck } from "../check/check.ts";
import { isInconclusive } from "../check/finding.ts";
import type { Instants, Run } from "../check/run.ts";
import { STIMULUS_CAPABILITY } from "../subject/stimulus-capability.ts";
import type { SubjectDescription } from "../subject/subject.ts";
import { type Checked, type CheckRun, drivenBy, type Found, settled } from "./check-run.ts";
import { drive, judgeRepetition, judgeTrial, type Trial } from "./drive.ts";
import { reduceScript } from "./reduce-script.ts";
import { search, type Tried } from "./search.ts";

/** Scripts of a check that does not say how many. */
const SCHEDULE_RUNS = { quick: 25, full: 250 } as const;

/** Known counterexamples first, then the search. */
export async function runSchedule(check: ScheduleCheck, options: CheckRun): Promise<Checked> {
  const { schedule } = check;
  const { description, profile } = options;
  const driven = drivenBy(options, check.id);
  const context = { subject: description, profile };
  const triesOnce = async (instants: Instants): Promise<Tried & { readonly trial: Trial }> => {
    const trial = await drive(driven, instants);
    const judge = (run: Run) => schedule.judge?.(run, context);
    return { trial, run: trial.run, judgement: judgeTrial(trial, { description, judge }) };
  };
  const triesTwice = async (instants: Instants): Promise<Tried> => {
    const { trial, run, judgement } = await triesOnce(instants);
    return { run, judgement: judgement ?? (await judgeRepetition(driven, trial)) };
  };
  let isFirst = true;
  const tries = (instants: Instants): Promise<Tried> => {
    const attempt = isFirst ? triesTwice : triesOnce;
    isFirst = false;
    return attempt(instants);
  };
  let runs = 0;
  const known = options.path === undefined ? (options.known ?? []) : [];
  for (const { instants = [], path, seed } of known) {
    // Another subject may have failed on what this one does not declare.
    if (!isCovered(instants as unknown as Instants, description)) continue;
    const { run, judgement } = await tries(instants as unknown as Instants);
    runs += 1;
    const checked = settled(judgement, { run, seed, ...(path !== undefined && { path }) });
    if (checked !== undefined) return { ...checked, runs };
  }
  const result = await search({
    values: schedule.instants(context),
    seed: driven.seed,
    runs: (schedule.runs ?? SCHEDULE_RUNS)[profile],
    tries,
    shrinks: false,
    ...(options.path !== undefined && { path: options.path }),
  });
  runs += result.runs;
  if (result.inconclusive !== undefined) return { runs, inconclusive: result.inconclusive };
  if (result.failure === undefined) return { runs };
  const { path, value, run, finding } = result.failure;
  // The smallest script that failed; one that fails only now and then is told as it was found.
  let found: Found = { finding, run, path };
  const again = finding.code === "not_deterministic" ? triesTwice : triesOnce;
  await reduceScript(value, async (script) => {
    runs += 1;
    const { run: smaller, judgement } = await again(script);
    if (judgement === undefined || isInconclusive(judgement) || judgement.code !== finding.code) return false;
    found = { finding: judgement, run: smaller, path };
    return true;
  });
  return { runs, found };
}

const isCovered = (instants: Instants, { capabilities }: SubjectDescription): boolean =>
  instants.flat().every(({ kind }) => {
    const needed = STIMULUS_CAPABILITY[kind];
    return needed === undefined || capabilities.includes(needed);
  });
