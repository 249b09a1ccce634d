/** A recorded session of the reference runtime: what the world did, what was decided, and what came of it. */
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import { REPLAY_MODES, type ReplayMode } from "../../contracts/spec/replay-mode.ts";
import { createDrivenRun, type RunSettings, WALL_CLOCK_START } from "../driven-run.ts";
import { referenceParts } from "../reference-parts.ts";
import { sessionOf } from "../script/script-settings.ts";
import { SCRIPT_VERBS } from "../script/script-verbs.ts";
import type { TurnScript } from "../script/turn-script.ts";
import { type RecordedDecision, recordingParts } from "./decision-log.ts";
import { createTraceWriter } from "./trace-writer.ts";

/** What the world did at one time. */
export interface RecordedInstant {
  /** Monotonic time since the session began, in ms. */
  readonly at_ms: number;
  readonly stimuli: readonly Stimulus[];
}

/** A recording: plain JSON, so it can be kept and replayed elsewhere. */
export interface RecordedSession {
  readonly seed: number;
  /** Wall clock at the beginning, in ms since the Unix epoch. */
  readonly wall_clock_start_ms: number;
  readonly instants: readonly RecordedInstant[];
  readonly decisions: readonly RecordedDecision[];
  readonly trace: ReplayTrace;
}

/**
 * Runs a session on the reference runtime and records it. Equal instants and settings give equal recordings, to
 * the byte. Throws a RangeError for instants that go back in time.
 *
 * @since 0.1.0
 */
export function recordSession(
  instants: readonly RecordedInstant[],
  { seed = 1, wallClockStart = WALL_CLOCK_START, parts = {} }: RunSettings = {},
): RecordedSession {
  const decisions: RecordedDecision[] = [];
  const at = { instant: 0 };
  const recording = recordingParts({ ...referenceParts, ...parts }, { log: decisions, at });
  const run = createDrivenRun({ seed, wallClockStart, parts: recording });
  const writer = createTraceWriter(run);
  const entries = instants.flatMap(({ at_ms, stimuli }, instant) => {
    at.instant = instant;
    return writer.write(run.apply(at_ms, stimuli));
  });
  return {
    seed,
    wall_clock_start_ms: wallClockStart,
    instants,
    decisions,
    trace: { schema_version: "rspp.replay-trace.v1", entries, lineage: writer.lineage() },
  };
}

/** How a script is recorded. */
export interface ScriptRecording extends RunSettings {
  /** Modes that the recording may be replayed in; all of them unless told. */
  readonly allowedReplayModes?: readonly ReplayMode[];
}

/**
 * Records a turn script. Throws a RangeError for a verb that scripts do not have.
 *
 * @example
 * const reading = parseTurnScript('0 propose t1\n120 output t1 "Hello"\n300 complete t1');
 * const recording = recordTurnScript(reading.script);
 * @since 0.1.0
 */
export function recordTurnScript(
  script: TurnScript,
  { allowedReplayModes = REPLAY_MODES, ...settings }: ScriptRecording = {},
): RecordedSession {
  const session = sessionOf(script.settings);
  const recording_policy = {
    ...session.plan.recording_policy,
    allowed_replay_modes: [...allowedReplayModes],
  };
  const opening = { ...session, plan: { ...session.plan, recording_policy } };
  const steps = script.steps.map(({ at_ms, statements, line }) => ({
    at_ms,
    stimuli: statements.flatMap(({ verb, values }, index) => {
      const known = Object.hasOwn(SCRIPT_VERBS, verb) ? SCRIPT_VERBS[verb] : undefined;
      if (known === undefined)
        throw new RangeError(`Cannot record "${verb}": expected a verb of turn scripts`);
      const place = {
        session_id: session.session_id,
        at_ms,
        line: index === 0 ? `${line}` : `${line}-${index + 1}`,
      };
      return known.stimulus(values, place) ?? [];
    }),
  }));
  return recordSession([{ at_ms: 0, stimuli: [opening] }, ...steps], settings);
}
