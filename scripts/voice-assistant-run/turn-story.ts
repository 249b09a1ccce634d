/**
 * What happens in one turn, and when: the plot from which both its events and its evidence are written,
 * so that they agree.
 */
import type { SeededRandom } from "../../src/simulation/seeded-random.ts";

/** How a turn ends; everything but `completed` and `cancelled` is an incident. */
export type Ending =
  | "completed"
  | "cancelled"
  | "provider_failure"
  | "node_timeout_or_failure"
  | "transport_disconnect_or_stall"
  | "authority_loss";

/** What went wrong with the language model before it answered. */
export type ProviderTrouble = "none" | "retry" | "provider_switch";

/** Times of an accepted cancel. */
export interface Cancel {
  readonly accepted: number;
  readonly sent: number;
  readonly fence: number;
  /** Not every provider acknowledges. */
  readonly ack?: number;
}

/** One turn. Times are ms of the session's monotonic clock. */
export interface TurnStory {
  readonly ending: Ending;
  readonly trouble: ProviderTrouble;
  readonly ingress: number;
  readonly proposed: number;
  readonly admitted: number;
  readonly opened: number;
  /** Time that the language model took over all of its attempts, in ms. */
  readonly modelLatency: number;
  readonly firstOutput: number;
  readonly playback: number;
  /** When whatever ends the turn begins: the end of playback, a barge-in or an incident. */
  readonly turningPoint: number;
  readonly cancel?: Cancel;
  /** An output that arrived after the fence and was not delivered. */
  readonly lateOutput?: number;
  readonly terminal: number;
}

/** A turn of a session with its plot. */
export interface StoriedTurn {
  readonly turn_id: string;
  readonly story: TurnStory;
}

/** Events that the evidence of the turn refers to. */
export interface TurnTrail {
  readonly admitted: string;
  readonly opened: string;
  /** `runtime_sequence` of the turn_open. */
  readonly openSequence: number;
  /** Refusal of an output of the old placement and drain of the turn, when it loses its authority. */
  readonly authority?: { readonly refused: string; readonly drained: string };
}

/** What is known of a turn before it begins. */
export interface TurnPrompt {
  readonly ending?: Ending;
  readonly startsAt: number;
  /** Added to the time to the first output, in ms. */
  readonly slowdown: number;
}

const TURN_OPEN = { median: 52, spread: 0.32, min: 20, max: 110 };
const FIRST_OUTPUT = { median: 610, spread: 0.34, min: 300, max: 1400 };
const FENCE = { median: 58, spread: 0.4, min: 20, max: 120 };

/** Makes a turn up. Every turn plays something: one that does not has no end-to-end latency to measure. */
export function tellTurn(random: SeededRandom, { startsAt, slowdown, ending: told }: TurnPrompt): TurnStory {
  const ending = told ?? (random.chance(0.14) ? "cancelled" : "completed");
  const trouble = troubleOf(random.next());
  const ingress = startsAt;
  const proposed = ingress + random.between(120, 260);
  const decision = random.latency(TURN_OPEN);
  const opened = proposed + decision;
  const response = random.latency(FIRST_OUTPUT) + slowdown;
  const firstOutput = opened + response;
  const playback = firstOutput + random.between(30, 90);
  const speech = random.between(1200, 5200);
  const turningPoint = playback + (ending === "completed" ? speech : Math.round(speech * random.next()));
  const cancel = ending === "cancelled" ? tellCancel(random, turningPoint) : undefined;
  const late = cancel !== undefined && random.chance(0.3) ? cancel.fence + random.between(2, 40) : undefined;
  const terminal = (late ?? cancel?.fence ?? turningPoint) + random.between(1, 6);
  return {
    ending,
    trouble,
    ingress,
    proposed,
    admitted: proposed + Math.round(decision / 2),
    opened,
    modelLatency: Math.round(response * 0.64),
    firstOutput,
    playback,
    turningPoint,
    ...(cancel !== undefined && { cancel }),
    ...(late !== undefined && { lateOutput: late }),
    terminal,
  };
}

function troubleOf(roll: number): ProviderTrouble {
  if (roll < 0.06) return "retry";
  return roll < 0.1 ? "provider_switch" : "none";
}

function tellCancel(random: SeededRandom, bargeIn: number): Cancel {
  const accepted = bargeIn + random.between(4, 15);
  const sent = accepted + random.between(1, 5);
  const fence = accepted + random.latency(FENCE);
  return { accepted, sent, fence, ...(random.chance(0.8) && { ack: fence + random.between(10, 150) }) };
}
