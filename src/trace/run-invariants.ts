/** Runs the invariants on one event after the other: which look at it, what they see, what they say. */
import { dispatchTable, isJudgeable, isWokenByMemory } from "./dispatch-table.ts";
import type { SessionFacts } from "./facts/session-facts.ts";
import { isUsed, type UsedIds } from "./facts/used-ids.ts";
import type { Finding, Invariant, Judge, Moment } from "./invariant.ts";
import type { TraceViolation } from "./result/trace-result.ts";
import type { Tally } from "./tally.ts";
import type { TraceSettings } from "./trace-options.ts";
import { type EventRef, refOf } from "./view/event-ref.ts";
import type { EventView } from "./view/event-view.ts";

/** What the event in view meets. The object is reused: it is filled anew for every event. */
export type Encounter = Pick<Mutable<Moment>, "session" | "turn" | "previous" | "sameId">;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Runs invariants; violations are counted, kept up to the bound, and given to the listener. */
export interface InvariantRunner {
  /** To be filled before an event is judged. */
  readonly encounter: Encounter;
  /** Judges the event in view under conditions, see `conditions.ts`. */
  judge(bits: number): void;
  /** Judges what is left open of a session. */
  judgeEnd(session: SessionFacts): void;
}

/** A runner for the events that come into `view`. */
export function invariantRunner(
  view: EventView,
  {
    settings,
    tally,
    ids,
    tell,
  }: {
    readonly settings: TraceSettings;
    readonly tally: Tally;
    readonly ids: UsedIds;
    readonly tell: (violation: TraceViolation) => void;
  },
): InvariantRunner {
  const { invariants, bounds } = settings;
  const { occasions } = tally;
  const stepsOf = dispatchTable(settings, tally.seen);
  const ending = invariants.flatMap((one, place) =>
    one.atEnd === undefined || !isJudgeable(one, settings) ? [] : [place],
  );
  const isWoken = invariants.map(isWokenByMemory);
  let place = 0;
  let ref: EventRef | undefined;

  const moment: Mutable<Moment> = {
    event: view,
    session: undefined as unknown as SessionFacts,
    turn: undefined,
    previous: undefined,
    sameId: undefined,
    ref: () => {
      ref ??= refOf(view);
      return ref;
    },
    isUsed: (event_id) => {
      const { number: session_number, firstTaken } = moment.session;
      return isUsed(ids, { session_number, event_id, firstTaken });
    },
    planOf: (turn_id) => settings.planOf({ session_id: moment.session.session_id, turn_id }),
    evidenceOf: (turn_id) => settings.evidenceOf({ session_id: moment.session.session_id, turn_id }),
    hasEvidence: settings.hasEvidence,
    concurrentTurns: bounds.concurrentTurns,
    remembered: <T extends object>() => (moment.session.memory[place] ?? undefined) as T | undefined,
    memory: <T extends object>(make: () => T): T => {
      const { session } = moment;
      // JSON has no holes: places that were never used come back as null.
      const known = session.memory[place] ?? make();
      session.memory[place] = known;
      if (isWoken[place]) session.remembers = true;
      return known as T;
    },
  };
  const judge: Judge = {
    holds() {
      occasions[place]!.checked += 1;
    },
    unknown() {
      occasions[place]!.unknown += 1;
    },
    broken(finding) {
      const counts = occasions[place]!;
      counts.checked += 1;
      counts.violations += 1;
      tally.violations += 1;
      const violation = violationOf(finding, invariants[place]!, moment);
      if (tally.kept.length < bounds.maxReported) tally.kept.push(violation);
      tell(violation);
    },
  };

  return {
    encounter: moment,
    judge(bits) {
      ref = undefined;
      const steps = stepsOf(view, bits);
      for (let at = 0; at < steps.length; at += 1) {
        const step = steps[at]!;
        place = step.place;
        step.check.call(step.invariant, moment, judge);
      }
    },
    judgeEnd(ended) {
      moment.session = ended;
      moment.turn = undefined;
      moment.previous = undefined;
      moment.sameId = undefined;
      for (place of ending) invariants[place]!.atEnd!(moment, judge);
    },
  };
}

function violationOf(finding: Finding, { id, source }: Invariant, moment: Moment): TraceViolation {
  const { action, expected, received, window = [], at = moment.ref(), hint } = finding;
  const turn_id = "turn_id" in finding || "at" in finding ? finding.turn_id : moment.event.turn_id;
  const byIndex = new Map<number, EventRef>();
  for (const one of [...window, at]) if (one !== undefined) byIndex.set(one.event_index, one);
  return {
    id,
    message: `Cannot ${action}: expected ${expected} but received ${received}`,
    event_index: at.event_index,
    event_id: at.event_id,
    session_id: moment.session.session_id,
    ...(turn_id !== undefined && { turn_id }),
    window: [...byIndex.values()].sort((left, right) => left.event_index - right.event_index),
    expected,
    received,
    ...(hint !== undefined && { hint }),
    source,
  };
}
