/**
 * The state of an accumulator as JSON, by which parts of a run travel between workers and machines.
 *
 * Reading is strict: a state decides over a release, so a truncated, foreign or contradictory one is
 * refused by field.
 */
import { type InputReader, leaf, listOf, objectOf, optional } from "../input-reader.ts";
import { INTEGER, integerFrom, oneOf, requireShape, TEXT } from "../invalid-input.ts";
import { sortedCounts } from "./latency-histogram.ts";
import {
  bySeries,
  LATENCY_SERIES,
  type MarkerName,
  SERIES_NAMES,
  type SeriesName,
} from "./latency-series.ts";
import {
  coveredTurns,
  OFFENCES,
  type Offence,
  type OffenderTally,
  type RunTally,
  type SeriesTally,
} from "./run-tally.ts";
import { type MvpSloAccumulatorSettings, readAccumulatorOptions } from "./slo-options.ts";
import type { TurnFinding } from "./turn-finding.ts";
import type { WorstTurn } from "./worst-turns.ts";

/** Everything an accumulator knows, as JSON. */
export interface MvpSloAccumulatorState extends Pick<RunTally, "samples" | "accepted" | "terminal_marked"> {
  readonly schema_version: "rspp.mvp-slo-accumulator.v1";
  readonly options: OptionsState;
  readonly series: Readonly<Record<SeriesName, SeriesState>>;
  readonly offenders: Readonly<Record<Offence, OffenderTally>>;
  readonly findings: readonly TurnFinding[];
}

interface OptionsState extends Omit<MvpSloAccumulatorSettings, "requireEndToEnd" | "maxViolationsPerCode"> {
  readonly require_end_to_end: boolean;
  readonly max_violations_per_code: number;
}

interface SeriesState extends Omit<SeriesTally, "latencies"> {
  /** Latency in ms and number of turns, ascending. */
  readonly latencies: readonly (readonly [ms: number, turns: number])[];
}

const count = leaf<number>(INTEGER);
const text = leaf<string>(TEXT);
/** Options are read by those who read options. */
const option = (_path: string, value: unknown) => value as never;

const latency: InputReader<readonly [number, number]> = (path, value) => {
  const numbers = listOf(count)(path, value);
  requireShape(`${path}.length`, numbers.length, integerFrom(2, 2));
  return [numbers[0] as number, numbers[1] as number];
};
const worst = listOf(objectOf<WorstTurn>({ turn_id: text, observed: count }));
const series = objectOf<SeriesState>({ missing: count, negative: count, latencies: listOf(latency), worst });
const offenders = objectOf<OffenderTally>({ count, worst });
const markers = Object.values(LATENCY_SERIES).flatMap(({ from, to }) => [from, to]);

const readFields = objectOf<MvpSloAccumulatorState>({
  schema_version: leaf(oneOf(["rspp.mvp-slo-accumulator.v1"])),
  options: objectOf<OptionsState>({
    thresholds: option,
    anchor: option,
    mode: option,
    require_end_to_end: option,
    max_violations_per_code: option,
  }),
  samples: count,
  accepted: count,
  terminal_marked: count,
  series: objectOf(bySeries(() => series)),
  offenders: objectOf({ stale_output: offenders, incomplete: offenders, misended: offenders }),
  findings: listOf(
    objectOf<TurnFinding>({
      series: leaf(oneOf(SERIES_NAMES)),
      turn_id: text,
      lacks: listOf(leaf<MarkerName>(oneOf(markers))),
      observed: optional(leaf<number>(integerFrom(Number.MIN_SAFE_INTEGER, -1))),
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
  const { options, samples, accepted, terminal_marked, offenders, findings, ...rest } = readFields(
    "state",
    value,
  );
  const { require_end_to_end, max_violations_per_code, ...others } = options;
  const settings = readAccumulatorOptions({
    ...others,
    requireEndToEnd: require_end_to_end,
    maxViolationsPerCode: max_violations_per_code,
  });
  const series = bySeries((name) => {
    const { latencies, ...counts } = rest.series[name];
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
    requireShape(`state.series.${name}`, coveredTurns(series[name]), allowed);
  }
  for (const name of OFFENCES) {
    requireShape(`state.offenders.${name}.count`, offenders[name].count, integerFrom(0, accepted));
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
    series: bySeries((name) => {
      const { missing, negative, latencies, worst } = tally.series[name];
      return { missing, negative, latencies: sortedCounts(latencies), worst: [...worst] };
    }),
    offenders: {
      stale_output: copyOf(tally.offenders.stale_output),
      incomplete: copyOf(tally.offenders.incomplete),
      misended: copyOf(tally.offenders.misended),
    },
    findings,
  };
}

const copyOf = ({ count, worst }: OffenderTally): OffenderTally => ({ count, worst: [...worst] });
