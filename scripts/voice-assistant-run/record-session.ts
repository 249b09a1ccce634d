/** One session from connect to end: its turns one after the other, with what happens between them. */
import type { BaselineEvidence } from "../../src/contracts/observability/baseline-evidence.ts";
import type { SeededRandom } from "../../src/simulation/seeded-random.ts";
import { createEventStream, type RecordedEvent } from "./event-stream.ts";
import { recordTurn } from "./turn-events.ts";
import { turnEvidence } from "./turn-evidence.ts";
import { type Ending, tellTurn } from "./turn-story.ts";

/** What is decided about a session before it begins. */
export interface SessionScript {
  readonly session_id: string;
  /** When the session begins, in ms after the recording did. */
  readonly startsAfter: number;
  readonly turns: number;
  /** Endings of turns by number, the first is 1; others complete or are cancelled by chance. */
  readonly endings: ReadonlyMap<number, Ending>;
  /** Turns by number of which the first proposal is refused for want of capacity. */
  readonly refusals: ReadonlyMap<number, "defer" | "reject">;
  /** Added to the time to the first output of a turn by number, in ms. */
  slowdown(turn: number): number;
}

/** A recorded session. */
export interface RecordedSession {
  readonly entries: readonly BaselineEvidence[];
  readonly events: readonly RecordedEvent[];
}

const EPOCH = 7;
const inSession = { event_scope: "session" } as const;

/** Records a session. */
export function recordSession(random: SeededRandom, script: SessionScript): RecordedSession {
  const { session_id, startsAfter } = script;
  const stream = createEventStream(session_id, { epoch: EPOCH, startsAfter });
  const entries: BaselineEvidence[] = [];
  stream.signal(0, "connected", inSession);
  stream.signal(random.between(2, 9), "lease_issued", inSession);
  let now = random.between(600, 2400);
  for (let number = 1; number <= script.turns; number += 1) {
    const refusal = script.refusals.get(number);
    if (refusal !== undefined) {
      stream.signal(now, "turn_open_proposed", inSession);
      now += random.between(15, 60);
      stream.signal(now, refusal, { ...inSession, reason: "admission_capacity_exceeded" });
      now += random.between(900, 1800);
    }
    const turn_id = `${session_id}-t${String(number).padStart(2, "0")}`;
    const ending = script.endings.get(number);
    const slowdown = script.slowdown(number);
    const story = tellTurn(random, { startsAt: now, slowdown, ...(ending !== undefined && { ending }) });
    const epoch = stream.epoch;
    const trail = recordTurn(stream, { turn_id, story });
    entries.push(turnEvidence(stream, { turn_id, story }, { trail, epoch }));
    now = story.terminal;
    if (story.ending === "transport_disconnect_or_stall") {
      stream.signal(now + 180, "reconnecting", inSession);
      stream.signal(now + 420, "connected", inSession);
      now += 420;
    }
    now += random.between(700, 4200);
  }
  stream.signal(now, "disconnected", inSession);
  stream.signal(now, "ended", inSession);
  return { entries, events: stream.events };
}
