/**
 * The lock of public ids: a rule id or vector id that was published stays, or is tombstoned by hand, and a
 * tombstoned id never comes back with another meaning.
 */

/** An id that is gone for good. */
export interface Tombstone {
  readonly id: string;
  /** Why it went, and what to look at instead. */
  readonly reason: string;
}

/** Whether an id is in use. */
export type IdStatus = "active" | "tombstoned";

/** The lock as it stands in `ids.lock.json`. */
export interface IdsLock {
  readonly about: string;
  readonly rules: Readonly<Record<string, IdStatus>>;
  readonly vectors: Readonly<Record<string, IdStatus>>;
  readonly tombstones: readonly Tombstone[];
}

/** Ids that the contracts have now. */
export interface CurrentIds {
  readonly rules: readonly string[];
  readonly vectors: readonly string[];
}

const ABOUT =
  "Every public rule id and vector id. Written by `npm run generate`. To withdraw an id, add it to tombstones with a reason; it can never be used again.";

/** The next lock. Throws when an id disappeared without a tombstone or a tombstoned id came back. */
export function nextIdsLock(locked: IdsLock | undefined, current: CurrentIds): IdsLock {
  const tombstones = locked?.tombstones ?? [];
  const buried = new Set(tombstones.map(({ id }) => id));
  const used = [...current.rules, ...current.vectors];
  refuseAny(
    "Cannot use an id again",
    used.filter((id) => buried.has(id)),
    "ids without a tombstone",
  );
  refuseAny(
    "Cannot use an id twice",
    used.filter((id, index) => used.indexOf(id) !== index),
    "ids that are unique",
  );
  const known = [...Object.keys(locked?.rules ?? {}), ...Object.keys(locked?.vectors ?? {})];
  const kept = new Set([...used, ...buried]);
  refuseAny(
    "Cannot drop a published id",
    known.filter((id) => !kept.has(id)),
    "a tombstone with a reason in conformance/v1/ids.lock.json",
  );
  return {
    about: ABOUT,
    rules: statuses(Object.keys(locked?.rules ?? {}), current.rules),
    vectors: statuses(Object.keys(locked?.vectors ?? {}), current.vectors),
    tombstones,
  };
}

/** The lock as text. */
export const idsLockText = (lock: IdsLock): string => `${JSON.stringify(lock, undefined, 2)}\n`;

function statuses(locked: readonly string[], current: readonly string[]): Record<string, IdStatus> {
  const used = new Set(current);
  const all = [...new Set([...locked, ...current])].sort();
  return Object.fromEntries(all.map((id) => [id, used.has(id) ? "active" : "tombstoned"]));
}

function refuseAny(action: string, ids: readonly string[], expected: string): void {
  if (ids.length > 0) throw new TypeError(`${action}: expected ${expected} but received ${ids.join(", ")}`);
}
