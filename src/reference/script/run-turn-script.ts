/** Plays a turn script on the reference runtime. */
import type { TimelineRow } from "../../contracts/conformance/conformance-report.ts";
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import { createDrivenRun, type ReferenceRun, type RunSettings } from "../driven-run.ts";
import { sessionOf } from "./script-settings.ts";
import { runTimeline } from "./script-timeline.ts";
import { SCRIPT_VERBS } from "./script-verbs.ts";
import type { ScriptStep, TurnScript } from "./turn-script.ts";

/** What came of a script. */
export interface TurnScriptRun extends ReferenceRun {
  /** What the world did and what the runtime answered, in order. */
  readonly timeline: readonly TimelineRow[];
}

/**
 * Plays a script in virtual time; equal scripts and settings give equal runs, to the byte.
 *
 * @example
 * const reading = parseTurnScript("0 propose t1\n40 complete t1");
 * const { events, timeline } = runTurnScript(reading.script);
 * @since 0.1.0
 */
export function runTurnScript(script: TurnScript, settings: RunSettings = {}): TurnScriptRun {
  const run = createDrivenRun(settings);
  const opening = sessionOf(script.settings);
  const { session_id } = opening;
  const instants = [
    run.apply(0, [opening]),
    ...script.steps.map((step) => run.apply(step.at_ms, stimuliOf(step, session_id))),
  ];
  return { ...run.result, timeline: runTimeline(instants) };
}

function stimuliOf({ at_ms, statements, line }: ScriptStep, session_id: string): Stimulus[] {
  return statements.flatMap(({ verb, values }, index) => {
    const known = Object.hasOwn(SCRIPT_VERBS, verb) ? SCRIPT_VERBS[verb] : undefined;
    if (known === undefined) throw new RangeError(`Cannot play "${verb}": expected a verb of turn scripts`);
    // Arrivals are named by their line; several on one line need names of their own.
    const place = { session_id, at_ms, line: index === 0 ? `${line}` : `${line}-${index + 1}` };
    return known.stimulus(values, place) ?? [];
  });
}
