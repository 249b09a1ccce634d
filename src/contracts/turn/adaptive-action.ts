/** Adaptive actions: what a plan may allow a runtime to do to keep a turn going. */

/** What a plan may do to keep a turn going. */
export const ADAPTIVE_ACTIONS = ["retry", "provider_switch", "degrade", "fallback"] as const;
