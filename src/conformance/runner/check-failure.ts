/** From a failure that was found to what a report says of it. */
import type { CheckFailure } from "../../contracts/conformance/conformance-report.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { Check } from "../check/check.ts";
import type { Found } from "./check-run.ts";
import { runTimeline } from "./run-timeline.ts";

/** The options that run the failure again: the seed is that of the whole run, the path that of the check. */
export const replayOptions = (
  check_id: string,
  { seed, path }: { readonly seed: number; readonly path?: string },
) => `--check ${check_id} --seed ${seed}${path === undefined ? "" : ` --path ${path}`}`;

/** What a report says of a failure. */
export function checkFailure(
  { finding, run, scenario_id, path, seed }: Found & { readonly seed: number },
  { check, command }: { readonly check: Check; readonly command: (options: string) => string },
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
    replay: command(replayOptions(check.id, { seed, ...(path !== undefined && { path }) })),
    ...(scenario_id !== undefined && { scenario_id }),
    stimuli: run.instants as unknown as readonly (readonly JsonObject[])[],
    timeline: runTimeline(run, at ?? { instant: run.outcomes.length - 1 }),
  };
}
