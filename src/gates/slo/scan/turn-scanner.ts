/**
 * Reads NDJSON turn metrics at the speed of a scan and as exactly as line by line.
 *
 * An engine recognises lines in their plain forms and counts them; every other line takes the full path.
 * Memory is one input buffer, the counts and the bounded lists, whatever the size of the file.
 */
import { INTEGER, oneOf, optional } from "../../../internal/input-shape.ts";
import { requireShape } from "../../invalid-input.ts";
import { type MvpSloAccumulatorOptions, readAccumulatorOptions } from "../accumulator-options.ts";
import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import type { MvpSloGateReport } from "../slo-report.ts";
import { TURN_SAMPLE } from "../turn-sample.ts";
import { createLineBuffer } from "./line-buffer.ts";
import { type LineReading, type OtherLineReader, readTurnLine, tooLong } from "./read-turn-line.ts";
import { createScanEngine, type ScanEngineName } from "./scan-engine.ts";
import { LINE_WORD, SCAN, SCAN_LAYOUT } from "./scan-layout.ts";
import { createScanTally } from "./scan-tally.ts";
import type { MalformedLine, TurnScanState } from "./turn-scan-state.ts";

/** Options of a scanner: those of its accumulator, and bounds. */
export interface TurnScannerOptions extends MvpSloAccumulatorOptions {
  /** How lines are recognised. Default `auto`: the fastest that the platform has. */
  readonly engine?: "auto" | ScanEngineName;
  /** Most malformed lines that are kept; all are counted. Default 20. */
  readonly maxMalformedKept?: number;
  /** Longest line in bytes; longer ones are malformed. Default 1 MiB. */
  readonly maxLineBytes?: number;
  /**
   * Reads the JSON value of a line that is no turn: the turns in it, or why it is malformed, with a JSON Pointer as
   * the path. Without it such a line is malformed.
   */
  readonly readLine?: OtherLineReader;
}

/** Takes in the bytes of a file of turns. */
export interface TurnScanner {
  /** The engine in use, which is `javascript` where WebAssembly cannot be had. */
  readonly engine: string;
  /** Takes the next bytes, cut anywhere. */
  push(bytes: Uint8Array): void;
  /** Ends the input, reading a last line without a line feed. */
  end(): void;
  /** What was found so far, as JSON. */
  /** Lines so far, blank and malformed ones included; cheaper than asking for the whole state. */
  readonly lines: number;
  toJSON(): TurnScanState;
  /** The verdict on the turns that were read; malformed lines are in the state. */
  report(): MvpSloGateReport;
}

const ENGINE = optional(oneOf(["auto", "wasm", "javascript", "parse"]));
const COUNT = optional(INTEGER);

/**
 * A scanner of no lines yet. The accumulator in its state is that of an accumulator with the same options
 * to which the turn of each well-formed line was added.
 *
 * @since 0.1.0
 */
export function createTurnScanner(options: TurnScannerOptions = {}): TurnScanner {
  const { engine: wanted, maxMalformedKept, maxLineBytes, readLine, ...others } = options;
  const settings = readAccumulatorOptions(others);
  const maxKept = requireShape("options.maxMalformedKept", maxMalformedKept, COUNT) ?? 20;
  const maxBytes = requireShape("options.maxLineBytes", maxLineBytes, COUNT) ?? 1_048_576;
  const engine = createScanEngine(requireShape("options.engine", wanted, ENGINE) ?? "auto", maxBytes);
  const lineOptions = { maxBytes, readOther: readLine };
  const { memory } = engine;
  const tally = createScanTally(memory, settings);
  const first: MalformedLine[] = [];
  let malformed = 0;
  let slow = 0;
  let mayScan = true;

  const take = (reading: LineReading) => {
    slow += 1;
    if (reading === "blank") return;
    if ("turns" in reading) {
      // What a caller's reader gives is checked like any other turn that is added.
      for (const turn of reading.turns) tally.add(requireShape("turn", turn, TURN_SAMPLE));
      return;
    }
    malformed += 1;
    if (first.length < maxKept) first.push({ line: slow + tally.counted(), ...reading.fault });
  };

  /** Reads whole lines in the input, up to a place behind a line feed. */
  const readLines = (to: number) => {
    let from = 0;
    while (from < to) {
      const outcome = scan(from, to);
      from =
        (memory.line[outcome === SCAN.handedOver ? LINE_WORD.end : LINE_WORD.start] as number) -
        SCAN_LAYOUT.INPUT;
      if (outcome === SCAN.handedOver) tally.takeOver();
      if (outcome !== SCAN.unknown) continue;
      const end = memory.input.indexOf(0x0a, from);
      take(readTurnLine(memory.input.subarray(from, end), lineOptions));
      from = end + 1;
    }
    tally.relieve();
  };

  const scan = (from: number, to: number): number => {
    if (mayScan) {
      try {
        return engine.scan(from, to);
      } catch {
        // An engine that fails has counted the lines before the current one, and reads none from here on.
        mayScan = false;
        return SCAN.unknown;
      }
    }
    memory.line[LINE_WORD.start] = SCAN_LAYOUT.INPUT + from;
    return SCAN.unknown;
  };

  const buffer = createLineBuffer(memory.input, {
    maxBytes,
    onLines: readLines,
    onLongLine: (bytes) => take(bytes === undefined ? tooLong(maxBytes) : readTurnLine(bytes, lineOptions)),
  });

  const state = (): TurnScanState => {
    const accumulator = tally.state();
    const fast = tally.counted();
    return {
      accumulator,
      lines: fast + slow,
      malformed: { count: malformed, max_kept: maxKept, first: first.map((found) => ({ ...found })) },
      fast_lines: fast,
      slow_lines: slow,
    };
  };

  return {
    engine: engine.name,
    push: buffer.push,
    end: buffer.end,
    get lines() {
      return tally.counted() + slow;
    },
    toJSON: state,
    report: () => createMvpSloAccumulator().fromJSON(state().accumulator).report(),
  };
}
