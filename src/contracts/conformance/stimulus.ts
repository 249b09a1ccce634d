/**
 * A stimulus: one thing that the world does to a runtime under test. The kit plays the whole world (user,
 * transport, providers, consumers, control plane, recorder, clock); the runtime answers with events.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireVariants } from "../core/define-contract.ts";
import { LeaseSchema, MigrateSchema, QuotaSchema, SnapshotSchema } from "./control-plane-stimuli.ts";
import { EdgeCreditSchema, EdgeOfferSchema, EdgeTakeSchema, SyncLossSchema } from "./edge-stimuli.ts";
import type { Immutable } from "./immutable.ts";
import { BargeInSchema, CancelAckSchema, CancelSchema, PlaybackSchema } from "./interruption-stimuli.ts";
import { NodeFaultSchema, ProviderFaultSchema, ProviderStartSchema } from "./provider-stimuli.ts";
import { STIMULUS_REQUIREMENTS } from "./stimulus-fields.ts";
import {
  ConnectionSchema,
  IngressSchema,
  JudgeSchema,
  OperateSchema,
  RecorderSchema,
  ReplaySchema,
} from "./surroundings-stimuli.ts";
import {
  AdvanceSchema,
  CompleteTurnSchema,
  OpenSessionSchema,
  OutputSchema,
  ProposeTurnSchema,
} from "./turn-stimuli.ts";

export type { Lease, Migrate, Quota, Snapshot } from "./control-plane-stimuli.ts";
export type { EdgeCredit, EdgeOffer, EdgeTake, SyncLoss } from "./edge-stimuli.ts";
export type { BargeIn, Cancel, CancelAck, Playback } from "./interruption-stimuli.ts";
export type { NodeFault, ProviderFault, ProviderStart } from "./provider-stimuli.ts";
export type { Connection, Ingress, Judge, Operate, Recorder, Replay } from "./surroundings-stimuli.ts";
export type { Advance, CompleteTurn, OpenSession, Output, ProposeTurn } from "./turn-stimuli.ts";

/** Any JSON object, valid as an artifact or not. */
export type JsonObject = { readonly [name: string]: unknown };

/** Schema of a stimulus, closed. */
export const StimulusSchema = wireVariants("kind", [
  OpenSessionSchema,
  AdvanceSchema,
  ProposeTurnSchema,
  CompleteTurnSchema,
  OutputSchema,
  CancelSchema,
  BargeInSchema,
  CancelAckSchema,
  PlaybackSchema,
  LeaseSchema,
  MigrateSchema,
  SnapshotSchema,
  QuotaSchema,
  IngressSchema,
  NodeFaultSchema,
  ProviderStartSchema,
  ProviderFaultSchema,
  EdgeOfferSchema,
  EdgeTakeSchema,
  EdgeCreditSchema,
  SyncLossSchema,
  ConnectionSchema,
  RecorderSchema,
  JudgeSchema,
  ReplaySchema,
  OperateSchema,
]);

/** One thing that the world does to a runtime. */
export type Stimulus = Immutable<z.infer<typeof StimulusSchema>>;

/** What a stimulus is called. */
export type StimulusKind = Stimulus["kind"];

/** A small valid stimulus. */
export const STIMULUS_EXAMPLE = {
  kind: "propose_turn",
  session_id: "sess-1",
  turn_id: "turn-1",
} as const satisfies Stimulus;

/** The contract of stimuli. */
export const stimulusContract = defineContract({
  address: "conformance/stimulus",
  kind: "stimulus",
  since: "0.1.0",
  title: "Stimulus",
  about: "One thing that the world does to a runtime under test. The kit plays the whole world.",
  schema: StimulusSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...STIMULUS_REQUIREMENTS],
  example: STIMULUS_EXAMPLE,
});
