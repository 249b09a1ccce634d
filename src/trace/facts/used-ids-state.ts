/** Remembered ids as plain JSON, one row an event, oldest first. */
import { emptyView } from "../view/event-view.ts";
import { numberOfKind } from "../view/kind-numbers.ts";
import { idAt, ROW, SLOT_NUMBERS } from "./id-generation.ts";
import { kindAt, takeId, type UsedIds, usedIds, useOf } from "./used-ids.ts";

/** What a saved check keeps of the ids. */
export interface UsedIdsState {
  readonly limit: number;
  readonly forgotten: number;
  /** Events of the old generation, then those of the young one. */
  readonly sizes: readonly [old: number, young: number];
  readonly rows: readonly (readonly [
    session: number,
    event_id: string,
    kind: string,
    index: number,
    runtime_sequence: number,
    runtime_timestamp_ms: number,
    idempotency_key: string | null,
  ])[];
}

/** Writes the ids. */
export function writeUsedIds({ limit, forgotten, old, young }: UsedIds): UsedIdsState {
  const rows = [old, young].flatMap((part) =>
    Array.from({ length: part.size }, (_, slot) => {
      const [index = 0, sequence = 0, time = 0] = part.numbers.subarray(SLOT_NUMBERS * slot);
      const session = part.rows[ROW.size * slot + ROW.session] as number;
      const key = part.keys.get(slot) ?? null;
      return [session, idAt(part, slot), kindAt(part, slot), index, sequence, time, key] as const;
    }),
  );
  return { limit, forgotten, sizes: [old.size, young.size], rows };
}

/** Reads what was written. */
export function readUsedIds({ limit, forgotten, sizes, rows }: UsedIdsState): UsedIds {
  const used = usedIds(limit);
  const view = emptyView();
  for (const [at, [session, event_id, kind, index, sequence, time, key]] of rows.entries()) {
    view.event_id = event_id;
    view.kind = kind;
    view.kindNumber = numberOfKind(kind);
    view.index = index;
    view.runtime_sequence = sequence;
    view.runtime_timestamp_ms = time;
    view.idempotency_key = key ?? undefined;
    view.session_number = session;
    useOf(used, view);
    takeId(used, view);
    // The young generation begins here.
    if (at === sizes[0] - 1) [used.old, used.young] = [used.young, used.old];
  }
  used.forgotten = forgotten;
  used.taken += forgotten;
  return used;
}
