/**
 * The lock of public ids: an id that was published stays, or is tombstoned by hand, and a
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

/** What has public ids. */
const GROUPS = ["rules", "vectors", "requirements", "checks", "scenarios"] as const;

/** Ids of each group that there are now. */
export type CurrentIds = Readonly<Record<(typeof GROUPS)[number], readonly string[]>>;

/** The lock as it stands in `ids.lock.json`. */
export interface IdsLock
  extends Readonly<Record<(typeof GROUPS)[number], Readonly<Record<string, IdStatus>>>> {
  readonly about: string;
  readonly tombstones: readonly Tombstone[];
}

const ABOUT =
  "Every public id. Written by `npm run generate`. To withdraw an id, add it to tombstones with a reason; it can never be used again.";

/** The next lock. Throws when an id disappeared without a tombstone or a tombstoned id came back. */
export function nextIdsLock(locked: Partial<IdsLock> | undefined, current: CurrentIds): IdsLock {
  const tombstones = locked?.tombstones ?? [];
  const buried = new Set(tombstones.map(({ id }) => id));
  const groups = GROUPS.map((group) => {
    const [used, known] = [current[group], Object.keys(locked?.[group] ?? {})];
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
    const kept = new Set([...used, ...buried]);
    refuseAny(
      "Cannot drop a published id",
      known.filter((id) => !kept.has(id)),
      "a tombstone with a reason in conformance/v1/ids.lock.json",
    );
    return [group, statuses(known, used)] as const;
  });
  const ids = Object.fromEntries(groups) as Record<(typeof GROUPS)[number], Record<string, IdStatus>>;
  return { about: ABOUT, ...ids, tombstones };
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
