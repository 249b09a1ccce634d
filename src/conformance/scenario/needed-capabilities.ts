/**
 * What a scenario needs of a subject, derived from what it does and expects, so that its `needs` is neither too
 * small (a subject would be asked for what it cannot do) nor too large (a check would be left out for nothing).
 *
 * | In the scenario | Needs |
 * | --- | --- |
 * | every scenario | `turns` |
 * | a stimulus | the capability of its kind |
 * | `edge_offer` on a lane whose strategy in the plan is `merge` | also `merge` |
 * | `edge_offer` with `sync_id` | also `sync` |
 * | an expectation of `evidence` or of a `plan` | `evidence` or `plans` |
 * | a signal that must come and that one capability alone tells of | that capability |
 * | a turn boundary `abort:turn_budget_exhausted` that must come | `budgets` |
 *
 * What must never come needs nothing, and of `any_of` only what all choices need. `verdict`, `divergences` and
 * `report` need what the stimuli that ask for them need.
 */
import { SUBJECT_CAPABILITIES, type SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { Expectation, Pattern, Scenario } from "../../contracts/conformance/scenario.ts";
import type { JsonObject, StimulusKind } from "../../contracts/conformance/stimulus.ts";
import type { SignalName } from "../../contracts/signals/signal-table.ts";
import { SIGNAL_CAPABILITIES } from "../judge/declared-signals.ts";
import { STIMULUS_CAPABILITY } from "../subject/stimulus-capability.ts";
import { openSession } from "./resolve-scenario.ts";

type Wanted = Omit<Expectation, "code">;

/** The capabilities that the scenario needs, in the order of reports. */
export function neededCapabilities(scenario: Scenario): readonly SubjectCapability[] {
  const expectations = [...scenario.steps.flatMap(({ expect = [] }) => expect), ...(scenario.finally ?? [])];
  const needed = new Set<SubjectCapability>([
    "turns",
    ...scenario.steps.flatMap(({ apply }) => apply).flatMap((stimulus) => ofStimulus(stimulus, scenario)),
    ...expectations.flatMap(ofExpectation),
  ]);
  return SUBJECT_CAPABILITIES.filter((capability) => needed.has(capability));
}

function ofStimulus(stimulus: JsonObject, { plan = {} }: Scenario): SubjectCapability[] {
  const own = STIMULUS_CAPABILITY[stimulus["kind"] as StimulusKind];
  if (stimulus["kind"] !== "edge_offer") return [own];
  const policies = openSession({ plan }).plan.edge_buffer_policies;
  const policy = policies[String(stimulus["edge_id"])] ?? policies["default"];
  const isMerged = policy?.lane_handling[stimulus["lane"] as "DataLane"] === "merge";
  const isSynced = stimulus["sync_id"] !== undefined;
  return [own, ...(isMerged ? ["merge" as const] : []), ...(isSynced ? ["sync" as const] : [])];
}

function ofExpectation(wanted: Wanted): SubjectCapability[] {
  const { emits = [], lifecycle, count, any_of, evidence, plan } = wanted;
  const isCounted = count?.at_least !== undefined && count.at_least !== 0;
  const isBudgeted = lifecycle?.signals.includes("abort:turn_budget_exhausted") ?? false;
  return [
    ...[...emits, ...(isCounted ? [count.of] : [])].flatMap(ofSignal),
    ...(isBudgeted ? ["budgets" as const] : []),
    ...(any_of === undefined ? [] : inAll(any_of.map(ofExpectation))),
    ...(evidence === undefined ? [] : ["evidence" as const]),
    ...(plan === undefined ? [] : ["plans" as const]),
  ];
}

/** Which of several capabilities tells of a signal is known by the stimulus that asks for it. */
function ofSignal({ signal }: Pattern): SubjectCapability[] {
  const [capability, ...others] = SIGNAL_CAPABILITIES[signal as SignalName] ?? [];
  return capability === undefined || others.length > 0 ? [] : [capability];
}

const inAll = ([first = [], ...rest]: readonly (readonly SubjectCapability[])[]): SubjectCapability[] =>
  first.filter((capability) => rest.every((other) => other.includes(capability)));
