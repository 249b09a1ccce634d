/** Stimuli of edges: items are offered and taken, credit is given, a stream of a group is lost. */
import type { z } from "zod";

import { integerField } from "../core/fields.ts";
import type { Immutable } from "./immutable.ts";
import { inSession, inTurn, itemLaneField, named, stimulusObject } from "./stimulus-fields.ts";

const { edge_id, sync_id } = named;
const items = (about: string) => integerField({ rule: "STM-03", about, unit: "items" });

/** Schema of `edge_offer`. */
export const EdgeOfferSchema = stimulusObject(
  { kind: "edge_offer", about: "Items are offered to an edge. Capability edges" },
  {
    ...inTurn,
    edge_id,
    lane: itemLaneField,
    items: items("How many items are offered, one by one"),
    sync_id: sync_id.optional(),
  },
);

/** Items are offered to an edge. Capability `edges`. */
export type EdgeOffer = Immutable<z.infer<typeof EdgeOfferSchema>>;

/** Schema of `edge_take`. */
export const EdgeTakeSchema = stimulusObject(
  { kind: "edge_take", about: "The consumer of an edge takes items. Capability edges" },
  {
    ...inSession,
    edge_id,
    items: items("How many items more are wanted; 0 only says that from now on the consumer asks"),
  },
);

/** The consumer of an edge takes items. Capability `edges`. */
export type EdgeTake = Immutable<z.infer<typeof EdgeTakeSchema>>;

/** Schema of `edge_credit`. */
export const EdgeCreditSchema = stimulusObject(
  { kind: "edge_credit", about: "The consumer of an edge gives credit. Capability edges" },
  {
    ...inSession,
    edge_id,
    lane: itemLaneField,
    amount: integerField(
      { rule: "STM-03", about: "How many items more may be delivered", unit: "credits" },
      1,
    ),
  },
);

/** The consumer of an edge gives credit. Capability `edges`. */
export type EdgeCredit = Immutable<z.infer<typeof EdgeCreditSchema>>;

/** Schema of `sync_loss`. */
export const SyncLossSchema = stimulusObject(
  { kind: "sync_loss", about: "One stream of a sync group is lost. Capability sync" },
  { ...inTurn, edge_id, sync_id },
);

/** One stream of a sync group is lost. Capability `sync`. */
export type SyncLoss = Immutable<z.infer<typeof SyncLossSchema>>;
