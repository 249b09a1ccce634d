/**
 * The turn lifecycle: states, triggers and the nine legal transitions, with a small session machine.
 *
 * Nothing here validates artifacts; it answers which state follows, for runtimes, tests and tools.
 */

/** States of a turn. */
export const TURN_STATES = ["Idle", "Opening", "Active", "Terminal", "Closed"] as const;

/** A state of a turn. */
export type TurnState = (typeof TURN_STATES)[number];

const step = <const F extends TurnState, const T extends string, const S extends TurnState>(
  from_state: F,
  trigger: T,
  to_state: S,
) => ({ from_state, trigger, to_state, deterministic: true }) as const;

/** The legal transitions; everything else is illegal. */
export const TURN_TRANSITIONS = [
  step("Idle", "turn_open_proposed", "Opening"),
  step("Opening", "turn_open", "Active"),
  step("Opening", "reject", "Idle"),
  step("Opening", "defer", "Idle"),
  step("Opening", "stale_epoch_reject", "Idle"),
  step("Opening", "deauthorized_drain", "Idle"),
  step("Active", "commit", "Terminal"),
  step("Active", "abort", "Terminal"),
  step("Terminal", "close", "Closed"),
] as const;

/** A trigger of a transition. */
export type TurnTrigger = (typeof TURN_TRANSITIONS)[number]["trigger"];

/** The triggers, in the order of the table. */
export const TURN_TRIGGERS = TURN_TRANSITIONS.map((row) => row.trigger);

/** The state after a trigger, or undefined where the transition is illegal. */
export function nextTurnState(state: TurnState, trigger: TurnTrigger): TurnState | undefined {
  return TURN_TRANSITIONS.find((row) => row.from_state === state && row.trigger === trigger)?.to_state;
}

/** What came of applying a trigger. */
export type TurnStep =
  | { readonly ok: true; readonly from: TurnState; readonly to: TurnState }
  | { readonly ok: false; readonly state: TurnState; readonly message: string };

/** Follows the turns of one session, one after the other. */
export interface SessionMachine {
  /** State of the current turn; `Idle` before the first. */
  readonly state: TurnState;
  /** Applies a trigger. An illegal one changes nothing and says why. */
  apply(trigger: TurnTrigger): TurnStep;
}

/**
 * A machine that follows the turns of a session. A `turn_open_proposed` after `close` starts the next
 * turn: the closed turn itself never reopens.
 */
export function createSessionMachine(): SessionMachine {
  let state: TurnState = "Idle";
  return {
    get state() {
      return state;
    },
    apply(trigger) {
      // A closed turn never reopens; what follows is the next one.
      const from = state === "Closed" ? "Idle" : state;
      const to = nextTurnState(from, trigger);
      if (to === undefined) {
        const legal = TURN_TRANSITIONS.filter((row) => row.from_state === from).map((row) => row.trigger);
        const message = `Cannot apply ${trigger} in state ${state}: expected ${legal.join(", ")} but received ${trigger}`;
        return { ok: false, state, message };
      }
      state = to;
      return { ok: true, from, to };
    },
  };
}
