/** Capabilities: what a subject under test declares that it can do. */

/** Every capability that a subject can declare, in the order in which reports list them. */
export const SUBJECT_CAPABILITIES = [
  "turns",
  "plans",
  "evidence",
  "cancel",
  "authority",
  "admission",
  "ingress",
  "budgets",
  "providers",
  "playback",
  "edges",
  "merge",
  "sync",
  "connection",
  "migration",
  "recording",
  "validation",
  "replay",
  "operator",
] as const;

/** One capability. */
export type SubjectCapability = (typeof SUBJECT_CAPABILITIES)[number];
