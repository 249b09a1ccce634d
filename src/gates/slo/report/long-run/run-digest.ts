/**
 * A run that is too long to be kept: its verdict, and of its turns those that a report shows.
 *
 * The verdict is that of `evaluateMvpSloGates`, and comes from the same tally. Memory is bounded by the range of
 * latencies and the bounds below, not by the number of turns.
 */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { recordOf } from "../../../../internal/record-of.ts";
import { GATE_TABLE } from "../../gate-table.ts";
import { LATENCY_SERIES, SERIES_NAMES, type SeriesName } from "../../latency-series.ts";
import { endToEndAnchor, reportedSeries } from "../../run-figures.ts";
import { runReport } from "../../run-report.ts";
import { addTurn, emptyTally, type RunTally } from "../../run-tally.ts";
import { type MvpSloGateOptions, type MvpSloSettings, readMvpSloOptions } from "../../slo-options.ts";
import { measureTurn } from "../../turn-finding.ts";
import { noteWorst, type WorstTurn } from "../../worst-turns.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { COUNTING_GATES, offends, turnFindings } from "../turn-figures.ts";
import { createCompactHistogram } from "./compact-histogram.ts";
import { createEvenSample } from "./even-sample.ts";
import { createKeptFindings } from "./kept-findings.ts";
import { createOffenceCells, MOST_CELLS } from "./offence-cells.ts";
import type { RunTurn } from "./run-turn.ts";
import { createStandingOut, type Reason } from "./standing-out.ts";

/** Most turns that are kept because they stand out in a gate. */
export const MOST_STANDING_OUT = 500;

/** Most turns that are kept to show how the run goes along. */
const MOST_SAMPLED = 500;

/** Takes the turns of a run. */
export interface RunDigest {
  /** Adds a well-formed turn. */
  add(turn: TurnMetrics): void;
  /** What a report of the run is made from. */
  input(): GateReportInput;
}

/** Both anchors are followed until the run is over; the findings of only one of them hold. */
const REASONS = recordOf(SERIES_NAMES, (name) => {
  const anchor = name === "playback" || name === "terminal" ? name : undefined;
  return { unmeasured: { anchor } satisfies Reason, slow: { anchor } satisfies Reason };
});
const OFFENCE_REASONS = recordOf(COUNTING_GATES, (): Reason => ({ anchor: undefined }));

interface WorstRunTurn extends WorstTurn {
  readonly entry: RunTurn;
}

/** A digest of no turns that keeps at most `mostViolations` violations of turns of each code. */
export function createRunDigest(options: MvpSloGateOptions, mostViolations: number): RunDigest {
  const settings = readMvpSloOptions(options);
  const limits = recordOf(SERIES_NAMES, (name) => highestLimitOf(name, settings));
  const nothing = emptyTally();
  const compact = (name: SeriesName) => ({ ...nothing.series[name], latencies: createCompactHistogram() });
  const tally: RunTally = { ...nothing, series: recordOf(SERIES_NAMES, compact) };
  const findings = createKeptFindings(mostViolations);
  const standingOut = createStandingOut(MOST_STANDING_OUT);
  const sample = createEvenSample<RunTurn>(MOST_SAMPLED);
  const offences = recordOf(COUNTING_GATES, () => createOffenceCells(MOST_CELLS));
  const slowest = recordOf(SERIES_NAMES, (): WorstRunTurn[] => []);
  const offenders = recordOf(COUNTING_GATES, (): WorstRunTurn[] => []);

  const measure = (entry: RunTurn, reasons: Reason[]) => {
    const { turn_id } = entry.turn;
    for (const name of SERIES_NAMES) {
      const observed = measureTurn(name, entry.turn);
      if (typeof observed === "number") {
        noteWorst(slowest[name], { turn_id, observed, entry });
        if (observed > limits[name]) reasons.push(REASONS[name].slow);
      } else if (observed !== undefined) {
        findings.add(observed);
        reasons.push(REASONS[name].unmeasured);
      }
    }
  };
  const count = (entry: RunTurn, reasons: Reason[]) => {
    for (const gate of COUNTING_GATES) {
      const isOffending = offends(gate, entry.turn);
      if (isOffending === undefined) continue;
      offences[gate].add(isOffending);
      if (!isOffending) continue;
      noteWorst(offenders[gate], { turn_id: entry.turn.turn_id, observed: 0, entry });
      reasons.push(OFFENCE_REASONS[gate]);
    }
  };

  return {
    add(turn) {
      const entry = { index: tally.samples, turn };
      addTurn(tally, turn);
      const reasons: Reason[] = [];
      measure(entry, reasons);
      count(entry, reasons);
      if (reasons.length > 0) standingOut.add(entry, reasons);
      sample.add(entry);
    },
    input() {
      const anchor = endToEndAnchor(tally, settings.anchor);
      const series = reportedSeries(anchor);
      const { violations, omitted } = findings.violations(series);
      const report = runReport({ tally, settings, anchor }, violations);

      const outstanding = standingOut.under(anchor);
      const worst = [...series.map((name) => slowest[name]), ...Object.values(offenders)].flat();
      const kept = new Set([...worst.map(({ entry }) => entry), ...outstanding.turns, ...sample.list()]);
      const entries = [...kept].sort((left, right) => left.index - right.index);
      const measured = (name: SeriesName | undefined) =>
        name === undefined ? createCompactHistogram() : tally.series[name].latencies;
      const sampled = {
        indexes: entries.map(({ index }) => index),
        latencies: {
          G1: measured("open"),
          G2: measured("first_output"),
          G3: measured("cancel_fence"),
          G7: measured(anchor),
        },
        offences,
        standingOut: {
          total: outstanding.total,
          kept: entries.filter(({ turn }) => turnFindings(turn, report).length > 0).length,
        },
        blockLength: sample.blockLength(),
        omitted,
      };
      return { report, turns: entries.map(({ turn }) => turn), sampled };
    },
  };
}

/** The limit that a latency has to be over for its turn to stand out. */
function highestLimitOf(name: SeriesName, { thresholds }: MvpSloSettings): number {
  return Math.max(...GATE_TABLE[LATENCY_SERIES[name].gate_id].limits.map(({ figure }) => thresholds[figure]));
}
