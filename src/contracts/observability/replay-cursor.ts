/** A replay cursor: where a replay stands, as one event of one turn. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, integerField, textField } from "../core/fields.ts";
import { LANES } from "../events/lane.ts";

const rule = "CON-02";

/** Schema of a replay cursor, closed. */
export const ReplayCursorSchema = wireObject({
  session_id: textField({ rule, about: "Session that is replayed" }),
  turn_id: textField({ rule, about: "Turn that is replayed" }),
  event_id: textField({ rule, about: "Event that the replay stands at" }),
  lane: enumField(LANES, { rule, about: "Lane of the event" }),
  runtime_sequence: integerField({ rule, about: "Sequence number of the event", unit: "sequence" }),
});

/** Where a replay stands. */
export type ReplayCursor = z.infer<typeof ReplayCursorSchema>;

/** The contract of replay cursors. */
export const replayCursorContract = defineContract({
  address: "observability/replay-cursor",
  kind: "replay_cursor",
  since: "0.1.0",
  title: "Replay cursor",
  about: "Where a replay stands: one event of one turn.",
  schema: ReplayCursorSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    session_id: "sess-1",
    turn_id: "turn-1",
    event_id: "evt-1",
    lane: "DataLane",
    runtime_sequence: 1,
  },
});
