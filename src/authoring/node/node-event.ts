/** What goes into a node and what comes out of it. */
import type { EventRecord } from "../../contracts/events/event-record.ts";
import type { ControlSignal } from "../../contracts/signals/control-signal.ts";
import type { InputPorts, OutputPorts, PortPayload } from "./node-port.ts";

/** An event as a node gets it: its type, what it carries, and its envelope as the Event ABI has it. */
export interface NodeEvent<
  Type extends string = string,
  Payload = unknown,
  Envelope = EventRecord | ControlSignal,
> {
  /** Name of the input port. */
  readonly type: Type;
  /** JSON, or bytes and samples as a typed array. Deeply frozen; typed arrays must be left as they are. */
  readonly payload: Payload;
  readonly envelope: Envelope;
}

/** What a node may say of the envelope of an output; the runtime writes everything else. */
export type OutputEnvelope = Partial<EventRecord>;

/** An event as a node gives it. The runtime writes what the envelope leaves out, and takes ids from the cause. */
export interface NodeOutput<Type extends string = string, Payload = unknown> {
  /** Name of the output port. */
  readonly type: Type;
  readonly payload: Payload;
  readonly envelope?: OutputEnvelope;
  /** Event that this one comes from; the one that is being processed unless told. */
  readonly cause?: NodeEvent;
}

/** The events that ports take, told apart by `type`. */
export type EventOf<Inputs extends InputPorts> = {
  [Type in keyof Inputs & string]: NodeEvent<
    Type,
    PortPayload<Inputs[Type]>,
    Inputs[Type] extends { readonly lane: "ControlLane" } ? ControlSignal : EventRecord
  >;
}[keyof Inputs & string];

/** The events that ports give, told apart by `type`. */
export type OutputOf<Outputs extends OutputPorts> = {
  [Type in keyof Outputs & string]: NodeOutput<Type, PortPayload<Outputs[Type]>>;
}[keyof Outputs & string];
