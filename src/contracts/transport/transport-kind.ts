/** Transports and their connection signals. */

/** Transports that a session can run over. */
export const TRANSPORT_KINDS = ["livekit", "websocket", "telephony"] as const;

/** A transport. */
export type TransportKind = (typeof TRANSPORT_KINDS)[number];

/** The six connection signals that an adapter can support. */
export const CONNECTION_SIGNALS = [
  "connected",
  "reconnecting",
  "disconnected",
  "ended",
  "silence",
  "stall",
] as const;
