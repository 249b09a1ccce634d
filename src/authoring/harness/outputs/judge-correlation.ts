/** Ids, order and authority of an output, where the node wrote them itself; what the harness wrote is right. */
import type { EventRecord } from "../../../contracts/events/event-record.ts";
import { describeValue } from "../../../internal/describe-value.ts";
import { quote } from "../../../internal/quote.ts";
import type { NodeOutput } from "../../node/node-event.ts";
import type { NodeRuleId } from "../../rules/node-rules.ts";
import type { Breach, HarnessWorld } from "../world/harness-world.ts";
import type { Origin } from "./output-origin.ts";

/** Tells that a rule is broken. */
export type Report = (rule: NodeRuleId, what: Breach) => void;

/** An output whose envelope is whole. */
export interface Correlated {
  readonly envelope: EventRecord;
  readonly given: NodeOutput;
  readonly origin: Origin;
  readonly name: string;
  readonly breach: Report;
}

/** Judges an output against its cause and against earlier ones. */
export function judgeCorrelation(
  world: HarnessWorld,
  { envelope, given, origin, name, breach }: Correlated,
): void {
  const said = given.envelope;
  const { cause, turn, instance } = origin;
  if (given.cause !== undefined && !world.received.has(given.cause.envelope?.event_id))
    breach("NODE-ENV-04", {
      message: `${name} has a cause that the node never got`,
      expected: "an event that the node got",
      received: describeValue(given.cause.envelope?.event_id),
    });
  if (said !== undefined) {
    const turn_id = instance.turn?.turn_id ?? turn?.turn_id;
    const of = (id: string | undefined) => (id === undefined ? "none" : quote(id));
    if (envelope.session_id !== world.session_id)
      breach("NODE-ENV-04", {
        message: `${name} is of another session than its cause`,
        expected: quote(world.session_id),
        received: of(envelope.session_id),
      });
    if (envelope.turn_id !== turn_id)
      breach(turn?.phase === "cancelled" ? "NODE-CXL-03" : "NODE-SCOPE-01", {
        message: `${name} is of another turn than its cause`,
        expected: of(turn_id),
        received: of(envelope.turn_id),
        likely_cause: "An envelope of an earlier event was kept and used again",
      });
    const parent = said.causal_parent_id;
    if (parent !== undefined && !world.received.has(parent))
      breach("NODE-ENV-04", {
        message: `${name} names a cause that the node never got`,
        expected: "event_id of an event that the node got",
        received: of(parent),
      });
    const invocation = cause?.envelope.provider_invocation_id;
    if (invocation !== undefined && envelope.provider_invocation_id !== invocation)
      breach("NODE-ENV-04", {
        message: `${name} is of another provider invocation than its cause`,
        expected: of(invocation),
        received: of(envelope.provider_invocation_id),
      });
    if (said.authority_epoch !== undefined && said.authority_epoch !== world.epoch)
      breach("NODE-ENV-07", {
        message: `${name} was written under a stale authority epoch`,
        expected: String(world.epoch),
        received: String(said.authority_epoch),
        likely_cause: "The lease was rotated; leave the epoch to the runtime",
      });
    if (said.late_after_cancel === false && turn !== undefined && turn.phase !== "open")
      breach("NODE-CXL-03", {
        message: `${name} says that it is not late although its turn is over`,
        expected: "late_after_cancel left to the runtime",
        received: "late_after_cancel: false",
      });
    // A sequence that the node leaves to the harness stands wherever the harness has come to.
    const earliest = said.runtime_sequence === undefined ? undefined : cause?.envelope.runtime_sequence;
    judgeOrder(world, { envelope, earliest, name, breach });
  }
  world.given.add(envelope.event_id);
  world.last_sequence = Math.max(world.last_sequence, envelope.runtime_sequence);
  world.last_time = Math.max(world.last_time, envelope.runtime_timestamp_ms);
}

interface Earliest {
  /** Sequence that the output has to be above; undefined where the node did not write its own. */
  readonly earliest: number | undefined;
}

function judgeOrder(
  world: HarnessWorld,
  { envelope, earliest, name, breach }: Pick<Correlated, "envelope" | "name" | "breach"> & Earliest,
): void {
  const { event_id, runtime_sequence, runtime_timestamp_ms } = envelope;
  if (world.given.has(event_id) || world.received.has(event_id))
    breach("NODE-ENV-06", {
      message: `${name} repeats the id of an earlier event`,
      expected: "an event_id of its own",
      received: quote(event_id),
    });
  if (runtime_sequence <= world.last_sequence)
    breach("NODE-ENV-06", {
      message: `${name} goes back in the sequence`,
      expected: `runtime_sequence > ${world.last_sequence}`,
      received: String(runtime_sequence),
    });
  if (earliest !== undefined && runtime_sequence <= earliest && runtime_sequence > world.last_sequence)
    breach("NODE-ENV-06", {
      message: `${name} stands before its cause in the sequence`,
      expected: `runtime_sequence > ${earliest}`,
      received: String(runtime_sequence),
    });
  if (runtime_timestamp_ms < world.last_time || runtime_timestamp_ms > world.clock.now)
    breach("NODE-ENV-06", {
      message: `${name} has a time that is not between the last output and now`,
      expected: `runtime_timestamp_ms from ${world.last_time} to ${world.clock.now}`,
      received: String(runtime_timestamp_ms),
    });
}
