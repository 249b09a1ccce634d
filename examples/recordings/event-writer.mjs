/**
 * Writes the events of one recorded session: numbered from 1, with ids that follow from the native record.
 *
 * What no native log tells is filled in, and is no evidence: `authority_epoch` 0, `pipeline_version` "unknown"
 * and the first emitter of the contract's table.
 */
import { buildEvent, buildSignal } from "@rspp/contracts/v1";

/**
 * `at(source)` says which native record the next events come from: `id` (native id, or made from its place),
 * `index` (0-based place in the log), `ms` (time on the session's clock) and `wall_ms` (Unix epoch, 0 when unknown).
 */
export function createEventWriter(session_id) {
  const events = [];
  let source = { id: "record-0", index: 0, ms: 0, wall_ms: 0 };

  const envelope = (name) => ({
    session_id,
    pipeline_version: "unknown",
    event_id: `${source.id}:${name}`,
    transport_sequence: source.index,
    runtime_sequence: events.length + 1,
    runtime_timestamp_ms: source.ms,
    wall_clock_timestamp_ms: source.wall_ms,
  });

  return {
    events,
    at(next) {
      source = next;
    },
    /** A control signal, of a turn when `turn_id` is given. */
    signal(name, fields = {}) {
      events.push(buildSignal(name, { ...envelope(name), ...fields }));
    },
    /** The end of a turn: the terminal signal, then `close`. */
    end(turn_id, reason) {
      if (reason === undefined) this.signal("commit", { turn_id });
      else this.signal("abort", { turn_id, reason });
      this.signal("close", { turn_id });
    },
    /** A DataLane record. The payload itself stays in the native log. */
    data(payload_class, turn_id) {
      events.push(
        buildEvent({ ...envelope("data"), payload_class, ...(turn_id === undefined ? {} : { turn_id }) }),
      );
    },
  };
}

/** Counts native records by type, for those that have no counterpart. */
export function createCounter() {
  const counts = {};
  return {
    counts,
    add(name) {
      counts[name] = (counts[name] ?? 0) + 1;
    },
  };
}

/** Invariants that no log of a framework gives evidence for, since the values are filled in by the writer. */
export const FILLED_IN = {
  "INV-AUTH-01": "The log has no authority epochs",
  "INV-AUTH-02": "The log has no authority epochs",
  "INV-AUTH-05": "The log has no authority epochs",
  "INV-LANE-01": "The log does not show lanes, drops or merges",
  "INV-ORD-01": "The log has no sequence numbers of its own: they are those of the mapping",
};
