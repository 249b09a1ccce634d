/**
 * Rules of the event envelope, shared by event records and control signals.
 */

import type { Check } from "../core/rule.ts";
import { defineRules } from "../core/rule.ts";

/** The envelope rules, `EVT-01` to `EVT-16`. */
export const EVENT_REQUIREMENTS = defineRules("contracts-v1 section 2", {
  "EVT-01": ["MUST", "schema_version is well formed"],
  "EVT-02": ["MUST", "The major version is supported"],
  "EVT-03": ["MUST", "Required identity fields are present, and every identity field is a non-empty string"],
  "EVT-04": ["MUST", "event_scope is known; turn scope has turn_id and authority_epoch"],
  "EVT-05": ["MUST", "lane is known; an event record is on DataLane or TelemetryLane only"],
  "EVT-06": ["MUST", "Sequences are integers >= 0"],
  "EVT-07": ["MUST", "Timestamps are integers >= 0"],
  "EVT-08": ["MUST", "payload_class is known"],
  "EVT-09": ["MUST", "audio_raw has media_time; media_time has exactly one coordinate"],
  "EVT-10": ["MUST", "merged_from_event_ids has 1 to 64 unique ids and a merge_group_id"],
  "EVT-11": ["MUST", "discontinuity_id comes with sync_domain"],
  "EVT-12": ["MUST", "late_after_cancel: true is turn-scoped"],
  "EVT-13": ["MUST", "No unknown field (closed mode)"],
  "EVT-14": ["MUST", "An event record carries no control field; a control signal carries no media_time"],
  "EVT-15": ["MUST", "Every integer is a safe integer (at most 2^53 - 1)"],
  "EVT-16": ["SHOULD", "A turn-scoped event names an idempotency_key or is unique by event_id", "stream"],
});

const turnScoped = { at: "event_scope", in: ["turn"] } as const;

/** Cross-field checks of the envelope. */
export const ENVELOPE_CHECKS: readonly Check[] = [
  {
    rule: "EVT-04",
    when: turnScoped,
    must: { has: "turn_id" },
    at: "turn_id",
    expected: 'a turn_id when event_scope is "turn"',
  },
  {
    rule: "EVT-10",
    when: { has: "merged_from_event_ids" },
    must: { has: "merge_group_id" },
    at: "merge_group_id",
    expected: "a merge_group_id beside merged_from_event_ids",
  },
  {
    rule: "EVT-10",
    must: { unique: "merged_from_event_ids" },
    at: "merged_from_event_ids",
    expected: "every id once",
  },
  {
    rule: "EVT-11",
    when: { has: "discontinuity_id" },
    must: { has: "sync_domain" },
    at: "sync_domain",
    expected: "a sync_domain beside discontinuity_id",
  },
  {
    rule: "EVT-12",
    when: { at: "late_after_cancel", in: [true] },
    must: { all: [turnScoped, { has: "turn_id" }] },
    at: "late_after_cancel",
    expected: 'event_scope "turn" and a turn_id when late_after_cancel is true',
  },
];

/** Turn scope needs the epoch; on the ControlLane it is required anyway. */
export const TURN_EPOCH_CHECK: Check = {
  rule: "EVT-04",
  when: turnScoped,
  must: { has: "authority_epoch" },
  at: "authority_epoch",
  expected: 'an authority_epoch when event_scope is "turn"',
};

/** Raw audio cannot be placed on a timeline without its media time. */
export const AUDIO_TIME_CHECK: Check = {
  rule: "EVT-09",
  when: { at: "payload_class", in: ["audio_raw"] },
  must: { has: "media_time" },
  at: "media_time",
  expected: 'a media_time when payload_class is "audio_raw"',
};
