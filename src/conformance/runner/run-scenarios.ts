/** Runs the scenarios of a check, the simplest first. */
import fc from "fast-check";

import type { Scenario } from "../../contracts/conformance/scenario.ts";
import type { ScenarioCheck } from "../check/check.ts";
import type { Inconclusive } from "../check/finding.ts";
import type { Run } from "../check/run.ts";
import { judgeScenario } from "../scenario/judge-scenario.ts";
import { type ParameterValues, resolveScenario } from "../scenario/resolve-scenario.ts";
import type { SubjectDescription } from "../subject/subject.ts";
import { type Checked, type CheckRun, drivenBy, settled } from "./check-run.ts";
import { drive, judgeRepetition, judgeTrial } from "./drive.ts";
import { search, type Tried } from "./search.ts";

/** Values a scenario. */
const SCENARIO_RUNS = { quick: 6, full: 20 } as const;

/** The scenarios that the capabilities of the subject allow. */
export const applicableScenarios = (
  { scenarios }: ScenarioCheck,
  { capabilities }: SubjectDescription,
): readonly Scenario[] =>
  scenarios.filter(({ needs }) => needs.every((capability) => capabilities.includes(capability)));

/** All scenarios that apply, or the one that the path names. */
export async function runScenarios(check: ScenarioCheck, options: CheckRun): Promise<Checked> {
  const [wanted, path] = splitPath(options.path);
  let runs = 0;
  const applicable = applicableScenarios(check, options.description);
  const chosen = applicable.filter(
    ({ scenario_id }) => wanted === undefined || nameIn(scenario_id) === wanted,
  );
  if (chosen.length === 0) {
    const names = applicable.map(({ scenario_id }) => nameIn(scenario_id)).join(", ") || "none";
    const could_not_run = `Cannot find scenario "${wanted ?? "(any)"}" of ${check.id}: expected one of ${names}`;
    return { runs, inconclusive: { could_not_run } };
  }
  let inconclusive: Inconclusive | undefined;
  for (const scenario of chosen) {
    const checked = await runScenario(scenario, {
      ...options,
      path,
      known: (options.known ?? []).filter((one) => one.scenario === scenario.scenario_id),
    });
    runs += checked.runs;
    if (checked.found !== undefined || checked.inconclusive?.isFault) return { ...checked, runs };
    // What could not be judged may still fail in another scenario, which says more.
    if (checked.inconclusive !== undefined) {
      const could_not_run = `${scenario.scenario_id}: ${checked.inconclusive.could_not_run}`;
      inconclusive ??= { could_not_run };
    }
  }
  return { runs, ...(inconclusive && { inconclusive }) };
}

const nameIn = (scenario_id: string): string => scenario_id.slice(scenario_id.indexOf("/") + 1);

/** `late-output@0:1` is scenario and path, `late-output` a scenario without parameters, `0:1` a path. */
function splitPath(path: string | undefined): [scenario: string | undefined, path: string | undefined] {
  if (path === undefined || path === "") return [undefined, undefined];
  if (/^\d+(:\d+)*$/.test(path)) return [undefined, path];
  const at = path.indexOf("@");
  return at < 0 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

/** Whether there is a value for each parameter, as the scenario takes it. */
const isOfParameters = (values: ParameterValues, vary: NonNullable<Scenario["vary"]>): boolean =>
  Object.entries(vary).every(([name, { min, max }]) => {
    const value = values[name];
    return value !== undefined && Number.isSafeInteger(value) && value >= min && value <= max;
  });

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
  for (const { values = {}, path, seed } of options.path === undefined ? (options.known ?? []) : []) {
    // Parameters are those of one version of the kit.
    if (!isOfParameters(values, vary)) continue;
    const { run, judgement } = await tries(values);
    runs += 1;
    const checked = settled(judgement, { run, scenario_id, values, path: path ?? name, seed });
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
  if (result.inconclusive !== undefined) return { runs, inconclusive: result.inconclusive };
  if (result.failure === undefined) return { runs };
  const { finding, run, value, path } = result.failure;
  return { runs, found: { finding, run, scenario_id, values: value, path: `${name}@${path}` } };
}
