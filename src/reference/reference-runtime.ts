/**
 * The reference runtime: the executable form of the runtime semantics, small enough to be read.
 *
 * It runs no audio and calls no provider; the world that it lives in is a script of stimuli, its clock is
 * virtual, and equal scripts give equal answers to the byte. It is not a production runtime.
 */
import { SUBJECT_CAPABILITIES } from "../contracts/conformance/capability.ts";
import type { OpenSession, Stimulus } from "../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../contracts/conformance/subject-message.ts";
import { createVirtualClock } from "../simulation/virtual-clock.ts";
import { validate } from "../validators/validate.ts";
import { applyInSession, causeOf } from "./apply-stimulus.ts";
import { operate } from "./operator.ts";
import { type ReferenceParts, referenceParts } from "./reference-parts.ts";
import type { SessionState } from "./session-state.ts";
import { emitSignal, emptyAnswer, type World } from "./world.ts";

/** When a run begins. */
export interface RunStart {
  readonly seed: number;
  /** Monotonic clock, in ms. */
  readonly runtime_timestamp_ms: number;
  /** Wall clock, in ms since the Unix epoch. */
  readonly wall_clock_timestamp_ms: number;
}

/** A runtime that is driven by stimuli. */
export interface ReferenceRuntime {
  readonly capabilities: typeof SUBJECT_CAPABILITIES;
  /** Forgets everything and begins anew. */
  reset(start: RunStart): void;
  /** Applies the stimuli of one instant and gives back what came of them. */
  apply(stimuli: readonly Stimulus[]): StimulusOutcome;
}

/** A reference runtime; `parts` replaces decisions, to make runtimes that are broken on purpose. */
export function createReferenceRuntime({
  parts = {},
}: {
  readonly parts?: Partial<ReferenceParts>;
} = {}): ReferenceRuntime {
  const all = { ...referenceParts, ...parts };
  let world = newWorld(all, { seed: 0, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: 0 });
  return {
    capabilities: SUBJECT_CAPABILITIES,
    reset(start) {
      world = newWorld(all, start);
    },
    apply(stimuli) {
      world.answer = emptyAnswer();
      for (const stimulus of inPrecedence(world, stimuli)) applyStimulus(world, stimulus);
      const { evidence, plans, ...answer } = world.answer;
      return { ...answer, ...(evidence.length > 0 && { evidence }), ...(plans.length > 0 && { plans }) };
    },
  };
}

function newWorld(parts: ReferenceParts, start: RunStart): World {
  const { seed, runtime_timestamp_ms: now, wall_clock_timestamp_ms } = start;
  return {
    clock: createVirtualClock(now),
    wallOffset: wall_clock_timestamp_ms - now,
    seed,
    parts,
    sessions: new Map(),
    answer: emptyAnswer(),
  };
}

/** What ends a turn comes in order of precedence, before everything else that meets it. */
function inPrecedence({ parts }: World, stimuli: readonly Stimulus[]): readonly Stimulus[] {
  if (stimuli.length < 2) return stimuli;
  const rank = (stimulus: Stimulus) => {
    const cause = causeOf(stimulus);
    return cause === undefined ? Number.MAX_SAFE_INTEGER : parts.precedence(cause);
  };
  // State of the world first: it is what everything else meets.
  const isState = ({ kind }: Stimulus) => kind === "snapshot" || kind === "quota" || kind === "recorder";
  return [...stimuli].sort(
    (one, other) => Number(isState(other)) - Number(isState(one)) || rank(one) - rank(other),
  );
}

function applyStimulus(world: World, stimulus: Stimulus) {
  switch (stimulus.kind) {
    case "advance":
      return world.clock.advance(stimulus.ms);
    case "operate":
      return operate(world, stimulus);
    case "judge": {
      const result = validate(stimulus.contract as Parameters<typeof validate>[0], stimulus.artifact);
      world.answer.verdict = result.ok
        ? { accepted: true }
        : { accepted: false, reason: result.diagnostics[0]?.rule ?? "" };
      return;
    }
    case "open_session":
      return openSession(world, stimulus);
    default: {
      const session = world.sessions.get(stimulus.session_id);
      if (session !== undefined) applyInSession(world, session, stimulus);
    }
  }
}

function openSession(world: World, { session_id, pipeline_version, authority_epoch, plan }: OpenSession) {
  if (world.sessions.has(session_id)) return;
  const session: SessionState = {
    session_id,
    pipeline_version,
    plan,
    epoch: authority_epoch,
    hasAuthority: true,
    isTornDown: false,
    sequence: 0,
    snapshot: { state: "fresh", on_failure: "reject" },
    quotas: new Map(),
    recorder: "ok",
    seenEventIds: new Set(),
    usedTurnIds: new Set(),
    turns: new Map(),
    edges: new Map(),
    journal: [],
  };
  world.sessions.set(session_id, session);
  emitSignal(world, session, { signal: "lease_issued", event_scope: "session" });
}
