/**
 * The event ids that a stream used last, of all sessions together: two generations, of which the older one
 * is dropped when the younger one is full.
 *
 * Every event adds an id and most are never asked for again. So they lie as bytes in a few long arrays with
 * a hash table over them: nothing that the collector of garbage has to follow or to move.
 */
import type { EventRef } from "../view/event-ref.ts";
import type { EventView } from "../view/event-view.ts";
import { nameOfKind } from "../view/kind-numbers.ts";
import {
  enterSlot,
  type Generation,
  generation,
  growSlots,
  growText,
  idAt,
  MOST_CHARS,
  probe,
  ROW,
  SLOT_NUMBERS,
} from "./id-generation.ts";

/** The ids that a check remembers. */
export interface UsedIds {
  /** Events that one generation holds at most. */
  readonly limit: number;
  young: Generation;
  old: Generation;
  /** Events whose ids were taken in, and those of them that were dropped. */
  taken: number;
  forgotten: number;
  /** Of the id that `useOf` was asked for last: `takeId` takes it in. */
  stagedHash: number;
  stagedEnd: number;
}

/** An id of a session. Sessions go by number: it says as much as their name and is compared at once. */
export interface SessionEvent {
  readonly session_number: number;
  readonly event_id: string;
}

/** The use of an id that is still remembered. */
export interface UsedId {
  readonly at: EventRef;
  readonly idempotency_key: string | undefined;
}

/** No id was used. */
export function usedIds(limit: number): UsedIds {
  const none = { taken: 0, forgotten: 0, stagedHash: 0, stagedEnd: 0 };
  return { limit, young: generation(), old: generation(), ...none };
}

const seedOf = (session: number): number => Math.imul(session + 1, 0x9e3779b1) ^ 0x811c9dc5;

/** FNV leaves its low bits, which choose the place in the table, to the low bits of the characters. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return once ^ (once >>> 13);
}

/** FNV-1a. */
function hashOf({ session_number, event_id }: SessionEvent): number {
  let hash = seedOf(session_number);
  for (let at = 0; at < event_id.length; at += 1)
    hash = Math.imul(hash ^ event_id.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The same in one go with writing the id behind the text of the young generation. */
function stage(used: UsedIds, event: SessionEvent): void {
  const { young } = used;
  const { event_id } = event;
  const { length } = event_id;
  used.stagedEnd = young.end;
  if (length > MOST_CHARS) {
    used.stagedHash = hashOf(event);
    return;
  }
  if (young.end + MOST_CHARS > young.text.length) growText(young);
  const { text, end } = young;
  let hash = seedOf(event.session_number);
  let all = 0;
  for (let at = 0; at < length; at += 1) {
    const code = event_id.charCodeAt(at);
    hash = Math.imul(hash ^ code, 0x01000193);
    text[end + at] = code;
    all |= code;
  }
  used.stagedHash = mixed(hash);
  if (all < 256) used.stagedEnd = end + length;
}

/** The use of an id that is still remembered. What was asked for last is what `takeId` takes in. */
export function useOf(used: UsedIds, wanted: SessionEvent): UsedId | undefined {
  if (used.young.size >= used.limit) dropOld(used);
  stage(used, wanted);
  const young = probe(used.young, used.stagedHash, wanted);
  if (young >= 0) return useAt(used.young, young);
  const old = used.old.size === 0 ? -1 : probe(used.old, used.stagedHash, wanted);
  return old < 0 ? undefined : useAt(used.old, old);
}

function useAt(part: Generation, slot: number): UsedId {
  const place = {
    event_index: part.numbers[SLOT_NUMBERS * slot] as number,
    event_id: idAt(part, slot),
    runtime_sequence: part.numbers[SLOT_NUMBERS * slot + 1] as number,
    runtime_timestamp_ms: part.numbers[SLOT_NUMBERS * slot + 2] as number,
  };
  const name = kindAt(part, slot);
  const isRecord = name === "DataLane" || name === "TelemetryLane";
  const at: EventRef = isRecord ? { ...place, lane: name } : { ...place, lane: "ControlLane", signal: name };
  return { at, idempotency_key: part.keys.get(slot) };
}

/** The kind of the event in a slot. */
export function kindAt(part: Generation, slot: number): string {
  return part.kinds.get(slot) ?? nameOfKind(part.rows[ROW.size * slot + ROW.kind] as number);
}

/** Whether an id is used: undefined when it may have been before what is remembered. */
export function isUsed(
  used: UsedIds,
  wanted: SessionEvent & { readonly firstTaken: number },
): boolean | undefined {
  const hash = hashOf(wanted);
  if (probe(used.young, hash, wanted) >= 0 || probe(used.old, hash, wanted) >= 0) return true;
  return wanted.firstTaken < used.forgotten ? undefined : false;
}

/** Takes in the id of the event, for which `useOf` was asked last. */
export function takeId(used: UsedIds, event: EventView): void {
  const { young, stagedHash: hash } = used;
  const slot = young.size;
  if (ROW.size * slot >= young.rows.length) growSlots(young, used.limit);
  young.size = slot + 1;
  used.taken += 1;
  const { rows, numbers } = young;
  rows[ROW.size * slot + ROW.hash] = hash;
  rows[ROW.size * slot + ROW.session] = event.session_number;
  rows[ROW.size * slot + ROW.kind] = event.kindNumber;
  rows[ROW.size * slot + ROW.end] = used.stagedEnd;
  numbers[SLOT_NUMBERS * slot] = event.index;
  numbers[SLOT_NUMBERS * slot + 1] = event.runtime_sequence;
  numbers[SLOT_NUMBERS * slot + 2] = event.runtime_timestamp_ms;
  if (used.stagedEnd === young.end) young.odd.set(slot, event.event_id);
  young.end = used.stagedEnd;
  if (event.kindNumber === 0) young.kinds.set(slot, event.kind);
  if (event.idempotency_key !== undefined) young.keys.set(slot, event.idempotency_key);
  enterSlot(young, slot);
}

/** The old generation becomes the young one, emptied: its arrays are used again. */
function dropOld(used: UsedIds): void {
  const { old } = used;
  used.forgotten += old.size;
  used.old = used.young;
  used.young = old;
  old.size = 0;
  old.end = 0;
  old.table.fill(0);
  old.odd.clear();
  old.kinds.clear();
  old.keys.clear();
}
