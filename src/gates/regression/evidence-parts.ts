/** Two runs cut into the parts that are compared: the whole runs and each of their segments. */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { listOf } from "../../internal/input-shape.ts";
import { quote } from "../../internal/quote.ts";
import { requireShape } from "../invalid-input.ts";
import { type MvpSloAccumulatorState, readAccumulatorState } from "../slo/accumulator-state.ts";
import { MOST_SEGMENTS, type Segment, segmentKey, segmentOf } from "../slo/profile/segment-key.ts";
import { compareText } from "../slo/retained-findings.ts";
import { addTurn, emptyTally, type RunTally } from "../slo/run-tally.ts";
import { TURN_SAMPLE } from "../slo/turn-sample.ts";
import type { RegressionSettings } from "./regression-options.ts";

/** What accumulators have seen of a run and of its segments, as a gate profile accumulator tells it. */
export interface SegmentedState {
  readonly run: MvpSloAccumulatorState;
  readonly segments: readonly { readonly segment: Segment; readonly state: MvpSloAccumulatorState }[];
}

/** A run: its turns, or what an accumulator has seen of them. */
export type RunEvidence = readonly TurnMetrics[] | MvpSloAccumulatorState | SegmentedState;

/** One part of a run; the turns are only there where they were given. */
export interface RunPart {
  readonly tally: RunTally;
  readonly turns?: readonly TurnMetrics[];
}

/** The same part of both runs. */
export interface ComparedPart {
  /** Absent for the whole runs. */
  readonly segment?: Segment;
  readonly baseline: RunPart;
  readonly candidate: RunPart;
}

const SAMPLES = listOf(TURN_SAMPLE);

/** The whole runs, then their segments by tag and value. A segment that only one run has stands against no turns. */
export function comparedParts(
  baseline: RunEvidence,
  candidate: RunEvidence,
  settings: RegressionSettings,
): [whole: ComparedPart, ...segments: ComparedPart[]] {
  const [before, after] = [cut("baseline", baseline, settings), cut("candidate", candidate, settings)];
  const segments = new Map(
    [...before.segments, ...after.segments].map(([key, { segment }]) => [key, segment]),
  );
  const nothing: RunPart = { tally: emptyTally(), turns: [] };
  const keys = [...segments.keys()].sort(compareText);
  return [
    { baseline: before.whole, candidate: after.whole },
    ...keys.map((key): ComparedPart => {
      const segment = segments.get(key);
      return {
        ...(segment !== undefined && { segment }),
        baseline: before.segments.get(key)?.part ?? nothing,
        candidate: after.segments.get(key)?.part ?? nothing,
      };
    }),
  ];
}

interface CutRun {
  readonly whole: RunPart;
  readonly segments: ReadonlyMap<string, { readonly segment: Segment; readonly part: RunPart }>;
}

function cut(side: string, evidence: RunEvidence, { by, pairBy }: RegressionSettings): CutRun {
  if (isTurns(evidence)) return cutTurns(requireShape(side, evidence, SAMPLES), by);
  if (pairBy !== "none") {
    throw new TypeError(
      `Cannot pair the turns of the ${side}: expected its turns but received the state of an accumulator; compare states unpaired`,
    );
  }
  const { run, segments }: SegmentedState = "run" in evidence ? evidence : { run: evidence, segments: [] };
  const wanted = segments.filter(({ segment }) => by.length === 0 || by.includes(segment.by));
  for (const name of by) {
    if (wanted.some(({ segment }) => segment.by === name) || run.samples === 0) continue;
    throw new TypeError(
      `Cannot compare by ${quote(name)}: expected a state of the ${side} that was cut by it but received one that was not; segment while adding up`,
    );
  }
  const tallyOf = (state: unknown): RunPart => ({ tally: readAccumulatorState(state).tally });
  return {
    whole: tallyOf(run),
    segments: new Map(
      wanted.map(({ segment, state }) => [segmentKey(segment), { segment, part: tallyOf(state) }]),
    ),
  };
}

const isTurns = (evidence: RunEvidence): evidence is readonly TurnMetrics[] => Array.isArray(evidence);

function cutTurns(turns: readonly TurnMetrics[], by: readonly string[]): CutRun {
  const groups = new Map<string, { segment: Segment; turns: TurnMetrics[] }>();
  for (const name of by) {
    for (const turn of turns) {
      const segment = segmentOf(turn, name);
      const key = segmentKey(segment);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { segment, turns: [turn] });
      else group.turns.push(turn);
    }
    if (groups.size <= MOST_SEGMENTS) continue;
    throw new RangeError(
      `Cannot compare by ${quote(name)}: expected at most ${MOST_SEGMENTS} segments but received ${groups.size}; segment by tags with few values`,
    );
  }
  const segments = [...groups].map(
    ([key, group]) => [key, { segment: group.segment, part: partOf(group.turns) }] as const,
  );
  return { whole: partOf(turns), segments: new Map(segments) };
}

function partOf(turns: readonly TurnMetrics[]): RunPart {
  const tally = emptyTally();
  for (const turn of turns) addTurn(tally, turn);
  return { tally, turns };
}
