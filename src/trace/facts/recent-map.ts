/**
 * A map that remembers what came last: two generations, of which the older one is dropped when the younger
 * one is full. It always holds the last `limit` entries, and never more than twice as many.
 */
export interface RecentMap<V> {
  young: Map<string, V>;
  old: Map<string, V> | undefined;
  /** Entries that were dropped. */
  forgotten: number;
}

/** A map that remembers nothing yet. */
export function recentMap<V>(): RecentMap<V> {
  return { young: new Map(), old: undefined, forgotten: 0 };
}

/** The value of a key that is still remembered. */
export function recall<V>(map: RecentMap<V>, key: string): V | undefined {
  return map.young.get(key) ?? map.old?.get(key);
}

/** Remembers a value, and gives how many others were forgotten for it. */
export function remember<V>(
  map: RecentMap<V>,
  key: string,
  { value, limit }: { readonly value: V; readonly limit: number },
): number {
  map.young.set(key, value);
  if (map.young.size < limit) return 0;
  const dropped = map.old?.size ?? 0;
  map.forgotten += dropped;
  map.old = map.young;
  map.young = new Map();
  return dropped;
}

/** Whether nothing is remembered. */
export function isForgetful<V>({ young, old }: RecentMap<V>): boolean {
  return young.size === 0 && old === undefined;
}
