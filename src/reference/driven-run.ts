/** A run of the reference runtime in virtual time: applies stimuli at their times and keeps what came of them. */
import type { Stimulus } from "../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../contracts/conformance/subject-message.ts";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import type { Event } from "../contracts/signals/event.ts";
import type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";
import type { ReferenceParts } from "./reference-parts.ts";
import { createReferenceRuntime } from "./reference-runtime.ts";

/** 2026-02-02T02:40:00Z, when runs begin unless told. */
export const WALL_CLOCK_START = 1_770_000_000_000;

/** What came of a run. */
export interface ReferenceRun {
  /** Everything that the runtime emitted, in order. */
  readonly events: readonly Event[];
  /** The plan of each turn that opened. */
  readonly plans: readonly ResolvedTurnPlan[];
  /** OR-02 baseline evidence of each turn that ended. */
  readonly evidence: readonly BaselineEvidence[];
}

/** Stimuli of one instant and the answer to them. */
export interface RunInstant {
  readonly at_ms: number;
  /** What fell due since the instant before, with the times at which it did. */
  readonly due: readonly Event[];
  readonly stimuli: readonly Stimulus[];
  /** The answer to the stimuli. */
  readonly events: readonly Event[];
  /** Whether what arrived was taken, when something did. */
  readonly verdict?: StimulusOutcome["verdict"];
}

/** A run that goes on. */
export interface DrivenRun {
  /** Lets time pass until `at_ms`, then applies the stimuli. */
  apply(at_ms: number, stimuli: readonly Stimulus[]): RunInstant;
  /** What came of it so far. */
  readonly result: ReferenceRun;
}

/** How a run begins. */
export interface RunSettings {
  readonly seed?: number;
  /** Wall clock at the beginning, in ms since the Unix epoch. */
  readonly wallClockStart?: number;
  /** Decisions to replace, for runs that are broken on purpose. */
  readonly parts?: Partial<ReferenceParts>;
}

/** Begins a run at 0 ms of the monotonic clock. */
export function createDrivenRun({
  seed = 1,
  wallClockStart = WALL_CLOCK_START,
  parts = {},
}: RunSettings = {}): DrivenRun {
  const runtime = createReferenceRuntime({ parts });
  runtime.reset({ seed, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: wallClockStart });
  const result = {
    events: [] as Event[],
    plans: [] as ResolvedTurnPlan[],
    evidence: [] as BaselineEvidence[],
  };
  let now = 0;

  const keep = (stimuli: readonly Stimulus[]) => {
    const { events, plans = [], evidence = [], verdict } = runtime.apply(stimuli);
    // The runtime builds them by the contract; the tests hold every one against it.
    result.events.push(...(events as unknown as Event[]));
    result.plans.push(...(plans as unknown as ResolvedTurnPlan[]));
    result.evidence.push(...(evidence as unknown as BaselineEvidence[]));
    return { events: events as unknown as Event[], ...(verdict !== undefined && { verdict }) };
  };

  return {
    result,
    apply(at_ms, stimuli) {
      if (at_ms < now) throw new RangeError(`Cannot apply stimuli at ${at_ms} ms: expected >= ${now} ms`);
      const due = at_ms > now ? keep([{ kind: "advance", ms: at_ms - now }]).events : [];
      now = at_ms;
      return { at_ms, due, stimuli, ...(stimuli.length > 0 ? keep(stimuli) : { events: [] }) };
    },
  };
}
