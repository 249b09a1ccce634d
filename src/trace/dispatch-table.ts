/** Which invariants look at an event, worked out once for every kind of event and set of conditions. */
import { CONDITION_BITS } from "./conditions.ts";
import type { Invariant } from "./invariant.ts";
import type { TraceSettings } from "./trace-options.ts";
import type { EventView } from "./view/event-view.ts";
import { KIND_COUNT, nameOfKind } from "./view/kind-numbers.ts";

/** An invariant that looks at an event. Its check is at hand: invariants have many shapes, steps have one. */
export interface DispatchStep {
  readonly place: number;
  readonly invariant: Invariant;
  readonly check: Invariant["check"];
}

/** Gives the invariants that look at an event under conditions, in their order. */
export type Dispatch = (event: EventView, bits: number) => readonly DispatchStep[];

/** When one invariant looks at a kind of event: 0 for always, else the bits of which one is enough. */
type Interest = number | undefined;

/**
 * Whether an invariant can be judged with what was given beside the stream. One that only plans or evidence
 * can put to the test is left out where they are missing, and listed as not evaluated.
 */
export function isJudgeable(
  { needs }: Invariant,
  { hasPlans, hasEvidence }: Pick<TraceSettings, "hasPlans" | "hasEvidence">,
): boolean {
  const isThere = (need: string) => (need === "plans" ? hasPlans : need === "evidence" ? hasEvidence : true);
  return needs.every((need) => (typeof need === "string" ? isThere(need) : need.some(isThere)));
}

/** The table for invariants; kinds and lanes that are asked for are noted in `seen`. */
export function dispatchTable(settings: TraceSettings, seen: Record<string, true>): Dispatch {
  const steps = settings.invariants
    .map((invariant, place) => ({ place, invariant, check: invariant.check }))
    .filter(({ invariant }) => isJudgeable(invariant, settings));
  const given = settings.hasPlans ? CONDITION_BITS.plans : 0;
  const mask = settings.invariants.reduce((bits, { on }) => on.reduce(addBits, bits), 0);
  const rows: ((readonly DispatchStep[] | undefined)[] | undefined)[] = new Array(KIND_COUNT).fill(undefined);

  const rowOf = (kindNumber: number, lane: string) => {
    // Signals of later minor versions are looked at as events of their lane.
    seen[lane] = true;
    if (kindNumber !== 0) seen[nameOfKind(kindNumber)] = true;
    const row = new Array<readonly DispatchStep[] | undefined>(mask + 1).fill(undefined);
    rows[kindNumber] = row;
    return row;
  };
  const dueFor = ({ kindNumber, kind, lane }: EventView, place: number) =>
    steps.filter(({ invariant }) => {
      const interest = interestIn(invariant, kindNumber === 0 ? lane : kind, lane);
      return interest === 0 || (interest !== undefined && (interest & place) !== 0);
    });
  // No function in here: it would cost an object for every event.
  return (event, bits) => {
    const row = rows[event.kindNumber] ?? rowOf(event.kindNumber, event.lane);
    const place = (bits | given) & mask;
    row[place] ??= dueFor(event, place);
    return row[place];
  };
}

const addBits = (bits: number, trigger: Invariant["on"][number]): number =>
  typeof trigger === "string" ? bits : bits | CONDITION_BITS[trigger.when];

function interestIn({ on }: Invariant, kind: string, lane: string): Interest {
  let bits: Interest;
  for (const trigger of on) {
    const name = typeof trigger === "string" ? trigger : trigger.on;
    if (name !== kind && name !== lane && name !== "*") continue;
    if (typeof trigger === "string") return 0;
    bits = (bits ?? 0) | CONDITION_BITS[trigger.when];
  }
  return bits;
}

/** Whether the invariant looks at events only because it remembers something. */
export const isWokenByMemory = ({ on }: Invariant): boolean =>
  on.some((trigger) => typeof trigger !== "string" && trigger.when === "remembered");
