/** Modules that may write control signals and decisions. */

/** Every emitter code: runtime kernel (RK), observability (OR) and control plane (CP) modules. */
export const EMITTERS = [
  "RK-02",
  "RK-03",
  "RK-06",
  "RK-11",
  "RK-12",
  "RK-13",
  "RK-14",
  "RK-15",
  "RK-16",
  "RK-17",
  "RK-22",
  "RK-23",
  "RK-24",
  "RK-25",
  "OR-02",
  "CP-05",
  "CP-07",
  "CP-08",
] as const;

/** An emitter code. */
export type Emitter = (typeof EMITTERS)[number];

/** What a cancel reaches. */
export const CANCEL_SCOPES = ["session", "turn", "node", "provider_invocation"] as const;

/** What a cancel reaches. */
export type CancelScope = (typeof CANCEL_SCOPES)[number];
