/** Ports of a node manifest: which events a node takes and gives, and what they carry. */
import { wireObject, wireUnion } from "../core/define-contract.ts";
import { enumField, literalField, objectField, textField } from "../core/fields.ts";
import { EVENT_RECORD_LANES } from "../events/lane.ts";
import { PAYLOAD_CLASSES } from "../security/payload-class.ts";
import { CONTROL_SIGNALS, type SignalName } from "../signals/signal-table.ts";

/** A JSON Schema, draft 2020-12, as it stands in a manifest. */
export const jsonSchemaField = (about: string) =>
  objectField({ rule: "NMF-02", about: `${about}, as JSON Schema 2020-12` });

const typeNotes = { rule: "NMF-02", about: "Type of the events, unique within the inputs or outputs" };
const classNotes = { rule: "NMF-05", about: "Class of what the events carry" };
const laneNotes = { rule: "NMF-05", about: "Lane that the events travel on" };

const SIGNALS = CONTROL_SIGNALS as readonly [SignalName, ...SignalName[]];

const anyType = textField(typeNotes);
const anyClass = enumField(PAYLOAD_CLASSES, classNotes);
const payload = { payload_schema: jsonSchemaField("What a payload has to be").optional() };

const recordInput = <const L extends (typeof EVENT_RECORD_LANES)[number]>(lane: L) =>
  wireObject({
    type: anyType,
    payload_class: anyClass,
    lane: literalField(lane, laneNotes),
    ...payload,
  });

/** Schema of an input of a node, closed. */
export const InputPortSchema = wireUnion(
  "lane",
  [
    recordInput("DataLane"),
    wireObject({
      type: enumField(SIGNALS, typeNotes),
      payload_class: literalField("metadata", classNotes),
      lane: literalField("ControlLane", laneNotes),
      ...payload,
    }),
    recordInput("TelemetryLane"),
  ],
  { branch: { type: "NMF-06", payload_class: "NMF-06", "*": "NMF-02" } },
);

/** Schema of an output of a node, closed: control signals belong to the runtime. */
export const OutputPortSchema = wireObject({
  type: anyType,
  payload_class: anyClass,
  lane: enumField(EVENT_RECORD_LANES, laneNotes),
  ...payload,
  declassifies: literalField(true, {
    rule: "NMF-02",
    about: "The class of the payload is lower than that of the input on purpose",
  }).optional(),
});
