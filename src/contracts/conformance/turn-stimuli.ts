/** Stimuli of sessions and turns: they open, time passes, output comes, work is done. */
import type { z } from "zod";

import { looseTextField, textField } from "../core/fields.ts";
import type { Immutable } from "./immutable.ts";
import {
  epochField,
  inSession,
  inTurn,
  named,
  planField,
  spanField,
  stimulusObject,
} from "./stimulus-fields.ts";

/** Schema of `open_session`. */
export const OpenSessionSchema = stimulusObject(
  { kind: "open_session", about: "Opens a session. Capability turns" },
  {
    ...inSession,
    pipeline_version: textField({ rule: "STM-02", about: "Immutable version of the pipeline to run" }),
    authority_epoch: epochField("Epoch that the session begins under"),
    plan: planField(
      "What turns of the session resolve to; a turn's own plan has its turn_id, epoch and hash",
    ),
  },
);

/** Opens a session. Capability `turns`. */
export type OpenSession = Immutable<z.infer<typeof OpenSessionSchema>>;

/** Schema of `advance`. */
export const AdvanceSchema = stimulusObject(
  { kind: "advance", about: "Lets time pass. The runtime does what falls due, in order of due time" },
  { ms: spanField("How much time passes on both clocks") },
);

/** Lets time pass. The runtime does what falls due, in order of due time. */
export type Advance = Immutable<z.infer<typeof AdvanceSchema>>;

/** Schema of `propose_turn`. */
export const ProposeTurnSchema = stimulusObject(
  { kind: "propose_turn", about: "The user begins a turn. Capability turns" },
  {
    ...inTurn,
    authority_epoch: epochField(
      "Epoch that the proposer believes in; the session's current one unless told",
    ).optional(),
  },
);

/** The user begins a turn. Capability `turns`. */
export type ProposeTurn = Immutable<z.infer<typeof ProposeTurnSchema>>;

/** Schema of `complete_turn`. */
export const CompleteTurnSchema = stimulusObject(
  { kind: "complete_turn", about: "All work of the turn is done. Capability turns" },
  inTurn,
);

/** All work of the turn is done. Capability `turns`. */
export type CompleteTurn = Immutable<z.infer<typeof CompleteTurnSchema>>;

/** Schema of `output`. */
export const OutputSchema = stimulusObject(
  { kind: "output", about: "A provider or node gives assistant output. Capability turns" },
  {
    ...inTurn,
    text: looseTextField({ rule: "STM-04", about: "What the assistant says" }),
    provider_invocation_id: named.provider_invocation_id.optional(),
    node_id: named.node_id.optional(),
    authority_epoch: epochField(
      "Epoch of the placement that produced it; the current one unless told",
    ).optional(),
  },
);

/** A provider or node gives assistant output. Capability `turns`. */
export type Output = Immutable<z.infer<typeof OutputSchema>>;
