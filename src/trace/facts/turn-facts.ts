/** What the stream has told about one turn so far. Plain JSON, so that a check can be saved. */
import type { EventRef } from "../view/event-ref.ts";

/** What is known about a turn. */
export interface TurnFacts {
  readonly turn_id: string;
  state: "Active" | "Terminal" | "Closed";
  /** Missing when the stream begins within the turn, or when it never opened. */
  opened: EventRef | undefined;
  /** Epoch of the `turn_open`. */
  epoch: number | undefined;
  terminal: EventRef | undefined;
  outcome: "commit" | "abort" | undefined;
  /** Reason of the abort. */
  reason: string | undefined;
  closed: EventRef | undefined;
  /** The first accepted cancel that covers the whole turn. */
  cancelled: EventRef | undefined;
  /** The first event that proves that the egress fence of the cancel is up. */
  fenced: EventRef | undefined;
  /** The `deauthorized_drain` of the turn while it was active. */
  drained: EventRef | undefined;
  /** The last `output_accepted`. */
  accepted: EventRef | undefined;
  /** A `playback_started` that neither completed nor was cancelled. */
  playing: EventRef | undefined;
  /** Payload classes of the event records of the turn. */
  payload_classes: string[];
  /** Adaptive actions that were announced on the ControlLane. */
  announced: string[];
}

/** A turn of which nothing is known but its state. */
export function turnFacts(turn_id: string, state: TurnFacts["state"]): TurnFacts {
  return {
    turn_id,
    state,
    opened: undefined,
    epoch: undefined,
    terminal: undefined,
    outcome: undefined,
    reason: undefined,
    closed: undefined,
    cancelled: undefined,
    fenced: undefined,
    drained: undefined,
    accepted: undefined,
    playing: undefined,
    payload_classes: [],
    announced: [],
  };
}
