/** An event: either an event record or a control signal, as they stand mixed in a recorded stream. */
import { z } from "zod";

import { defineContract } from "../core/define-contract.ts";
import { EventRecordSchema, eventRecordContract } from "../events/event-record.ts";
import { ControlSignalSchema, controlSignalContract } from "./control-signal.ts";

/** Schema of an event, closed. */
export const EventSchema = z.union([EventRecordSchema, ControlSignalSchema]);

/** Either an event record or a control signal; `signal` tells them apart. */
export type Event = z.infer<typeof EventSchema>;

const ruleIds = new Set<string>();

/** The contract of events of either kind. */
export const eventContract = defineContract({
  address: "signals/event",
  kind: "event",
  since: "0.1.0",
  title: "Event",
  about:
    "Either an event record or a control signal, as they stand mixed in a recorded stream. An artifact with a signal is judged as a control signal, any other as an event record.",
  schema: EventSchema,
  requirements: [...eventRecordContract.requirements, ...controlSignalContract.requirements].filter(
    (rule) => !ruleIds.has(rule.id) && ruleIds.add(rule.id),
  ),
  example: eventRecordContract.example,
});
