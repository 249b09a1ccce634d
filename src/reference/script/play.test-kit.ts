/** Plays a turn script that is known to be right, and tells what came of it in a few words. */
import { checkTrace } from "../../trace/check-trace.ts";
import type { TraceResult } from "../../trace/result/trace-result.ts";
import { parseTurnScript } from "./parse-turn-script.ts";
import { runTurnScript, type TurnScriptRun } from "./run-turn-script.ts";

/** A run with its trace check. */
export interface Played extends TurnScriptRun {
  /** Signals that end with their reason or scope, and `output` for DataLane records; session opening left out. */
  readonly told: readonly string[];
  readonly trace: TraceResult;
}

/** Plays a script; throws when it cannot be read. */
export function play(text: string): Played {
  const reading = parseTurnScript(text);
  if (!reading.ok) throw new SyntaxError(reading.problems.map(({ message }) => message).join("\n"));
  const run = runTurnScript(reading.script);
  const { plans, evidence } = run;
  const told = run.events.slice(1).map((event) => {
    if (!("signal" in event) || event.signal === undefined) return event.payload_class;
    const more = event.signal === "admit" ? undefined : (event.reason ?? event.scope);
    return more === undefined ? event.signal : `${event.signal}(${more})`;
  });
  return { ...run, told, trace: checkTrace(run.events, { plans, evidence }) };
}
