/** Lanes and scopes: where an event travels and what it belongs to. */

/** The three lanes, by priority under pressure: control before data before telemetry. */
export const LANES = ["DataLane", "ControlLane", "TelemetryLane"] as const;

/** A lane of the event stream. */
export type Lane = (typeof LANES)[number];

/** Lanes that carry event records; control signals have the ControlLane to themselves. */
export const EVENT_RECORD_LANES = ["DataLane", "TelemetryLane"] as const;

/** What an event belongs to. */
export const EVENT_SCOPES = ["session", "turn"] as const;

/** Scope of an event. */
export type EventScope = (typeof EVENT_SCOPES)[number];
