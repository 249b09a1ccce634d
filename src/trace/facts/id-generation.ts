/** One generation of event ids: rows of numbers, the text of the ids, and a hash table over the rows. */

/** A generation. Rows and numbers are by slot, in the order in which the ids came. */
export interface Generation {
  size: number;
  /** Slot plus one by hash, 0 where there is none. Twice as long as there are slots. */
  table: Int32Array;
  /** Four numbers a slot, see `ROW`. */
  rows: Int32Array;
  /** Index, sequence and time of each slot. */
  numbers: Float64Array;
  /** The ids one behind the other, a byte a character. */
  text: Uint8Array;
  /** Where the text ends. */
  end: number;
  /** Ids that are too long for the text or beyond Latin-1. */
  readonly odd: Map<number, string>;
  /** Signals that this version does not know. */
  readonly kinds: Map<number, string>;
  /** Idempotency keys. */
  readonly keys: Map<number, string>;
}

/** What the numbers of a row are; `end` is where its id ends in the text. */
export const ROW = { hash: 0, session: 1, kind: 2, end: 3, size: 4 } as const;

/** Numbers of a slot. */
export const SLOT_NUMBERS = 3;

/** Longest id that is kept in the text. */
export const MOST_CHARS = 255;

/** Slots of a generation before it grows. */
const FIRST_SLOTS = 128;

/** Longest chain of the table; ids that collide beyond it, which takes ill will, are not remembered. */
const MOST_PROBES = 128;

/** A generation without ids. */
export function generation(): Generation {
  return {
    size: 0,
    table: new Int32Array(2 * FIRST_SLOTS),
    rows: new Int32Array(ROW.size * FIRST_SLOTS),
    numbers: new Float64Array(SLOT_NUMBERS * FIRST_SLOTS),
    text: new Uint8Array(16 * FIRST_SLOTS),
    end: 0,
    odd: new Map(),
    kinds: new Map(),
    keys: new Map(),
  };
}

/** The slot of an id of a session, or -1. */
export function probe(
  part: Generation,
  hash: number,
  wanted: { readonly session_number: number; readonly event_id: string },
): number {
  const { table, rows } = part;
  const mask = table.length - 1;
  for (let step = 0; step < MOST_PROBES; step += 1) {
    const slot = (table[(hash + step) & mask] as number) - 1;
    if (slot < 0) return -1;
    if (rows[ROW.size * slot + ROW.hash] !== hash) continue;
    if (rows[ROW.size * slot + ROW.session] === wanted.session_number && isAt(part, slot, wanted.event_id))
      return slot;
  }
  return -1;
}

const startOf = ({ rows }: Generation, slot: number): number =>
  slot === 0 ? 0 : (rows[ROW.size * (slot - 1) + ROW.end] as number);

function isAt(part: Generation, slot: number, id: string): boolean {
  const start = startOf(part, slot);
  const length = (part.rows[ROW.size * slot + ROW.end] as number) - start;
  if (length === 0) return part.odd.get(slot) === id;
  if (length !== id.length) return false;
  for (let at = 0; at < length; at += 1) if (part.text[start + at] !== id.charCodeAt(at)) return false;
  return true;
}

/** The id in a slot. */
export function idAt(part: Generation, slot: number): string {
  const bytes = part.text.subarray(startOf(part, slot), part.rows[ROW.size * slot + ROW.end] as number);
  return bytes.length === 0 ? (part.odd.get(slot) ?? "") : String.fromCharCode(...bytes);
}

/** Enters a slot into the table. */
export function enterSlot({ table, rows }: Generation, slot: number): void {
  const hash = rows[ROW.size * slot + ROW.hash] as number;
  const mask = table.length - 1;
  for (let step = 0; step < MOST_PROBES; step += 1) {
    const place = (hash + step) & mask;
    if (table[place] !== 0) continue;
    table[place] = slot + 1;
    return;
  }
}

/** Makes room for four times as many slots, as far as the limit needs them: entering them again is not free. */
export function growSlots(part: Generation, limit: number): void {
  const most = Math.max(FIRST_SLOTS, 2 ** Math.ceil(Math.log2(limit)));
  const slots = Math.min((4 * part.rows.length) / ROW.size, most);
  const { rows, numbers } = part;
  part.rows = new Int32Array(ROW.size * slots);
  part.rows.set(rows);
  part.numbers = new Float64Array(SLOT_NUMBERS * slots);
  part.numbers.set(numbers);
  part.table = new Int32Array(2 * slots);
  for (let slot = 0; slot < part.size; slot += 1) enterSlot(part, slot);
}

/** Makes room for one more id at least. */
export function growText(part: Generation): void {
  const { text } = part;
  part.text = new Uint8Array(2 * text.length);
  part.text.set(text);
}
