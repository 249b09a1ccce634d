/** Which capability a stimulus is of. */
import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { StimulusKind } from "../../contracts/conformance/stimulus.ts";

/** The capability that a subject needs to answer a stimulus of the kind. */
export const STIMULUS_CAPABILITY: Readonly<Record<StimulusKind, SubjectCapability>> = {
  open_session: "turns",
  advance: "turns",
  propose_turn: "turns",
  complete_turn: "turns",
  output: "turns",
  cancel: "cancel",
  barge_in: "cancel",
  cancel_ack: "cancel",
  playback: "playback",
  lease: "authority",
  migrate: "migration",
  snapshot: "admission",
  quota: "admission",
  ingress: "ingress",
  node_fault: "budgets",
  provider_start: "providers",
  provider_fault: "providers",
  edge_offer: "edges",
  edge_take: "edges",
  edge_credit: "edges",
  sync_loss: "sync",
  connection: "connection",
  recorder: "recording",
  judge: "validation",
  replay: "replay",
  operate: "operator",
};
