/** Runs one check against one subject. */
import type { Check, RoundCheck } from "../check/check.ts";
import type { Run } from "../check/run.ts";
import { type Checked, type CheckRun, drivenBy, settled } from "./check-run.ts";
import { drive, judgeTrial } from "./drive.ts";
import { runScenarios } from "./run-scenarios.ts";
import { runSchedule } from "./run-schedule.ts";

/** Runs the check: known counterexamples, then the search. Never throws for what a subject does. */
export function runCheck(check: Check, options: CheckRun): Promise<Checked> {
  if ("scenarios" in check) return runScenarios(check, options);
  if ("schedule" in check) return runSchedule(check, options);
  return runRounds(check, options);
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
