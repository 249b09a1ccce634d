/** Rules across fields, for peers whose language cannot say them. Runs after the peer has checked all fields. */

interface CheckedEvent {
  readonly event_scope: string;
  readonly turn_id?: string;
  readonly authority_epoch?: number;
  readonly payload_class: string;
  readonly media_time?: object;
  readonly sync_domain?: string;
  readonly discontinuity_id?: string;
  readonly merge_group_id?: string;
  readonly merged_from_event_ids?: readonly string[];
  readonly late_after_cancel?: boolean;
  readonly seq_range?: { readonly start: number; readonly end: number };
}

/** EVT-04, EVT-09 (audio), EVT-10 (group), EVT-11, EVT-12 and SIG-08 (order). */
export function holdsAcrossFields(value: unknown): boolean {
  const event = value as CheckedEvent;
  if (event.event_scope === "turn") {
    if (event.turn_id === undefined || event.authority_epoch === undefined) return false;
  } else if (event.late_after_cancel === true) return false;
  if (event.payload_class === "audio_raw" && event.media_time === undefined) return false;
  if (event.merged_from_event_ids !== undefined && event.merge_group_id === undefined) return false;
  if (event.discontinuity_id !== undefined && event.sync_domain === undefined) return false;
  return hasOrderedRange(event);
}

/** SIG-08 (order), the one rule that JSON Schema cannot say. */
export function hasOrderedRange(value: unknown): boolean {
  const range = (value as CheckedEvent).seq_range;
  return range === undefined || range.start <= range.end;
}
