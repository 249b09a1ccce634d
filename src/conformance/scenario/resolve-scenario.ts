/** From a scenario and values for its parameters to a script and what is expected of its answers. */
import type { Count, Expectation, Scenario } from "../../contracts/conformance/scenario.ts";
import type { JsonObject, OpenSession, Stimulus } from "../../contracts/conformance/stimulus.ts";
import { computePlanHash } from "../../contracts/turn/plan-hash.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { mergePatch } from "../../internal/merge-patch.ts";
import { STANDARD_PLAN } from "./standard-plan.ts";

/** Session of stimuli that name none. */
export const STANDARD_SESSION = "sess-1";

/** Values of the parameters of a scenario. */
export type ParameterValues = { readonly [name: string]: number };

/** A script, and what is expected of the answer to each instant. */
export interface ResolvedScenario {
  readonly instants: readonly (readonly Stimulus[])[];
  /** Expectations by 0-based instant. */
  readonly expected: ReadonlyMap<number, readonly Expectation[]>;
  readonly finally: readonly Expectation[];
}

/** The stimulus that opens a session under the standard plan, as changed by a merge patch. */
export function openSession({
  session_id = STANDARD_SESSION,
  plan = {},
  authority_epoch = 7,
}: {
  readonly session_id?: string;
  readonly plan?: JsonObject;
  readonly authority_epoch?: number;
} = {}): OpenSession {
  return {
    kind: "open_session",
    session_id,
    pipeline_version: STANDARD_PLAN.pipeline_version,
    authority_epoch,
    plan: mergePatch(STANDARD_PLAN, plan) as ResolvedTurnPlan,
  };
}

/**
 * The scenario with these values. The `plan` of an `open_session` and the `candidate_plan` of a `replay` are merge
 * patches on the plan of the scenario; a candidate is given its own hash. Throws a RangeError for a parameter without a
 * value.
 */
export function resolveScenario(scenario: Scenario, values: ParameterValues): ResolvedScenario {
  const instants: Stimulus[][] = [];
  const expected = new Map<number, readonly Expectation[]>();
  const opensItself = scenario.steps[0]?.apply.some(({ kind }) => kind === "open_session") ?? false;
  if (!opensItself) instants.push([openSession({ plan: scenario.plan ?? {} })]);
  for (const step of scenario.steps) {
    const times = countOf(step.times ?? 1, values);
    for (let repetition = 1; repetition <= times; repetition += 1) {
      const after = countOf(step.after_ms ?? 0, values);
      if (after > 0) instants.push([{ kind: "advance", ms: after }]);
      if (step.apply.length === 0) continue;
      const filled = filledIn(step, { values, repetition }) as typeof step;
      if (filled.expect !== undefined) expected.set(instants.length, filled.expect);
      instants.push(filled.apply.map((stimulus) => asStimulus(stimulus, scenario)));
    }
  }
  const last = filledIn(scenario.finally ?? [], { values, repetition: 0 }) as readonly Expectation[];
  return { instants, expected, finally: last };
}

/** Stimuli that are of no session. */
const OF_NO_SESSION: readonly unknown[] = ["advance", "judge", "operate"];

function asStimulus(stimulus: JsonObject, { plan = {} }: Scenario): Stimulus {
  const isOfSession = !OF_NO_SESSION.includes(stimulus["kind"]);
  const named: JsonObject = { ...(isOfSession && { session_id: STANDARD_SESSION }), ...stimulus };
  const planned = (patch: unknown) => mergePatch(openSession({ plan }).plan, patch ?? {}) as ResolvedTurnPlan;
  if (named["kind"] === "open_session")
    return { ...openSession(), ...named, plan: planned(named["plan"]) } as Stimulus;
  if (named["candidate_plan"] === undefined) return named as unknown as Stimulus;
  const candidate = planned(named["candidate_plan"]);
  return { ...named, candidate_plan: { ...candidate, plan_hash: computePlanHash(candidate) } } as Stimulus;
}

function countOf(count: Count, values: ParameterValues): number {
  return typeof count === "number" ? count : parameterValue(count, values);
}

function parameterValue(name: string, values: ParameterValues): number {
  const value = values[name.slice(1)];
  if (value !== undefined) return value;
  throw new RangeError(
    `Cannot resolve "${name}": expected one of ${Object.keys(values).join(", ") || "no parameters"}`,
  );
}

interface Fill {
  readonly values: ParameterValues;
  readonly repetition: number;
}

/** `$name` is the value of a parameter, `#` in other texts the number of the repetition. */
function filledIn(value: unknown, fill: Fill): unknown {
  if (typeof value === "string") {
    if (/^\$[a-z]\w*$/.test(value) && value.slice(1) in fill.values)
      return parameterValue(value, fill.values);
    return value.replaceAll("#", String(fill.repetition));
  }
  if (Array.isArray(value)) return value.map((item) => filledIn(item, fill));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledIn(inner, fill)]));
}
