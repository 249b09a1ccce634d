/** Signals that may be left out: where they do come, they come in their place, and not more often than what they tell of. */
import type { JsonObject, Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { Finding } from "../check/finding.ts";
import type { Run } from "../check/run.ts";

/** An event in its answer: all events of its session there, and the stimuli that the session was given. */
interface InAnswer {
  readonly before: readonly JsonObject[];
  readonly after: readonly JsonObject[];
  readonly stimuli: readonly Stimulus[];
}

interface Rule {
  readonly place: string;
  isInPlace(answer: InAnswer): boolean;
}

const countOf = (events: readonly JsonObject[], signal: string): number =>
  events.filter((event) => event["signal"] === signal).length;

const DECISIONS: readonly unknown[] = ["admit", "turn_open", "reject", "defer", "stale_epoch_reject"];

/** As often as the stimuli that ask for it. */
const perStimulus = (signal: string, asks: (stimulus: Stimulus) => boolean): Rule => ({
  place: "once for each stimulus that asks for it",
  isInPlace: ({ before, stimuli }) => countOf(before, signal) < stimuli.filter(asks).length,
});

const OPTIONAL_PLACES: Readonly<Record<string, Rule>> = {
  turn_open_proposed: perStimulus("turn_open_proposed", ({ kind }) => kind === "propose_turn"),
  lease_issued: perStimulus(
    "lease_issued",
    (stimulus) =>
      stimulus.kind === "open_session" || (stimulus.kind === "lease" && stimulus.change === "issue"),
  ),
  connected: perStimulus(
    "connected",
    (stimulus) =>
      stimulus.kind === "open_session" || (stimulus.kind === "connection" && stimulus.state === "connected"),
  ),
  admit: {
    place: "before the turn_open of what it admits",
    isInPlace: ({ after }) =>
      after.find(({ signal }) => DECISIONS.includes(signal))?.["signal"] === "turn_open",
  },
  session_handoff: {
    place: "after migration_finish, once",
    isInPlace: ({ before }) => countOf(before, "session_handoff") < countOf(before, "migration_finish"),
  },
  circuit_event: {
    place: "after provider_error",
    isInPlace: ({ before }) => countOf(before, "provider_error") > 0,
  },
};

/** The first optional signal that is out of its place. */
export function misplacedOptional(run: Run): Finding | undefined {
  for (const [instant, { events }] of run.outcomes.entries()) {
    const stimuli = run.instants[instant] ?? [];
    // What came in is the sender's.
    if (stimuli.some(({ kind }) => kind === "ingress")) continue;
    for (const [place, event] of events.entries()) {
      const rule = OPTIONAL_PLACES[String(event["signal"])];
      const answer = rule && inAnswer(events, { place, stimuli });
      if (rule === undefined || answer === undefined || rule.isInPlace(answer)) continue;
      return {
        code: "misplaced_signal",
        message: `${event["signal"]} "${event["event_id"]}" may be left out, but not be told of nothing`,
        expected: `${event["signal"]} ${rule.place}, or not at all`,
        received: `${countOf(answer.before, String(event["signal"])) + 1} in an answer where it has no place`,
        likely_cause:
          "The signal is emitted before it is decided whether it is so, or for everything that happens",
        at: { instant, event: place },
      };
    }
  }
  return undefined;
}

function inAnswer(
  events: readonly JsonObject[],
  { place, stimuli }: { readonly place: number; readonly stimuli: readonly Stimulus[] },
): InAnswer {
  const session_id = events[place]?.["session_id"];
  const isOfSession = (thing: object) => "session_id" in thing && thing.session_id === session_id;
  return {
    before: events.slice(0, place).filter(isOfSession),
    after: events.slice(place + 1).filter(isOfSession),
    stimuli: stimuli.filter(isOfSession),
  };
}
