/**
 * Replays a recorded session of the reference runtime, event by event, in one of the four modes.
 *
 * The modes are the four combinations of two questions: whether what nodes and providers put out comes from the
 * record or is simulated again, and whether decisions come from the record or are taken anew. What differs between
 * a recording and its replay then tells by the mode which part of a candidate it comes from.
 */
import type { NodeFault, Output, ProviderFault, Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { ReplayCursor } from "../../contracts/observability/replay-cursor.ts";
import type { ReplayLineage, ReplayTraceEntry } from "../../contracts/observability/replay-trace.ts";
import { REPLAY_MODES, type ReplayMode } from "../../contracts/spec/replay-mode.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { createDrivenRun, type DrivenRun } from "../driven-run.ts";
import { type ReferenceParts, referenceParts } from "../reference-parts.ts";
import { replayingParts } from "./decision-log.ts";
import type { RecordedInstant, RecordedSession } from "./recorded-session.ts";
import { createTraceWriter, type TraceWriter } from "./trace-writer.ts";

/** What a node or provider does. */
export type NodeStimulus = Output | ProviderFault | NodeFault;

/** What is to be replayed against the recording; what is left out is as it was recorded, or as the semantics say. */
export interface ReplayCandidate {
  /** Decisions and mechanics of the candidate. */
  readonly parts?: Partial<ReferenceParts>;
  /** Plan of the candidate's sessions. */
  readonly plan?: ResolvedTurnPlan;
  /** Nodes and providers of the candidate: what they do instead of what was recorded, or nothing. */
  simulate?(recorded: NodeStimulus): NodeStimulus | undefined;
}

/** How to replay. */
export interface ReplayOptions {
  readonly mode: ReplayMode;
  readonly candidate?: ReplayCandidate;
  /** Goes on after this event; from the beginning unless told. */
  readonly from?: ReplayCursor;
}

/** A replay that goes on as it is asked to. */
export interface SessionReplay {
  /** The next event, or undefined at the end. */
  step(): ReplayTraceEntry | undefined;
  /** Goes on to the next event that a cursor can name and stands still there; without a cursor it is at the end. */
  pause(): { readonly entries: readonly ReplayTraceEntry[]; readonly cursor?: ReplayCursor };
  /** Everything that is left. */
  rest(): readonly ReplayTraceEntry[];
  /** Dropped and merged events so far, from the beginning of the session. */
  lineage(): readonly ReplayLineage[];
  /** Decisions that the record did not have, so that they had to be taken anew. */
  readonly unrecordedDecisions: number;
}

/** Modes in which nodes and providers are simulated again. */
const SIMULATES: readonly ReplayMode[] = ["re_simulate_nodes", "recompute_decisions"];
/** Modes in which decisions come from the record. */
const REPLAYS_DECISIONS: readonly ReplayMode[] = ["re_simulate_nodes", "replay_decisions"];

/**
 * Begins a replay, or resumes one from a cursor. Equal recordings and options give equal events, to the byte, and
 * a replay that is resumed gives those that the paused one had left. Throws a RangeError for a mode that the
 * recorded plan does not allow and for a cursor that names no event of this replay.
 *
 * @since 0.1.0
 */
export function createReplay(recording: RecordedSession, options: ReplayOptions): SessionReplay {
  const { mode, candidate = {}, from } = options;
  requireMode(recording, mode);
  const at = { instant: 0 };
  let unrecorded = 0;
  const onUnrecorded = () => {
    unrecorded += 1;
  };
  const parts = { ...referenceParts, ...candidate.parts };
  const run = createDrivenRun({
    seed: recording.seed,
    wallClockStart: recording.wall_clock_start_ms,
    parts: REPLAYS_DECISIONS.includes(mode)
      ? replayingParts(parts, { log: recording.decisions, at, onUnrecorded })
      : parts,
  });
  const writer = createTraceWriter(run);
  const simulate = SIMULATES.includes(mode) ? candidate.simulate : undefined;
  const events = eventsOf(recording.instants, { run, writer, at, candidate, simulate });
  const step = () => {
    const { done, value } = events.next();
    return done === true ? undefined : value;
  };
  const replay: SessionReplay = {
    step,
    pause() {
      const entries: ReplayTraceEntry[] = [];
      for (let entry = step(); entry !== undefined; entry = step()) {
        entries.push(entry);
        const cursor = cursorAt(entry);
        if (cursor !== undefined) return { entries, cursor };
      }
      return { entries };
    },
    rest: () => [...events],
    lineage: () => writer.lineage(),
    get unrecordedDecisions() {
      return unrecorded;
    },
  };
  if (from !== undefined) goTo(replay, from);
  return replay;
}

interface Replaying {
  readonly run: DrivenRun;
  readonly writer: TraceWriter;
  readonly at: { instant: number };
  readonly candidate: ReplayCandidate;
  readonly simulate: ReplayCandidate["simulate"];
}

function* eventsOf(
  instants: readonly RecordedInstant[],
  { run, writer, at, candidate, simulate }: Replaying,
): Generator<ReplayTraceEntry, undefined> {
  for (const [instant, { at_ms, stimuli }] of instants.entries()) {
    at.instant = instant;
    const given = stimuli.flatMap((stimulus): readonly Stimulus[] => {
      if (stimulus.kind === "open_session" && candidate.plan !== undefined)
        return [{ ...stimulus, plan: candidate.plan }];
      if (simulate === undefined || !isOfNode(stimulus)) return [stimulus];
      const simulated = simulate(stimulus);
      return simulated === undefined ? [] : [simulated];
    });
    yield* writer.write(run.apply(at_ms, given));
  }
}

const isOfNode = (stimulus: Stimulus): stimulus is NodeStimulus =>
  ["output", "provider_fault", "node_fault"].includes(stimulus.kind);

/** The cursor that names an event; events outside of a turn have none. */
export function cursorAt(entry: ReplayTraceEntry): ReplayCursor | undefined {
  const { session_id, turn_id, event_id, lane, runtime_sequence } = entry;
  if (turn_id === undefined || lane === undefined || runtime_sequence === undefined) return undefined;
  return { session_id, turn_id, event_id, lane, runtime_sequence };
}

function goTo(replay: SessionReplay, cursor: ReplayCursor): void {
  const wanted = nameOf(cursor);
  for (;;) {
    const { cursor: reached } = replay.pause();
    if (reached === undefined) break;
    if (nameOf(reached) === wanted) return;
  }
  throw new RangeError(
    `Cannot resume at event ${describeValue(cursor.event_id)}: expected an event of this replay but received a cursor that names none; a cursor fits the recording, mode and candidate that it comes from`,
  );
}

const nameOf = ({ session_id, turn_id, lane, runtime_sequence, event_id }: ReplayCursor) =>
  JSON.stringify([session_id, turn_id, lane, runtime_sequence, event_id]);

/** The plan says what its recording may be used for (PLN-11). */
function requireMode({ instants }: RecordedSession, mode: ReplayMode): void {
  if (!REPLAY_MODES.includes(mode))
    throw new RangeError(
      `Cannot replay: expected mode to be one of ${REPLAY_MODES.join(", ")} but received ${describeValue(mode)}`,
    );
  for (const { stimuli } of instants) {
    for (const stimulus of stimuli) {
      if (stimulus.kind !== "open_session") continue;
      const { allowed_replay_modes } = stimulus.plan.recording_policy;
      if (allowed_replay_modes.includes(mode)) continue;
      throw new RangeError(
        `Cannot replay session ${describeValue(stimulus.session_id)} in mode ${mode}: expected one of allowed_replay_modes ${allowed_replay_modes.join(", ")}`,
      );
    }
  }
}
