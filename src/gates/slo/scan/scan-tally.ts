/**
 * The tally of a scan: what an engine has counted, what it handed over and what took the full path.
 *
 * An engine counts, but it keeps no lists. Of each bounded list it knows a bar, and hands over only the
 * lines that come above it, which soon are few.
 */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import type { MvpSloAccumulatorSettings } from "../accumulator-options.ts";
import { type MvpSloAccumulatorState, writeAccumulatorState } from "../accumulator-state.ts";
import { countLatency } from "../latency-histogram.ts";
import { SERIES_NAMES } from "../latency-series.ts";
import { createRetainedFindings } from "../retained-findings.ts";
import { reportedSeries } from "../run-figures.ts";
import { addTurn, COUNTING_GATES, emptyTally } from "../run-tally.ts";
import { turnFindings } from "../turn-finding.ts";
import { noteWorst } from "../worst-turns.ts";
import { createHandOverBars } from "./hand-over-bars.ts";
import { COUNTER, FLAG, LINE_WORD, SCAN_LAYOUT } from "./scan-layout.ts";
import { SCANNED_FIELDS, type ScanMemory } from "./scan-memory.ts";

/** Adds up the lines of a scan. */
export interface ScanTally {
  /** Adds a turn that the full path has read. */
  add(turn: TurnMetrics): void;
  /** Takes the line that the engine has just handed over; the engine has counted it. */
  takeOver(): void;
  /** Everything so far, as the state of an accumulator. */
  state(): MvpSloAccumulatorState;
  /** To be called now and then: the counters of an engine have 32 bits. */
  relieve(): void;
  /** How many lines the engine has counted. */
  counted(): number;
}

const { DENSE_LATENCIES, MARKERS } = SCAN_LAYOUT;
const FIRST_MARKER = SCANNED_FIELDS.indexOf(TURN_MARKERS[0]);

/** The tally of an engine with this memory. */
export function createScanTally(memory: ScanMemory, settings: MvpSloAccumulatorSettings): ScanTally {
  const { line, counters, tables, data, bytes } = memory;
  const tally = emptyTally();
  const retained = createRetainedFindings(settings.maxViolationsPerCode);
  const series = settings.anchor === "auto" ? SERIES_NAMES : reportedSeries(settings.anchor);
  const bars = createHandOverBars(memory, series);
  const decoder = new TextDecoder();
  let counted = 0;
  let unsorted = 0;

  const keepFindings = (turn: TurnMetrics) => {
    for (const finding of turnFindings(turn, series)) {
      retained.add(finding);
      unsorted += 1;
    }
    // The bars follow the lists after as many additions as a list may hold, so that their sorting is paid for.
    if (unsorted < Math.max(settings.maxViolationsPerCode, 1)) return;
    unsorted = 0;
    bars.raiseFindings(retained.list(), settings.maxViolationsPerCode);
  };

  const handedOver = (): TurnMetrics => {
    const word = (index: number) => line[index] as number;
    const [flags, idStart] = [word(LINE_WORD.flags), word(LINE_WORD.idStart)];
    const turn: TurnMetrics = {
      turn_id: decoder.decode(bytes.subarray(idStart, idStart + word(LINE_WORD.idLength))),
      accepted: (flags & FLAG.accepted) !== 0,
      happy_path: (flags & FLAG.happyPath) !== 0,
      baseline_complete: (flags & FLAG.complete) !== 0,
      accepted_stale_epoch_output: (flags & FLAG.stale) !== 0,
      // Only whether they are right is known of the events, and only that is asked for.
      terminal_events: (flags & FLAG.endsCorrectly) !== 0 ? ["commit", "close"] : [],
    };
    for (const [place, name] of TURN_MARKERS.entries()) {
      if ((word(LINE_WORD.seen) & (1 << (FIRST_MARKER + place))) === 0) continue;
      turn[name] = Number(data.getBigUint64(MARKERS + 8 * place, true));
    }
    return turn;
  };

  const drainSeries = (index: number) => {
    const name = SERIES_NAMES[index] as (typeof SERIES_NAMES)[number];
    const { latencies } = tally.series[name];
    tally.series[name].covered += counters[COUNTER.covered + index] as number;
    tally.series[name].missing += counters[COUNTER.missing + index] as number;
    const table = tables.subarray(index * DENSE_LATENCIES, (index + 1) * DENSE_LATENCIES);
    for (let latency = 0; latency < DENSE_LATENCIES; latency += 1) {
      const turns = table[latency] as number;
      if (turns > 0) latencies.set(latency, (latencies.get(latency) ?? 0) + turns);
    }
  };

  /** Moves the counts of the engine into the tally. */
  const drain = () => {
    counted += counters[COUNTER.samples] as number;
    tally.samples += counters[COUNTER.samples] as number;
    tally.accepted += counters[COUNTER.accepted] as number;
    tally.terminal_marked += counters[COUNTER.terminalMarked] as number;
    for (const index of SERIES_NAMES.keys()) drainSeries(index);
    for (const [index, gate_id] of COUNTING_GATES.entries()) {
      tally.offenders[gate_id].count += counters[COUNTER.offenders + index] as number;
    }
    counters.fill(0);
    tables.fill(0);
  };

  return {
    add(turn) {
      addTurn(tally, turn);
      keepFindings(turn);
      bars.raiseWorst(tally);
    },
    takeOver() {
      const turn = handedOver();
      const alone = emptyTally();
      addTurn(alone, turn);
      for (const name of SERIES_NAMES) {
        for (const worst of alone.series[name].worst) {
          noteWorst(tally.series[name].worst, worst);
          if (worst.observed >= DENSE_LATENCIES) countLatency(tally.series[name].latencies, worst.observed);
        }
      }
      for (const gate_id of COUNTING_GATES) {
        for (const worst of alone.offenders[gate_id].worst) noteWorst(tally.offenders[gate_id].worst, worst);
      }
      keepFindings(turn);
      bars.raiseWorst(tally);
    },
    state() {
      drain();
      return writeAccumulatorState({ settings, tally, findings: retained.list() });
    },
    relieve() {
      if ((counters[COUNTER.samples] as number) > 2 ** 31) drain();
    },
    counted: () => counted + (counters[COUNTER.samples] as number),
  };
}
