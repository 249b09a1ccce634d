/** Puts events that arrive out of order into the order of `runtime_sequence`, within a window. */

/** An event that waits, with its place in the order of arrival. */
export interface WaitingEvent {
  readonly event: unknown;
  readonly index: number;
  readonly runtime_sequence: number;
}

/** Events that wait by session, each session in order. */
export type ReorderBuffer = Map<string, WaitingEvent[]>;

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
