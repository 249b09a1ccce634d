/**
 * The schema of one control signal, made from its row of the signal table.
 *
 * What the row fixes is fixed in the type too: a signal from a foreign emitter, in the wrong scope or
 * without a required field does not type-check.
 */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import {
  enumField,
  forbiddenField,
  integerField,
  literalField,
  nestedField,
  textField,
} from "../core/fields.ts";
import {
  authorityEpochField,
  eventScopeField,
  identityFields,
  lineageFields,
  orderFields,
  turnIdField,
} from "../events/envelope.ts";
import { LANES } from "../events/lane.ts";
import { SequenceRangeSchema } from "../events/sequence-range.ts";
import { PAYLOAD_CLASSES } from "../security/payload-class.ts";
import { CANCEL_SCOPES } from "./emitter.ts";
import type { SignalField, SignalName } from "./signal-table.ts";
import { SIGNAL_RULES } from "./signal-table.ts";

const fieldsOfSignals = {
  reason: textField({ rule: "SIG-11", about: "Why the signal was emitted; equal causes give equal reasons" }),
  scope: enumField(CANCEL_SCOPES, { rule: "SIG-06", about: "What a cancel reaches" }),
  target_lane: enumField(LANES, { rule: "SIG-09", about: "Lane that the signal is about" }),
  amount: integerField({ rule: "SIG-07", about: "Number of events that may be sent", unit: "credits" }, 1),
  seq_range: nestedField(SequenceRangeSchema, {
    rule: "SIG-08",
    about: "Sequence numbers that were dropped, both ends included",
  }),
};

const fixedFields = {
  lane: literalField("ControlLane", {
    rule: "SIG-01",
    about: "Control signals travel on ControlLane",
    wider: { pattern: `^(${LANES.join("|")})$`, rule: "EVT-05" },
  }),
  payload_class: literalField("metadata", {
    rule: "SIG-01",
    about: "Control signals carry metadata only",
    wider: { pattern: `^(${PAYLOAD_CLASSES.join("|")})$`, rule: "EVT-08" },
  }),
  authority_epoch: authorityEpochField("SIG-10"),
  media_time: forbiddenField({ rule: "EVT-14", about: "Belongs to event records only" }),
};

type Rules = typeof SIGNAL_RULES;
type Lineage = typeof lineageFields;
type OwnFields = typeof fieldsOfSignals &
  Pick<{ [K in keyof Lineage]: Unwrapped<Lineage[K]> }, "edge_id" | "sync_domain" | "discontinuity_id">;
type Unwrapped<F> = F extends z.ZodOptional<infer T> ? T : F;

type ScopeOf<S extends SignalName> = Rules[S]["event_scope"] extends "any"
  ? typeof eventScopeField
  : z.ZodLiteral<Exclude<Rules[S]["event_scope"], "any">>;

type ShapeOf<S extends SignalName> = typeof identityFields &
  typeof orderFields &
  typeof fixedFields &
  Omit<Lineage, SignalField> & {
    [F in SignalField]: F extends Rules[S]["required"][number] ? OwnFields[F] : z.ZodOptional<OwnFields[F]>;
  } & {
    signal: z.ZodLiteral<S>;
    emitted_by: z.ZodEnum<{ [E in Rules[S]["emitters"][number]]: E }>;
    event_scope: ScopeOf<S>;
    turn_id: Rules[S]["event_scope"] extends "turn" ? typeof turnIdField : z.ZodOptional<typeof turnIdField>;
  };

type Flat<T> = { [K in keyof T]: T[K] };

/** Schema of one signal: `z.infer` of it has the emitters, scope and required fields of the table. */
export type SignalSchema<S extends SignalName> = z.ZodObject<Flat<ShapeOf<S>>, z.core.$strict>;

const required = (signal: SignalName, field: SignalField): boolean =>
  (SIGNAL_RULES[signal].required as readonly SignalField[]).includes(field);

/** Builds the schema of one signal from its row of the table. */
export function signalSchema<const S extends SignalName>(signal: S): SignalSchema<S> {
  const rule = SIGNAL_RULES[signal];
  const own = {
    ...fieldsOfSignals,
    edge_id: lineageFields.edge_id.unwrap(),
    sync_domain: lineageFields.sync_domain.unwrap(),
    discontinuity_id: lineageFields.discontinuity_id.unwrap(),
  };
  const signalFields = Object.fromEntries(
    Object.entries(own).map(([name, field]) => [
      name,
      required(signal, name as SignalField) ? field : field.optional(),
    ]),
  );
  const scopeNotes = { rule: "SIG-04", about: "Scope that the signal is emitted in" };
  const schema = wireObject(
    {
      schema_version: identityFields.schema_version,
      event_scope: rule.event_scope === "any" ? eventScopeField : literalField(rule.event_scope, scopeNotes),
      session_id: identityFields.session_id,
      turn_id: rule.event_scope === "turn" ? turnIdField : turnIdField.optional(),
      pipeline_version: identityFields.pipeline_version,
      event_id: identityFields.event_id,
      lane: fixedFields.lane,
      ...orderFields,
      authority_epoch: fixedFields.authority_epoch,
      payload_class: fixedFields.payload_class,
      signal: literalField(signal, { rule: "SIG-02", about: "Name of the signal" }),
      emitted_by: enumField(rule.emitters, { rule: "SIG-03", about: "Module that emitted the signal" }),
      ...lineageFields,
      ...signalFields,
      media_time: fixedFields.media_time,
    },
    { unknown: "EVT-13", unsafe: "EVT-15" },
  );
  // The shape is assembled from the table at run time; ShapeOf is the same assembly for the compiler.
  return schema as unknown as SignalSchema<S>;
}
