/** Puts events that arrive out of order into the order of `runtime_sequence`, within a window. */

/** An event that waits, with its place in the order of arrival. */
export interface WaitingEvent {
  readonly event: unknown;
  readonly index: number;
  readonly runtime_sequence: number;
}

/** Events that wait by session, each session in order. */
export type ReorderBuffer = Map<string, WaitingEvent[]>;

/** Takes out the eighth of the sessions of which no event arrived for longest. */
export function takeSilent(buffer: ReorderBuffer): readonly WaitingEvent[] {
  const lastOf = (waiting: readonly WaitingEvent[]) => Math.max(...waiting.map(({ index }) => index));
  const bySilence = [...buffer].map(([id, waiting]) => ({ id, waiting, last: lastOf(waiting) }));
  bySilence.sort((left, right) => left.last - right.last);
  const silent = bySilence.slice(0, Math.ceil(bySilence.length / 8));
  for (const { id } of silent) buffer.delete(id);
  return silent.flatMap(({ waiting }) => waiting);
}

/** Adds an event, and gives the next one of its session once the window is full. */
export function reorder(
  buffer: ReorderBuffer,
  arrived: WaitingEvent,
  { session_id, window }: { readonly session_id: string; readonly window: number },
): WaitingEvent | undefined {
  const waiting = buffer.get(session_id) ?? [];
  if (waiting.length === 0) buffer.set(session_id, waiting);
  let at = waiting.length;
  while (at > 0 && waiting[at - 1]!.runtime_sequence > arrived.runtime_sequence) at -= 1;
  waiting.splice(at, 0, arrived);
  return waiting.length > window ? waiting.shift() : undefined;
}
