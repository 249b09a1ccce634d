/** Files of turn lines that were damaged or rewritten in many ways, and the slow reading they are held to. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import { parseWireText } from "../../../internal/json-text/parse-wire-text.ts";
import { createLineSplitter } from "../../../validators/line-splitter.ts";
import type { MvpSloAccumulatorOptions } from "../accumulator-options.ts";
import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import { encodeTurnLine } from "./turn-line.ts";
import type { TurnScanner } from "./turn-scanner.ts";

/** A source of equal numbers for equal seeds. */
export interface Dice {
  /** An integer below `end`. */
  below(end: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Dice by xorshift, which is fast enough for a million lines. */
export function createDice(seed: number): Dice {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  const below = (end: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % end;
  };
  return { below, pick: <T>(items: readonly T[]) => items[below(items.length)] as T };
}

const EVENTS = [
  ["commit", "close"],
  ["abort", "close"],
  [],
  ["commit"],
  ["close"],
  ["commit", "close", "x"],
  ["cut", "close"],
];
const NUMBERS =
  '-1 -0 0 00 01 1.0 1e3 1E400 9 65535 65536 999999999999999 1000000000000000 9007199254740991 9007199254740992 99999999999999999999 null true "5" [] {} 0x1 +1 .5 5. NaN'.split(
    " ",
  );
const WORDS = [
  '"tags":{}',
  '"tags":{"a":"b"}',
  '"tags":null',
  '"extra":1',
  '"turn_id":"again"',
  '"accepted":true',
  '"__proto__":1',
  '"turn_id2":"x"',
  '"":0',
];
const BYTES = [
  0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x2d, 0x30, 0x39, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0x7f, 0x80,
  0xc3, 0xef, 0xff,
];
const IDS = [
  "",
  "a",
  "ab",
  "turn \\u0041",
  "\\ud800",
  "é",
  "日本",
  "\u{1f399}",
  "x".repeat(127),
  "x".repeat(128),
  "x".repeat(129),
  "\\n",
  "\u007f",
];

/** A turn with few ids and close times, so that ties and wrong orders are common. */
export function anyTurn(dice: Dice): TurnMetrics {
  const turn: TurnMetrics = {
    turn_id: dice.below(4) === 0 ? `t${dice.below(50)}` : `turn-${dice.below(1e6)}`,
    accepted: dice.below(10) > 0,
    happy_path: dice.below(10) > 0,
    baseline_complete: dice.below(12) > 0,
    accepted_stale_epoch_output: dice.below(12) === 0,
    terminal_events: dice.below(4) > 0 ? ["commit", "close"] : dice.pick(EVENTS),
  };
  let time = dice.pick([0, 5, 1000, 1_760_000_000_000]);
  for (const name of TURN_MARKERS) {
    time += dice.below(25) === 0 ? dice.pick([65_535, 65_536, 70_000, -3]) : dice.below(60);
    if (dice.below(8) > 0) turn[name] = Math.max(0, time);
  }
  return turn;
}

const MUTATIONS: readonly ((line: string, dice: Dice) => string)[] = [
  (line) => line,
  (line) => line,
  (line) => `${line}\r`,
  (line, dice) =>
    `${dice.pick(["", " ", "\t", "\ufeff", "\u00a0", "\v"])}${line}${dice.pick(["", " ", "}", "x", "\t\r"])}`,
  (_, dice) =>
    dice.pick(["", " ", "\r", "\t \r", "\ufeff", "\u2028", "null", "[]", "{}", '"', "[".repeat(70), "\v"]),
  (line, dice) =>
    line.replace(/[,:{}[\]]/g, (mark) =>
      dice.below(3) === 0 ? `${dice.pick([" ", "\t", "\r", "\v", ""])}${mark}` : mark,
    ),
  (line) => line.replace(/([,:])/g, "$1 "),
  (line, dice) => line.replace(/:\d+/g, (text) => (dice.below(6) === 0 ? `:${dice.pick(NUMBERS)}` : text)),
  (line, dice) =>
    line.replace(/:\d+/g, (text) =>
      dice.below(4) === 0 ? `:${"123456789012345678".slice(0, dice.below(19))}` : text,
    ),
  (line, dice) => line.replace(/"turn_id":"[^"]*"/, `"turn_id":"${dice.pick(IDS)}"`),
  (line, dice) => line.replace(/[,{]"/, (start) => `${start[0]}${dice.pick(WORDS)},"`),
  (line, dice) =>
    line.replace(/,"\w+":(?:\w+|\[.*?\])/g, (member) =>
      dice.below(12) === 0 ? dice.pick(["", member + member]) : member,
    ),
  (line, dice) =>
    line.replace(/true|false/g, (word) =>
      dice.below(5) === 0 ? dice.pick(["true", "false", "True", "falsy", "null", "1"]) : word,
    ),
  (line, dice) =>
    line.replace(
      /\[.*?\]/,
      dice.pick([
        '["commit", "close"]',
        '["close","commit"]',
        '["commit",""]',
        '["commit","close",]',
        '["comm\\u0069t","close"]',
        "[1]",
        '[["commit"]]',
        "null",
        '["abort" ,"close" ]',
        '["commix","close"]',
        '["commit","closed"]',
      ]),
    ),
  (line, dice) => line.slice(0, dice.below(line.length + 1)),
  shuffledKeys,
  shuffledKeys,
];

function shuffledKeys(line: string, dice: Dice): string {
  const members = Object.entries(JSON.parse(line) as object);
  for (let last = members.length - 1; last > 0; last -= 1) {
    const other = dice.below(last + 1);
    [members[last], members[other]] = [members[other]!, members[last]!];
  }
  return JSON.stringify(Object.fromEntries(members));
}

function damaged(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.below(bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  const kind = dice.below(3);
  if (kind === 0) return Uint8Array.from([...head, dice.pick(BYTES), ...tail]);
  if (kind === 1) return Uint8Array.from([...head, ...tail.subarray(1 + dice.below(3))]);
  return Uint8Array.from([
    ...head,
    dice.below(2) ? dice.pick(BYTES) : (tail[0] ?? 0) ^ (1 << dice.below(8)),
    ...tail.subarray(1),
  ]);
}

/** A file of so many lines, about half of them changed; the last may lack its line feed. */
export function mutatedFile(count: number, dice: Dice): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (let line = 0; line < count; line += 1) {
    const written = encodeTurnLine(anyTurn(dice)).trimEnd();
    let bytes = encoder.encode(dice.pick(MUTATIONS)(written, dice));
    if (dice.below(4) === 0) bytes = damaged(bytes, dice) as typeof bytes;
    parts.push(bytes, encoder.encode(line === count - 1 && dice.below(2) === 0 ? "" : "\n"));
  }
  return Buffer.concat(parts);
}

/** What is known of a file when each line is parsed and added to an accumulator. */
export function readSlowly(
  file: Uint8Array,
  options: MvpSloAccumulatorOptions,
): { accumulator: string; refused: number[] } {
  const accumulator = createMvpSloAccumulator(options);
  const refused: number[] = [];
  const splitter = createLineSplitter(({ text, number }) => {
    // Lines beside one that is not UTF-8 come as bytes, too.
    const content =
      typeof text === "string" ? text : new TextDecoder("utf-8", { ignoreBOM: true }).decode(text);
    if (/^[ \t\r]*$/.test(content)) return;
    const parsed = parseWireText(text);
    try {
      if (!parsed.ok) throw new Error("not I-JSON");
      accumulator.add(parsed.value as TurnMetrics);
    } catch {
      refused.push(number);
    }
  });
  splitter.push(file);
  splitter.end();
  return { accumulator: JSON.stringify(accumulator), refused };
}

/** Feeds a file in pieces of random lengths. */
export function pushInPieces(scanner: TurnScanner, { file, dice }: { file: Uint8Array; dice: Dice }): void {
  for (let at = 0; at < file.length; ) {
    const length = dice.below(3) === 0 ? 1 + dice.below(7) : 1 + dice.below(200_000);
    scanner.push(file.subarray(at, at + length));
    at += length;
  }
  scanner.end();
}
