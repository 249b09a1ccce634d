/**
 * The event ids that a session used last: two generations, of which the older one is dropped when the
 * younger one is full.
 *
 * Every event adds an id and most are never asked for again, so what is known of one lies in a plain array
 * of numbers: an object each would keep the garbage collector busier than all checks together.
 */
import type { EventRef } from "../event-ref.ts";
import type { EventView } from "../event-view.ts";

interface Generation {
  /** Start of the four numbers of an id. */
  readonly starts: Map<string, number>;
  /** Index, sequence, time and kind of each event. */
  readonly numbers: number[];
  /** Idempotency keys by start; made with the first. */
  keys: Map<number, string> | undefined;
}

/** Ids of one session. */
export interface UsedIds {
  young: Generation;
  old: Generation | undefined;
  /** Signals and lanes, by the number that stands for them. */
  readonly kinds: string[];
  /** Ids that were dropped. */
  forgotten: number;
}

/** The use of an id that is still remembered. */
export interface UsedId {
  readonly at: EventRef;
  readonly idempotency_key: string | undefined;
}

/** Signals of later minor versions may come; a stream of invented ones must not fill the memory. */
const MOST_KINDS = 64;

const generation = (): Generation => ({ starts: new Map(), numbers: [], keys: undefined });

/** No id was used. */
export function usedIds(): UsedIds {
  return { young: generation(), old: undefined, kinds: [], forgotten: 0 };
}

/** Whether the id is still remembered. */
export function isUsed(ids: UsedIds, event_id: string): boolean {
  return ids.young.starts.has(event_id) || ids.old?.starts.has(event_id) === true;
}

/** The use of an id that is still remembered. */
export function useOf(ids: UsedIds, event_id: string): UsedId | undefined {
  return useIn(ids.young, ids, event_id) ?? useIn(ids.old, ids, event_id);
}

function useIn(part: Generation | undefined, ids: UsedIds, event_id: string): UsedId | undefined {
  const start = part?.starts.get(event_id);
  if (part === undefined || start === undefined) return undefined;
  const { numbers, keys } = part;
  const [event_index = -1, runtime_sequence = -1, runtime_timestamp_ms = -1, kind = -1] = numbers.slice(
    start,
    start + 4,
  );
  const name = ids.kinds[kind] ?? "";
  const isRecord = name === "DataLane" || name === "TelemetryLane";
  const place = { event_index, event_id, runtime_sequence, runtime_timestamp_ms };
  return {
    at: isRecord ? { ...place, lane: name } : { ...place, lane: "ControlLane", signal: name },
    idempotency_key: keys?.get(start),
  };
}

/** Remembers the id of the event, and gives how many others were forgotten for it. */
export function useId(ids: UsedIds, { event, limit }: { event: EventView; limit: number }): number {
  const { starts, numbers } = ids.young;
  let kind = ids.kinds.indexOf(event.kind);
  if (kind < 0 && ids.kinds.length < MOST_KINDS) kind = ids.kinds.push(event.kind) - 1;
  const start = numbers.length;
  numbers.push(event.index, event.runtime_sequence, event.runtime_timestamp_ms, kind);
  starts.set(event.event_id, start);
  if (event.idempotency_key !== undefined) {
    ids.young.keys ??= new Map();
    ids.young.keys.set(start, event.idempotency_key);
  }
  if (starts.size < limit) return 0;
  const dropped = ids.old?.starts.size ?? 0;
  ids.forgotten += dropped;
  ids.old = ids.young;
  ids.young = generation();
  return dropped;
}
