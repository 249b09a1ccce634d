/** What holds of every run, whatever a check looks for. */
import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import type { Event } from "../../contracts/signals/event.ts";
import { checkTrace } from "../../trace/check-trace.ts";
import { invariants } from "../../trace/invariants.ts";
import { validate } from "../../validators/validate.ts";
import type { Finding, Judgement } from "../check/finding.ts";
import type { Run, RunPlace } from "../check/run.ts";
import { undeclaredCapability } from "./declared-signals.ts";
import { foreignEvidence } from "./evidence-facts.ts";
import { brokenLineage } from "./merge-lineage.ts";
import { misplacedOptional } from "./optional-signals.ts";
import { wrongPlanHash } from "./plan-hashes.ts";
import { foreignEnvelope } from "./session-envelope.ts";
import { brokenNumbers } from "./session-numbers.ts";
import { uncausedEvent } from "./signal-causes.ts";
import { plansOfTurns } from "./turn-plans.ts";

/** When runs begin: the monotonic clock at 0, the wall clock here. */
export const WALL_CLOCK_START = 1_770_000_000_000;

/** How a run is judged. */
export interface JudgeOptions {
  readonly capabilities: readonly SubjectCapability[];
  /** Invariants that the run has to give occasion to judge. */
  readonly evaluates?: readonly string[];
}

/** The first thing that is wrong with the run, or why it could not be judged. */
export function judgeRun(run: Run, options: JudgeOptions): Judgement {
  return (
    invalidArtifact(run) ??
    wrongPlanHash(run) ??
    foreignClock(run) ??
    undeclaredCapability(run, options) ??
    brokenInvariant(run, options) ??
    foreignEnvelope(run) ??
    uncausedEvent(run) ??
    misplacedOptional(run) ??
    brokenNumbers(run) ??
    brokenLineage(run) ??
    foreignEvidence(run)
  );
}

function eventsOf({ outcomes }: Run): { readonly event: JsonObject; readonly at: RunPlace }[] {
  return outcomes.flatMap(({ events }, instant) =>
    events.map((event, place) => ({ event, at: { instant, event: place } })),
  );
}

function invalidArtifact(run: Run): Finding | undefined {
  for (const { event, at } of eventsOf(run)) {
    const finding = invalid("event", event, { at });
    if (finding !== undefined) return finding;
  }
  for (const [instant, { plans = [], evidence = [], divergences = [] }] of run.outcomes.entries()) {
    const artifacts = [
      ...plans.map((plan) => ["resolved_turn_plan", plan] as const),
      ...evidence.map((entry) => ["baseline_evidence", entry] as const),
      ...divergences.map((divergence) => ["replay_divergence", divergence] as const),
    ];
    for (const [kind, artifact] of artifacts) {
      const finding = invalid(kind, artifact, { at: { instant } });
      if (finding !== undefined) return finding;
    }
  }
  return undefined;
}

function invalid(
  kind: "event" | "resolved_turn_plan" | "baseline_evidence" | "replay_divergence",
  artifact: JsonObject,
  { at }: { readonly at: RunPlace },
): Finding | undefined {
  const result = validate(kind, artifact);
  if (result.ok) return undefined;
  const [first] = result.diagnostics;
  return {
    code: first?.rule ?? "invalid",
    requirement: first?.rule ?? "invalid",
    message: `${kind}${first?.path ?? ""}: ${first?.message ?? "not valid"}`,
    expected: first?.expected ?? `a valid ${kind}`,
    received: first?.received ?? "an invalid one",
    at,
    ...(first?.hint !== undefined && { likely_cause: first.hint }),
  };
}

/** The kit owns the clock: no event is from a time that the kit has not reached, or has left. */
function foreignClock(run: Run): Finding | undefined {
  for (const { event, at } of eventsOf(run)) {
    const [from, to] = [run.times[at.instant - 1] ?? 0, run.times[at.instant] ?? 0];
    const time = Number(event["runtime_timestamp_ms"]);
    const wall = Number(event["wall_clock_timestamp_ms"]) - WALL_CLOCK_START;
    if (time >= from && time <= to && wall === time) continue;
    const isWall = time >= from && time <= to;
    return {
      code: "clock_not_the_kits",
      message: `Event "${event["event_id"]}" is not from the time of the kit`,
      expected: isWall
        ? `wall_clock_timestamp_ms ${WALL_CLOCK_START + time}`
        : `runtime_timestamp_ms from ${from} to ${to}`,
      received: String(isWall ? event["wall_clock_timestamp_ms"] : time),
      likely_cause:
        "The subject reads a clock of its own; take the times of reset and move them only by advance",
      at,
    };
  }
  return undefined;
}

/** The stream keeps the invariants, and gave occasion to judge those that it was made for. */
function brokenInvariant(run: Run, { capabilities, evaluates = [] }: JudgeOptions): Judgement {
  const events = eventsOf(run);
  const has = (capability: SubjectCapability) => capabilities.includes(capability);
  const { violations, not_evaluated } = checkTrace(
    events.map(({ event }) => event as unknown as Event),
    {
      plans: plansOfTurns(run, { isGiven: has("plans") }),
      ...(has("evidence") && {
        evidence: run.outcomes.flatMap(({ evidence = [] }) => evidence) as unknown as BaselineEvidence[],
      }),
    },
  );
  const [first] = violations;
  if (first !== undefined) {
    const { id, message, expected, received, event_index, hint } = first;
    const at = events[event_index]?.at;
    return {
      code: id,
      requirement: id,
      message,
      expected,
      received,
      ...(at !== undefined && { at }),
      ...(hint !== undefined && { likely_cause: hint }),
    };
  }
  const missing = not_evaluated.find(({ id }) => evaluates.includes(id) && !isBeyond(id, has));
  return missing && { could_not_run: `${missing.id} could not be judged: ${missing.reason}` };
}

/** Whether an invariant needs what the subject does not declare to give. */
function isBeyond(id: string, has: (capability: SubjectCapability) => boolean): boolean {
  const needs = invariants.find((invariant) => invariant.id === id)?.needs ?? [];
  return needs.includes("evidence") && !has("evidence");
}
