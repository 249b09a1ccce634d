/** Runs the invariants on one event after the other: which look at it, what they see, what they say. */
import { SIGNAL_RULES } from "../contracts/signals/signal-table.ts";
import { type EventRef, type MovingRef, refOf } from "./event-ref.ts";
import type { EventView } from "./event-view.ts";
import type { SessionFacts } from "./facts/session-facts.ts";
import type { TurnFacts } from "./facts/turn-facts.ts";
import type { UsedId } from "./facts/used-ids.ts";
import type { Finding, Invariant, Judge, Moment } from "./invariant.ts";
import type { TraceViolation } from "./result/trace-result.ts";
import type { Tally } from "./tally.ts";
import type { TraceSettings } from "./trace-options.ts";

/** What the event meets. */
export interface Encounter {
  readonly session: SessionFacts;
  readonly turn: TurnFacts | undefined;
  readonly previous: MovingRef | undefined;
  readonly sameId: UsedId | undefined;
}

/** Runs invariants; violations are counted, kept up to the bound, and given to the listener. */
export interface InvariantRunner {
  /** Judges the event in view. */
  judge(encounter: Encounter): void;
  /** Judges what is left open of a session. */
  judgeEnd(session: SessionFacts): void;
}

/** A runner for the events that come into `view`. */
export function invariantRunner(
  view: EventView,
  {
    settings,
    tally,
    tell,
  }: {
    readonly settings: TraceSettings;
    readonly tally: Tally;
    readonly tell: (violation: TraceViolation) => void;
  },
): InvariantRunner {
  const { invariants, bounds } = settings;
  const stepsOf = dispatchTable(invariants, tally.seen);
  const ending = invariants.flatMap((one, place) => (one.atEnd === undefined ? [] : [place]));
  let place = 0;
  let session!: SessionFacts;
  let ref: EventRef | undefined;

  const moment: { -readonly [K in keyof Moment]: Moment[K] } = {
    event: view,
    session,
    turn: undefined,
    previous: undefined,
    sameId: undefined,
    ref: () => {
      ref ??= refOf(view);
      return ref;
    },
    planOf: (turn_id) => settings.planOf({ session_id: session.session_id, turn_id }),
    evidenceOf: (turn_id) => settings.evidenceOf({ session_id: session.session_id, turn_id }),
    hasEvidence: settings.hasEvidence,
    concurrentTurns: bounds.concurrentTurns,
    memory: <T extends object>(make: () => T): T => {
      const { memory } = session;
      // JSON has no holes: places that were never used come back as null.
      const known = memory[place] ?? make();
      memory[place] = known;
      return known as T;
    },
  };
  const judge: Judge = {
    holds() {
      tally.occasions[place]!.checked += 1;
    },
    unknown() {
      tally.occasions[place]!.unknown += 1;
    },
    broken(finding) {
      const occasions = tally.occasions[place]!;
      occasions.checked += 1;
      occasions.violations += 1;
      tally.violations += 1;
      const violation = violationOf(finding, invariants[place]!, moment);
      if (tally.kept.length < bounds.maxReported) tally.kept.push(violation);
      tell(violation);
    },
  };

  return {
    judge(encounter) {
      ref = undefined;
      session = encounter.session;
      moment.session = session;
      moment.turn = encounter.turn;
      moment.previous = encounter.previous;
      moment.sameId = encounter.sameId;
      for (const step of stepsOf(view)) {
        place = step.place;
        step.check.call(step.invariant, moment, judge);
      }
    },
    judgeEnd(ended) {
      session = ended;
      moment.session = ended;
      moment.turn = undefined;
      moment.previous = undefined;
      moment.sameId = undefined;
      for (place of ending) invariants[place]!.atEnd!(moment, judge);
    },
  };
}

/** An invariant that looks at an event. Its check is at hand: invariants have many shapes, steps have one. */
interface DispatchStep {
  readonly place: number;
  readonly invariant: Invariant;
  readonly check: Invariant["check"];
}

/** The invariants that look at an event, worked out once for every kind of event. */
function dispatchTable(
  invariants: readonly Invariant[],
  seen: Tally["seen"],
): (event: EventView) => readonly DispatchStep[] {
  const known = new Map<string, readonly DispatchStep[]>();
  const steps = invariants.map((invariant, place) => ({ place, invariant, check: invariant.check }));
  const triggers = invariants.map(({ on }) => new Set<string>(on));
  const stepsFor = (kind: string, lane: string): readonly DispatchStep[] => {
    const due = steps.filter((_, place) => {
      const on = triggers[place]!;
      return on.has(kind) || on.has(lane) || on.has("*");
    });
    known.set(kind, due);
    seen[kind] = true;
    seen[lane] = true;
    return due;
  };
  return ({ kind, lane }) => {
    const due = known.get(kind);
    if (due !== undefined) return due;
    // Signals of later minor versions are looked at as events of their lane.
    const isKnown = kind === lane || Object.hasOwn(SIGNAL_RULES, kind);
    return isKnown ? stepsFor(kind, lane) : (known.get(lane) ?? stepsFor(lane, lane));
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
