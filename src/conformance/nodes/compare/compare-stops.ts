/**
 * NODE-LIFE-06: stop cleans up, also after another hook has failed. The script strikes a hook by a fault, which keeps
 * the hook from being called at all; the run is compared with the same one without the fault. What a struck node does
 * before it is stopped is not its fault, so that only the end is judged: stop itself, and what is left behind.
 */

import { type NodeRun, runScript } from "../run/node-run.ts";
import { type Comparison, comparedFor, NOT_COMPARED } from "./comparisons.ts";

/** Runs the script with and without its faults. */
export const compareStops: Comparison = async (script, { bench }) => {
  const struck = await runScript(bench, script);
  const sound = await runScript(
    bench,
    script.filter(({ kind }) => kind !== "inject_fault"),
  );
  const fault = struck.fault ?? sound.fault;
  if (fault !== undefined) return { ...NOT_COMPARED, fault };
  const isStruck = struck.transcript.some(
    (one) => one.entry === "hook" && (one.error === "Error: Injected fault" || one.outcome === "timeout"),
  );
  const hasStop = struck.transcript.some((one) => one.entry === "hook" && one.hook === "stop");
  if (!isStruck || !hasStop) return NOT_COMPARED;
  const at = breachOfEnd(sound, struck);
  const entry = at === undefined ? undefined : struck.transcript[at];
  if (at === undefined || entry?.entry !== "violation") return comparedFor("NODE-LIFE-06", undefined);
  return comparedFor("NODE-LIFE-06", {
    rule: "NODE-LIFE-06",
    message: `${entry.message}, after another hook had failed`,
    expected: entry.expected,
    received: entry.received,
    likely_cause: "stop counts on what init, start or another hook has made; it may be called without them",
    transcript: struck.transcript,
    marked: at,
  });
};

/** Where the struck run breaks a rule at its end that the sound one does not. */
function breachOfEnd(sound: NodeRun, struck: NodeRun): number | undefined {
  const isOfEnd = (run: NodeRun) =>
    run.transcript.map((one) =>
      one.entry === "violation" &&
      (one.rule === "NODE-LIFE-05" || one.rule === "NODE-LIFE-04" || one.message.startsWith("Hook stop "))
        ? one.rule
        : undefined,
    );
  const known = new Set(isOfEnd(sound));
  const at = isOfEnd(struck).findIndex((rule) => rule !== undefined && !known.has(rule));
  return at < 0 ? undefined : at;
}
