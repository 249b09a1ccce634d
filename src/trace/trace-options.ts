/** Options of a trace check, read strictly: a misspelt option would silently check less. */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import type { FrozenTurnPlan } from "../contracts/turn/freeze-plan.ts";
import { describeValue } from "../internal/describe-value.ts";
import type { Invariant } from "./invariant.ts";
import { invariants as allInvariants } from "./invariants.ts";

/** A turn to look something up for. */
export interface TurnKey {
  readonly session_id: string;
  readonly turn_id: string;
}

/** What to check, and what is known besides the stream. */
export interface TraceOptions {
  /** What to check: some of `invariants`, own ones, or both; all of the contract's unless told. */
  readonly invariants?: readonly Invariant[];
  /** Plans of the turns, as a list (by `turn_id`) or looked up one by one. */
  readonly plans?: readonly FrozenTurnPlan[] | ((turn: TurnKey) => FrozenTurnPlan | undefined);
  /** OR-02 evidence of the turns: the entries of a baseline artifact, or looked up one by one. */
  readonly evidence?: readonly BaselineEvidence[] | ((turn: TurnKey) => BaselineEvidence | undefined);
  /**
   * Events of a session that may arrive before one with a lower `runtime_sequence`; 0 unless told. Needs
   * numbers that count the events of the session, not those of each edge by itself.
   */
  readonly reorderWindow?: number;
  /** The stream may begin within sessions, so a turn whose `turn_open` is missing is not held against it. */
  readonly startsMidway?: boolean;
  /** The arbitration policy of the sessions lets turns overlap. */
  readonly concurrentTurns?: boolean;
  /** Events of the stream, of all sessions together, whose ids are remembered; 262,144 unless told, at least 32. */
  readonly rememberedIds?: number;
  /** Closed turns remembered over all sessions, 65,536 unless told; at least 4 a session. */
  readonly rememberedTurns?: number;
  /** Sessions followed at one time, 100,000 unless told; those that were silent longest give way. */
  readonly maxSessions?: number;
  /** Violations and incomplete turns that the result lists, 1,000 each unless told; all are counted. */
  readonly maxReported?: number;
}

/** Bounds of memory and how to read the stream; part of a saved check. */
export interface TraceBounds {
  readonly reorderWindow: number;
  readonly startsMidway: boolean;
  readonly concurrentTurns: boolean;
  readonly rememberedIds: number;
  readonly rememberedTurns: number;
  readonly maxSessions: number;
  readonly maxReported: number;
}

/** Options that were read. */
export interface TraceSettings {
  readonly invariants: readonly Invariant[];
  readonly bounds: TraceBounds;
  readonly hasPlans: boolean;
  readonly hasEvidence: boolean;
  planOf(turn: TurnKey): FrozenTurnPlan | undefined;
  evidenceOf(turn: TurnKey): BaselineEvidence | undefined;
}

const DEFAULTS: TraceBounds = {
  reorderWindow: 0,
  startsMidway: false,
  concurrentTurns: false,
  rememberedIds: 2 ** 18,
  rememberedTurns: 2 ** 16,
  maxSessions: 100_000,
  maxReported: 1000,
};

const NAMES: readonly string[] = ["invariants", "plans", "evidence", ...Object.keys(DEFAULTS)];

/** Reads options. Throws a TypeError or RangeError for an unknown or malformed one. */
export function readTraceOptions(options: TraceOptions): TraceSettings {
  for (const name of Object.keys(options)) {
    if (NAMES.includes(name)) continue;
    throw new TypeError(`Cannot read option "${name}": expected one of ${NAMES.join(", ")}`);
  }
  const { invariants = allInvariants, plans, evidence } = options;
  refuseDoubles(invariants);
  const keyOf = ({ session_id, turn_id }: TurnKey) => `${session_id}\u0000${turn_id}`;
  return {
    invariants,
    bounds: readBounds(options),
    hasPlans: plans !== undefined,
    hasEvidence: evidence !== undefined,
    planOf: lookUp("plans", plans, ({ turn_id }) => turn_id),
    evidenceOf: lookUp("evidence", evidence, keyOf),
  };
}

function lookUp<T extends { readonly turn_id: string }, K>(
  name: string,
  given: readonly T[] | ((turn: TurnKey) => T | undefined) | undefined,
  keyOf: (turn: T & K & TurnKey) => string,
): (turn: TurnKey) => T | undefined {
  if (given === undefined) return () => undefined;
  if (typeof given === "function") return given;
  if (!Array.isArray(given)) {
    throw new TypeError(
      `Cannot read option "${name}": expected a list or a function but received ${describeValue(given)}`,
    );
  }
  const list = given as readonly (T & K & TurnKey)[];
  const known = new Map(list.map((one) => [keyOf(one), one as T]));
  return (turn) => known.get(keyOf(turn as T & K & TurnKey));
}

function readBounds(options: TraceOptions): TraceBounds {
  const read: Record<string, number | boolean> = { ...DEFAULTS };
  for (const [name, byDefault] of Object.entries(DEFAULTS)) {
    const value: unknown = options[name as keyof TraceBounds];
    if (value === undefined) continue;
    const isFit =
      typeof byDefault === "boolean"
        ? typeof value === "boolean"
        : Number.isSafeInteger(value) && Number(value) >= 0;
    if (!isFit) {
      const expected = typeof byDefault === "boolean" ? "a boolean" : "an integer >= 0";
      throw new RangeError(
        `Cannot read option "${name}": expected ${expected} but received ${describeValue(value)}`,
      );
    }
    read[name] = value as number | boolean;
  }
  return read as unknown as TraceBounds;
}

function refuseDoubles(invariants: readonly Invariant[]): void {
  const seen = new Set<string>();
  for (const { id } of invariants) {
    if (seen.has(id)) throw new RangeError(`Cannot check "${id}" twice: expected every invariant once`);
    seen.add(id);
  }
}
