/** Files of seeded turns, in the key order of our writer or in any order, written part by part in processes. */
import { closeSync, openSync, writeSync } from "node:fs";

import type { TurnMetrics } from "../../src/contracts/observability/turn-metrics.ts";
import { encodeTurnLine } from "../../src/gates/slo/scan/turn-line.ts";
import { type SeededRandom, seededRandom } from "../data/seeded-random.ts";

/** Order of the keys of a line: that of our writer, or a new one for each line. */
export type KeyOrder = "writer" | "shuffled";

/** Part of a file. */
export interface FilePart {
  readonly path: string;
  readonly order: KeyOrder;
  /** Number of the first turn. */
  readonly from: number;
  readonly turns: number;
}

const FLUSH_CHARACTERS = 1 << 20;

/** Writes a part. The turns of a part are the same in both orders. */
export function writePart({ path, order, from, turns }: FilePart): void {
  const random = seededRandom(5 + from);
  const shuffling = seededRandom(7 + from);
  const file = openSync(path, "w");
  let lines: string[] = [];
  let characters = 0;
  const flush = () => {
    writeSync(file, lines.join(""));
    lines = [];
    characters = 0;
  };
  for (let index = from; index < from + turns; index += 1) {
    const turn = madeTurn(index, random);
    const line = order === "writer" ? encodeTurnLine(turn) : `${JSON.stringify(shuffled(turn, shuffling))}\n`;
    lines.push(line);
    characters += line.length;
    if (characters >= FLUSH_CHARACTERS) flush();
  }
  flush();
  closeSync(file);
}

/** One in fifty was rejected, one in twenty cancelled; one in some thousands has each of the faults that gates look for. */
function madeTurn(index: number, random: SeededRandom): TurnMetrics {
  const turn_id = `session-${Math.floor(index / 25)}-turn-${index % 25}`;
  const now = (index % 100_000) * 4_000 + random.integer(4_000);
  const faultless = { baseline_complete: true, accepted_stale_epoch_output: false };
  if (random.chance(0.02)) {
    const gone = { turn_id, accepted: false, happy_path: false, turn_open_proposed_at_ms: now };
    return { ...gone, ...faultless, terminal_events: [] };
  }
  const open = now + 20 + random.integer(90);
  const output = open + 200 + random.integer(900) + (random.chance(0.002) ? 1_500 : 0);
  const terminal = output + 400 + random.integer(4_000);
  const isCancelled = random.chance(0.05);
  const cancel = output + random.integer(300);
  return {
    turn_id,
    accepted: true,
    happy_path: true,
    turn_open_proposed_at_ms: random.chance(0.0003) ? open + 5 : now,
    turn_open_at_ms: open,
    turn_terminal_at_ms: terminal,
    first_output_at_ms: random.chance(0.0003) ? undefined : output,
    cancel_accepted_at_ms: isCancelled ? cancel : undefined,
    cancel_fence_applied_at_ms:
      isCancelled && !random.chance(0.001) ? cancel + random.integer(140) : undefined,
    audio_ingress_at_ms: Math.max(0, now - 40),
    playback_started_at_ms: random.chance(0.0003) ? undefined : output + 30 + random.integer(60),
    baseline_complete: !random.chance(0.0002),
    accepted_stale_epoch_output: random.chance(0.0002),
    terminal_events: random.chance(0.0002) ? ["commit"] : [isCancelled ? "abort" : "commit", "close"],
  };
}

function shuffled(turn: TurnMetrics, random: SeededRandom): object {
  const entries = Object.entries(turn);
  for (let last = entries.length - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    [entries[last], entries[other]] = [entries[other]!, entries[last]!];
  }
  return Object.fromEntries(entries);
}
