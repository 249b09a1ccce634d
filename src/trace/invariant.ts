/**
 * The interface of an invariant: which events it looks at and how it judges them.
 *
 * An invariant sees each event together with what the stream told before it. Whenever it applies it says
 * one of three things: it holds, it is broken, or the evidence to tell is missing. Own invariants have the
 * same interface as those of the contract.
 */
import type { Lane } from "../contracts/events/lane.ts";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import type { SignalName } from "../contracts/signals/signal-table.ts";
import type { FrozenTurnPlan } from "../contracts/turn/freeze-plan.ts";
import type { Condition, FieldCondition } from "./conditions.ts";
import type { SessionFacts } from "./facts/session-facts.ts";
import type { TurnFacts } from "./facts/turn-facts.ts";
import type { UsedId } from "./facts/used-ids.ts";
import type { EventRef, MovingRef } from "./view/event-ref.ts";
import type { EventView } from "./view/event-view.ts";

/** One piece of evidence: a signal, a lane, a field of events, or something given beside the stream. */
export type EvidenceNeed = `signal:${SignalName}` | `lane:${Lane}` | FieldCondition | "plans" | "evidence";

/** Events by kind: one signal, all events of a lane, or every event. */
export type Kinds = SignalName | Lane | "*";

/** What an invariant looks at: events by kind, or only those of them that meet a condition. */
export type Trigger = Kinds | { readonly on: Kinds; readonly when: Condition };

/** An event at the moment at which it is judged. The object is reused: read it, never keep it. */
export interface Moment {
  readonly event: EventView;
  /** The session before the event. */
  readonly session: SessionFacts;
  /** The turn that the event names, before the event; undefined when it is not known. */
  readonly turn: TurnFacts | undefined;
  /** The last event before it on its edge and lane; undefined for the first. */
  readonly previous: MovingRef | undefined;
  /** An earlier event with the same id, when there is one. */
  readonly sameId: UsedId | undefined;
  /** A reference to the event, to remember or to show. */
  ref(): EventRef;
  /** Whether the session used an id before; undefined when that may be longer ago than is remembered. */
  isUsed(event_id: string): boolean | undefined;
  /** The plan of a turn, where plans are given and have one. */
  planOf(turn_id: string): FrozenTurnPlan | undefined;
  /** The OR-02 evidence of a turn, where evidence is given and has an entry. */
  evidenceOf(turn_id: string): BaselineEvidence | undefined;
  /** Whether evidence was given beside the stream. */
  readonly hasEvidence: boolean;
  /** Whether the arbitration policy of the sessions lets turns overlap. */
  readonly concurrentTurns: boolean;
  /** What the invariant remembers of this session; made at the first call. JSON and Maps only. */
  memory<T extends object>(make: () => T): T;
  /** The same, if it was made: most sessions give an invariant nothing to remember. */
  remembered<T extends object>(): T | undefined;
}

/** What is wrong, in the words that make up the message. */
export interface Finding {
  /** Completes "Cannot ...", such as `accept commit of turn "t-1"`. */
  readonly action: string;
  readonly expected: string;
  readonly received: string;
  /** Earlier events that matter. */
  readonly window?: readonly (EventRef | undefined)[];
  /** The offending event; the one that is judged unless told. */
  readonly at?: EventRef;
  /** The turn that the finding is about; that of the judged event unless told. */
  readonly turn_id?: string | undefined;
  readonly hint?: string;
}

/** Takes the verdicts of an invariant. */
export interface Judge {
  /** The invariant was put to the test and holds. */
  holds(): void;
  broken(finding: Finding): void;
  /** The invariant applies, but the evidence to tell is missing. */
  unknown(): void;
}

/** One invariant. */
export interface Invariant {
  /** Public and stable; own invariants choose ids that do not begin with `INV-`. */
  readonly id: string;
  readonly text: string;
  readonly source: string;
  /** Evidence without which it is never judged; of an inner list one is enough. */
  readonly needs: readonly (EvidenceNeed | readonly EvidenceNeed[])[];
  readonly on: readonly Trigger[];
  /** Judges an event. Repetitions that are dropped as duplicates are not shown. */
  check(moment: Moment, judge: Judge): void;
  /**
   * Judges what is left open when nothing more comes of a session. `moment.event` is the last event that
   * was judged, of whatever session, so findings name their event with `at`.
   */
  atEnd?(moment: Moment, judge: Judge): void;
}

/** A need in words. */
export function needInWords(need: Invariant["needs"][number]): string {
  if (typeof need !== "string") return need.map(needInWords).join(" or ");
  if (need === "plans") return "`options.plans`";
  if (need === "evidence") return "`options.evidence`";
  const [kind, name] = need.split(":");
  return kind === "lane" ? `${name} events` : `\`${name}\``;
}
