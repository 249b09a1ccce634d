/** What all parts of a harness share: the clock, the session and its turns, the consumer, and what has happened. */
import type { VirtualClock } from "../../../simulation/virtual-clock.ts";
import type { NodeDefinition } from "../../node/node-definition.ts";
import type { DescribedPort } from "../../node/node-descriptor.ts";
import type { NodeEvent } from "../../node/node-event.ts";
import type { NodeRuleId } from "../../rules/node-rules.ts";
import type { GlobalsHost, VirtualGlobals } from "../../virtual-globals/globals-host.ts";
import type { StateValues } from "../instance/state-store.ts";
import type { HookName } from "../node-step.ts";
import type { Consumer } from "../outputs/consumer.ts";
import type { NodeViolation, TranscriptEntry } from "../transcript.ts";

/** How a turn stands. */
export interface TurnState {
  readonly turn_id: string;
  phase: "open" | "cancelled" | "over";
  /** Until when, in ms, output that comes late is only fenced; later it breaks a rule. */
  stops_by: number;
  /** The outcome `terminate` was given: no more output. */
  is_terminated: boolean;
  /** Types of which a final result was given. */
  readonly finals: Set<string>;
  readonly controller: AbortController;
  readonly state: StateValues;
}

/** What the rules say of an output or a hook. */
export interface Breach {
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly likely_cause?: string;
}

/** Everything that the parts of one harness share. */
export interface HarnessWorld {
  readonly node: NodeDefinition;
  readonly config: unknown;
  readonly seed: number;
  readonly session_id: string;
  readonly pipeline_version: string;
  readonly clock: VirtualClock;
  /** Wall clock minus monotonic clock, in ms. */
  wall_offset: number;
  epoch: number;
  sequence: number;
  is_connected: boolean;
  /** Presentation time of the last input that had one, in ms. */
  media_ms: number | undefined;
  /** Where the next raw audio begins that does not say so itself, in ms. */
  next_media_ms: number;
  readonly turns: Map<string, TurnState>;
  /** The turn that inputs belong to unless they say otherwise. */
  turn: TurnState | undefined;
  /** Aborted when the session is cancelled or closed. */
  session_controller: AbortController;
  /** How many calls had begun when the session was last cancelled; until when they may react, in ms. */
  session_cancel: { readonly begun: number; readonly stops_by: number } | undefined;
  readonly consumer: Consumer;
  readonly hot: StateValues;
  readonly durable: StateValues;
  instances_made: number;
  /** Events that came, by id: the number of the call of `process` that took it; infinite while it waits. */
  readonly received: Map<string, { order: number }>;
  /** Calls of `process` that have begun. */
  calls_begun: number;
  /** Highest sequence of an input so far. */
  last_input: number;
  /** Ids of events that the node gave. */
  readonly given: Set<string>;
  last_sequence: number;
  last_time: number;
  telemetry_left: number;
  /** Records that were dropped at the present instant. */
  telemetry_dropped: number;
  readonly input_ports: ReadonlyMap<string, DescribedPort>;
  readonly output_ports: ReadonlyMap<string, DescribedPort>;
  readonly transcript: TranscriptEntry[];
  readonly violations: NodeViolation[];
  readonly faults: Map<HookName, "throw" | "hang">;
  readonly globals: VirtualGlobals;
  /** Set once, right after the world was made. */
  host: GlobalsHost;
  /** Timers that the node has set and that are pending. */
  readonly node_timers: Set<object>;
  /** Those of them that fire once. */
  pending_once: number;
  /** Work outside that virtual time waits for. */
  readonly outside: Set<Promise<unknown>>;
  /** Calls and outputs that are not done. */
  open_work: number;
  /** Activity of the process when nothing waited for its turn; NaN when something may. */
  still_at: number;
  /** Steps and timers since the event loop had its turn. */
  still_moves: number;
  /** Whether a call that begins now is the last thing that its step does. */
  is_last_of_step: boolean;
  /** Whether the node has begun something that only the event loop can end. */
  is_restless: boolean;
}

/** Writes into the transcript that a rule was broken. */
export function violate(world: HarnessWorld, rule: NodeRuleId, breach: Breach): void {
  const violation: NodeViolation = { at_ms: world.clock.now, entry: "violation", rule, ...breach };
  world.transcript.push(violation);
  world.violations.push(violation);
}

/** The turn of an event; undefined for one of no turn. */
export const turnOf = (world: HarnessWorld, event: NodeEvent | undefined): TurnState | undefined => {
  const turn_id = event?.envelope.turn_id;
  return turn_id === undefined ? undefined : world.turns.get(turn_id);
};
