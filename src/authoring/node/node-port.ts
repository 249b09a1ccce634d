/** Ports: which events a node takes and gives, and what they carry. */
import type { Lane } from "../../contracts/events/lane.ts";
import type { PayloadClass } from "../../contracts/security/payload-class.ts";
import type { SignalName } from "../../contracts/signals/signal-table.ts";
import type { SchemaOutput, StandardSchema } from "./standard-schema.ts";

/** Says of what type a payload is without saying how to check it. */
export interface PayloadType<Payload> {
  /** Never set; it carries the type. */
  readonly payload_type?: Payload;
}

/** A payload of type `T` that nobody checks; a schema in its place also refuses what is malformed. */
export const payloadOf = <T>(): PayloadType<T> => ({});

/** An event type that a node takes. */
export interface InputPort<Payload extends PayloadType<unknown> | StandardSchema = PayloadType<unknown>> {
  /** Class of what the event carries; every class is `metadata` on ControlLane. */
  readonly payload_class: PayloadClass;
  /** `DataLane` unless told. A port on `ControlLane` is named after the control signal that it takes. */
  readonly lane?: Lane;
  readonly payload?: Payload;
}

/** An event type that a node gives. Control signals belong to the runtime. */
export interface OutputPort<Payload extends PayloadType<unknown> | StandardSchema = PayloadType<unknown>> {
  readonly payload_class: PayloadClass;
  /** `DataLane` unless told. */
  readonly lane?: Exclude<Lane, "ControlLane">;
  readonly payload?: Payload;
  /** The class of the payload is a lower one than that of its input on purpose: digits only, a summary, a redaction. */
  readonly declassifies?: true;
}

/** Ports by event type. */
export type InputPorts = { readonly [type: string]: InputPort<PayloadType<unknown> | StandardSchema> };

/** Ports by event type. */
export type OutputPorts = { readonly [type: string]: OutputPort<PayloadType<unknown> | StandardSchema> };

/** Type of the payload of a port. */
export type PortPayload<Port> = Port extends { readonly payload: infer Described }
  ? Described extends StandardSchema
    ? SchemaOutput<Described>
    : Described extends PayloadType<infer Payload>
      ? Payload
      : unknown
  : Port extends { readonly lane: "ControlLane" }
    ? undefined
    : unknown;

/** Whether a port describes its payload by a schema. */
export const payloadSchemaOf = ({
  payload,
}: InputPort<PayloadType<unknown> | StandardSchema>): StandardSchema | undefined =>
  payload !== undefined && "~standard" in payload ? payload : undefined;

/** The ports on ControlLane are named after signals. */
export type ControlPortName = SignalName;
