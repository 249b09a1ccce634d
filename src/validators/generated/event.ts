// Generated from the contracts by `npm run generate`. Do not edit.
import type { Event } from "../../contracts/signals/event.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { EventShape } from "../shape.ts";
import { controlSignalShape, fitsControlSignal } from "./control-signal.ts";
import { eventRecordShape, fitsEventRecord } from "./event-record.ts";

/** Fast check: control signals have the ControlLane to themselves, so the lane decides. */
export function fitsEvent(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (value as { lane?: unknown }).lane === "ControlLane" ? fitsControlSignal(value, open) : fitsEventRecord(value, open);
}

/** Whether the value is a valid event. Never throws. */
export function isEvent(value: unknown, options?: ValidateOptions): value is Event {
  return safely(fitsEvent, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid event. */
export function assertEvent(value: unknown, options?: ValidateOptions): asserts value is Event {
  assertFits(value, { kind: "event", fits: fitsEvent, shape: eventShape, options });
}

/** Shape of event, for the diagnosing path. */
export const eventShape: EventShape = { is: "event", record: eventRecordShape, signal: controlSignalShape };
