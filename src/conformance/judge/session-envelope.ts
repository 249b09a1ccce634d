/**
 * What every event says of its session: that it is open, its epoch, its pipeline version, turns that there are. What
 * a session has follows from the stimuli alone, so it is known without asking a model.
 */
import type { JsonObject, Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { Finding } from "../check/finding.ts";
import type { Run, RunPlace } from "../check/run.ts";

interface SessionFacts {
  readonly pipeline_version: string;
  epoch: number;
  /** Turns that stimuli have named. */
  readonly turns: Set<unknown>;
}

/** The session and the epochs that it may have at this instant, from the one before it on. */
interface Instant {
  readonly facts: SessionFacts;
  readonly epochs: readonly number[];
}

/** The first event that says something else of its session than what the kit made of it. */
export function foreignEnvelope(run: Run): Finding | undefined {
  const sessions = new Map<unknown, SessionFacts>();
  for (const [instant, { events }] of run.outcomes.entries()) {
    const stimuli = run.instants[instant] ?? [];
    const reached = noteStimuli(sessions, stimuli);
    const arrived = arrivedIds(stimuli);
    for (const [place, event] of events.entries()) {
      const facts = sessions.get(event["session_id"]);
      const at = { instant, event: place };
      if (facts === undefined) return ofNoSession(event, { at, sessions });
      const epochs = [facts.epoch, ...(reached.get(facts) ?? [])];
      const wrong = wrongMember(event, { facts, epochs });
      // Who sent an event knows its own version.
      const isArrived = wrong?.name === "pipeline_version" && arrived.has(event["event_id"]);
      if (wrong !== undefined && !isArrived) return finding(event, { ...wrong, at });
    }
    for (const [facts, epochs] of reached) facts.epoch = Math.max(facts.epoch, ...epochs);
  }
  return undefined;
}

/** Notes what the stimuli make of their sessions; gives back the epochs that they bring. */
function noteStimuli(
  sessions: Map<unknown, SessionFacts>,
  stimuli: readonly Stimulus[],
): ReadonlyMap<SessionFacts, readonly number[]> {
  const reached = new Map<SessionFacts, number[]>();
  for (const stimulus of stimuli) {
    if (stimulus.kind === "open_session" && !sessions.has(stimulus.session_id)) {
      const { pipeline_version, authority_epoch } = stimulus;
      sessions.set(stimulus.session_id, { pipeline_version, epoch: authority_epoch, turns: new Set() });
    }
    const facts = "session_id" in stimulus ? sessions.get(stimulus.session_id) : undefined;
    if (facts === undefined) continue;
    if ("turn_id" in stimulus) facts.turns.add(stimulus.turn_id);
    const isLease =
      stimulus.kind === "migrate" || (stimulus.kind === "lease" && stimulus.change !== "revoke");
    const epoch = isLease ? stimulus.authority_epoch : undefined;
    if (epoch !== undefined && epoch > facts.epoch)
      reached.set(facts, [...(reached.get(facts) ?? []), epoch]);
  }
  return reached;
}

const arrivedIds = (stimuli: readonly Stimulus[]): ReadonlySet<unknown> =>
  new Set(stimuli.flatMap((stimulus) => (stimulus.kind === "ingress" ? [stimulus.event["event_id"]] : [])));

interface Wrong {
  readonly name: "pipeline_version" | "authority_epoch" | "turn_id";
  readonly code: string;
  readonly expected: string;
  readonly likely_cause: string;
}

function wrongMember(
  { pipeline_version, authority_epoch, turn_id }: JsonObject,
  { facts, epochs }: Instant,
): Wrong | undefined {
  if (pipeline_version !== facts.pipeline_version)
    return {
      name: "pipeline_version",
      code: "pipeline_version_wrong",
      expected: `pipeline_version "${facts.pipeline_version}"`,
      likely_cause: "An event carries the pipeline_version with which its session was opened",
    };
  if (authority_epoch !== undefined && !epochs.includes(Number(authority_epoch)))
    return {
      name: "authority_epoch",
      code: "epoch_not_current",
      expected: `authority_epoch ${[...new Set(epochs)].join(" or ")}`,
      likely_cause:
        "An event carries the current epoch of its session: that of open_session, and then of each lease that rises",
    };
  if (turn_id !== undefined && !facts.turns.has(turn_id))
    return {
      name: "turn_id",
      code: "unknown_turn",
      expected: `a turn of the session: ${[...facts.turns].join(", ") || "none yet"}`,
      likely_cause: "A turn has the id with which it was proposed; the session may be another one",
    };
  return undefined;
}

const finding = (
  event: JsonObject,
  { name, code, expected, likely_cause, at }: Wrong & { readonly at: RunPlace },
): Finding => ({
  code,
  message: `Event "${event["event_id"]}" of session "${event["session_id"]}" has another ${name} than its session`,
  expected,
  received: JSON.stringify(event[name]) ?? "none",
  likely_cause,
  at,
});

const ofNoSession = (
  { event_id, session_id }: JsonObject,
  { at, sessions }: { readonly at: RunPlace; readonly sessions: ReadonlyMap<unknown, unknown> },
): Finding => ({
  code: "session_not_open",
  message: `Event "${event_id}" is of session "${session_id}", which was never opened`,
  expected: `an event of ${[...sessions.keys()].join(" or ") || "no session"}`,
  received: `session_id "${session_id}"`,
  likely_cause: "An event carries the session of the stimulus that it answers",
  at,
});
