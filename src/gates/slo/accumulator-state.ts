/**
 * The state of an accumulator as JSON, by which parts of a run travel between workers and machines.
 *
 * Reading is strict: a state decides over a release, so a truncated, foreign or contradictory one is
 * refused by field.
 */
import {
  INTEGER,
  type InputShape,
  integerFrom,
  listOf,
  objectOf,
  oneOf,
  optional,
  TEXT,
} from "../../internal/input-shape.ts";
import { recordOf } from "../../internal/record-of.ts";
import { requireShape } from "../invalid-input.ts";
import { type MvpSloAccumulatorSettings, readAccumulatorOptions } from "./accumulator-options.ts";
import { countedTurns, sortedCounts } from "./latency-histogram.ts";
import { LATENCY_SERIES, SERIES_NAMES, type SeriesName } from "./latency-series.ts";
import {
  COUNTING_GATES,
  type CountingGateId,
  type OffenderTally,
  type RunTally,
  type SeriesTally,
} from "./run-tally.ts";
import type { TurnFinding } from "./turn-finding.ts";
import type { WorstTurn } from "./worst-turns.ts";

/** Everything an accumulator knows, as JSON. */
export interface MvpSloAccumulatorState extends Pick<RunTally, "samples" | "accepted" | "terminal_marked"> {
  readonly schema_version: "rspp.mvp-slo-accumulator.v1";
  readonly options: OptionsState;
  readonly series: Readonly<Record<SeriesName, SeriesState>>;
  readonly offenders: Readonly<Record<CountingGateId, OffenderTally>>;
  readonly findings: readonly TurnFinding[];
}

interface OptionsState extends Omit<MvpSloAccumulatorSettings, "requireEndToEnd" | "maxViolationsPerCode"> {
  readonly require_end_to_end: boolean;
  readonly max_violations_per_code: number;
}

interface SeriesState extends Omit<SeriesTally, "latencies"> {
  /** Latency in ms and number of turns, ascending. */
  readonly latencies: readonly [ms: number, turns: number][];
}

/** Options are read by those who read options. */
const OPTION = () => undefined;
const PAIR = listOf(INTEGER);
const LATENCY: InputShape<[ms: number, turns: number]> = (received) => {
  const misfit = PAIR(received);
  if (misfit !== undefined) return misfit;
  const { length } = received as number[];
  return length === 2 ? undefined : { path: ".length", expected: "2", received: length };
};
const WORST = listOf(objectOf<WorstTurn>({ turn_id: TEXT, observed: INTEGER }));
const SERIES = objectOf<SeriesState>({
  covered: INTEGER,
  missing: INTEGER,
  latencies: listOf(LATENCY),
  worst: WORST,
});
const OFFENDERS = objectOf<OffenderTally>({ count: INTEGER, worst: WORST });
const MARKERS = Object.values(LATENCY_SERIES).flatMap(({ from, to }) => [from, to]);

const STATE = objectOf<MvpSloAccumulatorState>({
  schema_version: oneOf(["rspp.mvp-slo-accumulator.v1"]),
  options: objectOf<OptionsState>({
    thresholds: OPTION,
    anchor: OPTION,
    mode: OPTION,
    require_end_to_end: OPTION,
    max_violations_per_code: OPTION,
  }),
  samples: INTEGER,
  accepted: INTEGER,
  terminal_marked: INTEGER,
  series: objectOf(recordOf(SERIES_NAMES, () => SERIES)),
  offenders: objectOf({ G4: OFFENDERS, G5: OFFENDERS, G6: OFFENDERS }),
  findings: listOf(
    objectOf<TurnFinding>({
      series: oneOf(SERIES_NAMES),
      turn_id: TEXT,
      lacks: listOf(oneOf(MARKERS)),
      observed: optional(integerFrom(Number.MIN_SAFE_INTEGER, -1)),
    }),
  ),
});

/** What a state says: the options of its accumulator, its tally and the findings kept beside it. */
export interface AccumulatorContent {
  readonly settings: MvpSloAccumulatorSettings;
  readonly tally: RunTally;
  readonly findings: readonly TurnFinding[];
}

/** Reads a state. Throws TypeError or RangeError that names the field that is wrong. */
export function readAccumulatorState(value: unknown): AccumulatorContent {
  const state = requireShape("state", value as MvpSloAccumulatorState, STATE);
  const { options, samples, accepted, terminal_marked, offenders, findings } = state;
  const { require_end_to_end, max_violations_per_code, ...others } = options;
  const settings = readAccumulatorOptions({
    ...others,
    requireEndToEnd: require_end_to_end,
    maxViolationsPerCode: max_violations_per_code,
  });
  const series = recordOf(SERIES_NAMES, (name) => {
    const { latencies, ...counts } = state.series[name];
    return { ...counts, latencies: new Map(latencies) };
  });
  const tally = { samples, accepted, terminal_marked, series, offenders };
  requireConsistent(tally);
  return { settings, tally, findings };
}

/** A state whose counts contradict each other was not written by an accumulator. */
function requireConsistent({ samples, accepted, terminal_marked, series, offenders }: RunTally): void {
  requireShape("state.accepted", accepted, integerFrom(0, samples));
  requireShape("state.terminal_marked", terminal_marked, integerFrom(0, accepted));
  for (const name of SERIES_NAMES) {
    const coversAccepted = ["G1", "G7"].includes(LATENCY_SERIES[name].gate_id);
    const allowed = coversAccepted ? integerFrom(accepted, accepted) : integerFrom(0, samples);
    const { covered, missing, latencies } = series[name];
    requireShape(`state.series.${name}.covered`, covered, allowed);
    const measured = countedTurns(latencies);
    requireShape(`state.series.${name}.covered`, covered, integerFrom(missing + measured));
  }
  for (const gate_id of COUNTING_GATES) {
    requireShape(`state.offenders.${gate_id}.count`, offenders[gate_id].count, integerFrom(0, accepted));
  }
}

/** Writes a state. Equal contents give equal JSON, and later turns do not change what was written. */
export function writeAccumulatorState({
  settings,
  tally,
  findings,
}: AccumulatorContent): MvpSloAccumulatorState {
  const { requireEndToEnd, maxViolationsPerCode, ...options } = settings;
  return {
    schema_version: "rspp.mvp-slo-accumulator.v1",
    options: {
      ...options,
      require_end_to_end: requireEndToEnd,
      max_violations_per_code: maxViolationsPerCode,
    },
    samples: tally.samples,
    accepted: tally.accepted,
    terminal_marked: tally.terminal_marked,
    series: recordOf(SERIES_NAMES, (name) => {
      const { covered, missing, latencies, worst } = tally.series[name];
      return { covered, missing, latencies: sortedCounts(latencies), worst: [...worst] };
    }),
    offenders: {
      G4: copyOf(tally.offenders.G4),
      G5: copyOf(tally.offenders.G5),
      G6: copyOf(tally.offenders.G6),
    },
    findings,
  };
}

const copyOf = ({ count, worst }: OffenderTally): OffenderTally => ({ count, worst: [...worst] });
