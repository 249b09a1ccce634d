/** From a failure that was found to what a report says of it. */
import type { CheckFailure } from "../../contracts/conformance/conformance-report.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { Check } from "../check/check.ts";
import type { Found } from "./run-check.ts";
import { runTimeline } from "./run-timeline.ts";

/** Runs the failure again: the seed is that of the whole run, the path that of the check. */
export function replayLine(
  { command, check_id, seed }: { readonly command: string; readonly check_id: string; readonly seed: number },
  path?: string,
): string {
  const options = `--check ${check_id} --seed ${seed}${path === undefined ? "" : ` --path ${path}`}`;
  return command === "" ? options : `${command} ${options}`;
}

/** What a report says of a failure. */
export function checkFailure(
  { finding, run, scenario_id, path }: Found,
  { check, seed, command }: { readonly check: Check; readonly seed: number; readonly command: string },
): CheckFailure {
  const {
    code,
    requirement = check.requirements[0],
    message,
    expected,
    received,
    likely_cause,
    at,
  } = finding;
  return {
    code,
    requirement,
    message,
    expected,
    received,
    ...(likely_cause !== undefined && { likely_cause }),
    seed,
    ...(path !== undefined && { path }),
    replay: replayLine({ command, check_id: check.id, seed }, path),
    ...(scenario_id !== undefined && { scenario_id }),
    stimuli: run.instants as unknown as readonly (readonly JsonObject[])[],
    timeline: runTimeline(run, at ?? { instant: run.outcomes.length - 1 }),
  };
}
