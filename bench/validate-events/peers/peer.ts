/** A validator that is measured against ours. */

/** Whether the value is valid. */
export type Accepts = (value: unknown) => boolean;

/** A peer with the rules of the contract stated in its own language. */
export interface Peer {
  readonly name: string;
  readonly accepts: Accepts;
  /** How it was set up, and which rules it left to code written by hand. */
  readonly note: string;
}

interface Dispatched {
  readonly lane?: unknown;
  readonly signal?: unknown;
}

/** Signals by their name, anything else as a record: what a user of a slow union would write. */
export function dispatchOnSignal(record: Accepts, signals: ReadonlyMap<unknown, Accepts>): Accepts {
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    const { lane, signal } = value as Dispatched;
    if (lane !== "ControlLane") return record(value);
    return signals.get(signal)?.(value) ?? false;
  };
}

/** Control signals and records apart, by the lane. */
export const dispatchOnLane =
  (record: Accepts, signal: Accepts): Accepts =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    ((value as Dispatched).lane === "ControlLane" ? signal(value) : record(value));

/** The peer's check and then another. */
export const both =
  (first: Accepts, second: Accepts): Accepts =>
  (value) =>
    first(value) && second(value);
