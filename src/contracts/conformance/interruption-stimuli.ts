/** Stimuli of the user's side: cancels, barge-ins and what the transport tells about playback. */
import type { z } from "zod";

import { CANCEL_SCOPES } from "../signals/emitter.ts";
import type { Immutable } from "./immutable.ts";
import { choiceField, inSession, inTurn, named, stimulusObject } from "./stimulus-fields.ts";

const names = (field: string, scopes: readonly string[]) => ({
  rule: "STM-06",
  when: { at: "scope", in: scopes },
  must: { has: field },
  at: field,
  expected: `a ${field} for this scope`,
});

/** Schema of `cancel`. */
export const CancelSchema = stimulusObject(
  {
    kind: "cancel",
    about: "Somebody cancels. Capability cancel",
    checks: [
      names("turn_id", ["turn", "node", "provider_invocation"]),
      names("node_id", ["node"]),
      names("provider_invocation_id", ["provider_invocation"]),
    ],
  },
  {
    ...inSession,
    scope: choiceField(CANCEL_SCOPES, "What the cancel reaches"),
    turn_id: inTurn.turn_id.optional(),
    node_id: named.node_id.optional(),
    provider_invocation_id: named.provider_invocation_id.optional(),
  },
);

/** Somebody cancels. Capability `cancel`. */
export type Cancel = Immutable<z.infer<typeof CancelSchema>>;

/** Schema of `barge_in`. */
export const BargeInSchema = stimulusObject(
  { kind: "barge_in", about: "The user talks over the assistant. Capability cancel" },
  inTurn,
);

/** The user talks over the assistant. Capability `cancel`. */
export type BargeIn = Immutable<z.infer<typeof BargeInSchema>>;

/** Schema of `cancel_ack`. */
export const CancelAckSchema = stimulusObject(
  { kind: "cancel_ack", about: "The provider confirms that it stopped. Capability cancel" },
  inTurn,
);

/** The provider confirms that it stopped. Capability `cancel`. */
export type CancelAck = Immutable<z.infer<typeof CancelAckSchema>>;

/** Schema of `playback`. */
export const PlaybackSchema = stimulusObject(
  {
    kind: "playback",
    about: "The transport reports playback of the assistant's audio. Capability playback",
  },
  { ...inTurn, phase: choiceField(["started", "completed"], "How far playback is") },
);

/** The transport reports playback of the assistant's audio. Capability `playback`. */
export type Playback = Immutable<z.infer<typeof PlaybackSchema>>;
