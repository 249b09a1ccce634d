/** Runs one check against one subject. */
import fc from "fast-check";

import type { Scenario } from "../../contracts/conformance/scenario.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type {
  Check,
  ConformanceProfileName,
  RoundCheck,
  ScenarioCheck,
  ScheduleCheck,
} from "../check/check.ts";
import { type Finding, isInconclusive, type Judgement } from "../check/finding.ts";
import type { Instants, Run } from "../check/run.ts";
import { judgeScenario } from "../scenario/judge-scenario.ts";
import { type ParameterValues, resolveScenario } from "../scenario/resolve-scenario.ts";
import type { Subject, SubjectDescription } from "../subject/subject.ts";
import { checkSeed } from "./check-seed.ts";
import { type Driven, drive, judgeRepetition, judgeTrial, type Trial } from "./drive.ts";
import { reduceScript } from "./reduce-script.ts";
import { search, type Tried } from "./search.ts";

/** What a check is run with. */
export interface CheckRun {
  readonly subject: Subject;
  readonly description: SubjectDescription;
  readonly profile: ConformanceProfileName;
  /** Seed of the whole run. */
  readonly seed: number;
  /** `scenario@path` or `path`: only this counterexample. */
  readonly path?: string;
  /** Counterexamples of earlier runs, which are tried first. */
  readonly known?: readonly KnownCase[];
}

/** A counterexample of an earlier run. */
export interface KnownCase {
  readonly scenario?: string;
  readonly path?: string;
  /** Values of the parameters of the scenario. */
  readonly values?: ParameterValues;
  /** The script of a schedule. */
  readonly instants?: readonly (readonly JsonObject[])[];
}

/** A failure with the run that shows it. */
export interface Found {
  readonly finding: Finding;
  readonly run: Run;
  readonly scenario_id?: string;
  /** What `path` has to be to go straight to it. */
  readonly path?: string;
  readonly values?: ParameterValues;
}

/** What came of a check. */
export interface Checked {
  readonly runs: number;
  readonly could_not_run?: string;
  readonly found?: Found;
}

/** Scripts a schedule, and values a scenario, unless they say so themselves. */
const SCHEDULE_RUNS = { quick: 25, full: 250 } as const;
const SCENARIO_RUNS = { quick: 6, full: 20 } as const;

/** Runs the check: known counterexamples, then the search. Never throws for what a subject does. */
export function runCheck(check: Check, options: CheckRun): Promise<Checked> {
  if ("scenarios" in check) return runScenarios(check, options);
  if ("schedule" in check) return runSchedule(check, options);
  return runRounds(check, options);
}

const drivenBy = ({ subject, description, seed }: CheckRun, name: string): Driven => ({
  subject,
  description,
  seed: checkSeed(seed, name),
});

/** The scenarios that the capabilities of the subject allow. */
export const applicableScenarios = (
  { scenarios }: ScenarioCheck,
  { capabilities }: SubjectDescription,
): readonly Scenario[] =>
  scenarios.filter(({ needs }) => needs.every((capability) => capabilities.includes(capability)));

async function runScenarios(check: ScenarioCheck, options: CheckRun): Promise<Checked> {
  const [wanted, path] = splitPath(options.path);
  let runs = 0;
  const applicable = applicableScenarios(check, options.description);
  const chosen = applicable.filter(
    ({ scenario_id }) => wanted === undefined || nameIn(scenario_id) === wanted,
  );
  if (chosen.length === 0) {
    const names = applicable.map(({ scenario_id }) => nameIn(scenario_id)).join(", ") || "none";
    return {
      runs,
      could_not_run: `Cannot find scenario "${wanted ?? "(any)"}" of ${check.id}: expected one of ${names}`,
    };
  }
  for (const scenario of chosen) {
    const checked = await runScenario(scenario, {
      ...options,
      path,
      known: (options.known ?? []).filter((one) => one.scenario === scenario.scenario_id),
    });
    runs += checked.runs;
    if (checked.could_not_run !== undefined || checked.found !== undefined) return { ...checked, runs };
  }
  return { runs };
}

const nameIn = (scenario_id: string): string => scenario_id.slice(scenario_id.indexOf("/") + 1);

/** `late-output@0:1` is scenario and path, `late-output` a scenario without parameters, `0:1` a path. */
function splitPath(path: string | undefined): [scenario: string | undefined, path: string | undefined] {
  if (path === undefined || path === "") return [undefined, undefined];
  if (/^\d+(:\d+)*$/.test(path)) return [undefined, path];
  const at = path.indexOf("@");
  return at < 0 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

type ScenarioRun = Omit<CheckRun, "path"> & { readonly path: string | undefined };

async function runScenario(scenario: Scenario, options: ScenarioRun): Promise<Checked> {
  const driven = drivenBy({ ...options, path: "" }, scenario.scenario_id);
  const { scenario_id, vary = {}, evaluates = [] } = scenario;
  const name = nameIn(scenario_id);
  let isFirst = true;
  const tries = async (values: ParameterValues): Promise<Tried> => {
    const resolved = resolveScenario(scenario, values);
    const trial = await drive(driven, resolved.instants);
    const judge = (run: Run) => judgeScenario(resolved, run);
    const judgement = judgeTrial(trial, { description: options.description, evaluates, judge });
    if (judgement !== undefined || !isFirst) return { run: trial.run, judgement };
    isFirst = false;
    return { run: trial.run, judgement: await judgeRepetition(driven, trial) };
  };
  let runs = 0;
  for (const { values = {}, path } of options.path === undefined ? (options.known ?? []) : []) {
    const { run, judgement } = await tries(values);
    runs += 1;
    const checked = settled(judgement, { run, scenario_id, values, path: path ?? name });
    if (checked !== undefined) return { ...checked, runs };
  }
  const parameters = Object.entries(vary);
  if (parameters.length === 0) {
    const { run, judgement } = await tries({});
    return { runs: runs + 1, ...settled(judgement, { run, scenario_id, values: {}, path: name }) };
  }
  const result = await search({
    values: fc.record(Object.fromEntries(parameters.map(([key, bounds]) => [key, fc.integer(bounds)]))),
    seed: driven.seed,
    runs: SCENARIO_RUNS[options.profile],
    tries,
    ...(options.path !== undefined && { path: options.path }),
  });
  runs += result.runs;
  if (result.could_not_run !== undefined) return { runs, could_not_run: result.could_not_run };
  if (result.failure === undefined) return { runs };
  const { finding, run, value, path } = result.failure;
  return { runs, found: { finding, run, scenario_id, values: value, path: `${name}@${path}` } };
}

async function runSchedule(check: ScheduleCheck, options: CheckRun): Promise<Checked> {
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
  for (const { instants = [], path } of options.path === undefined ? (options.known ?? []) : []) {
    const { run, judgement } = await tries(instants as unknown as Instants);
    runs += 1;
    const checked = settled(judgement, { run, ...(path !== undefined && { path }) });
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
  if (result.could_not_run !== undefined) return { runs, could_not_run: result.could_not_run };
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

async function runRounds(check: RoundCheck, options: CheckRun): Promise<Checked> {
  const { description, profile } = options;
  const driven = drivenBy(options, check.id);
  let runs = 0;
  let run: Run = { instants: [], outcomes: [], times: [] };
  const judgement = await check.rounds({
    subject: description,
    profile,
    seed: driven.seed,
    async run(instants) {
      runs += 1;
      const trial = await drive(driven, instants);
      run = trial.run;
      return { run, judgement: judgeTrial(trial, { description }) };
    },
  });
  return { runs, ...settled(judgement, { run }) };
}

function settled(judgement: Judgement, found: Omit<Found, "finding">): Omit<Checked, "runs"> | undefined {
  if (judgement === undefined) return undefined;
  if (isInconclusive(judgement)) return { could_not_run: judgement.could_not_run };
  return { found: { ...found, finding: judgement } };
}
