/** Checks the outputs of a run against a marble string. */
import { alignMarbles } from "../script/align-marbles.ts";
import { type WrittenCell, writeCells } from "../script/format-marbles.ts";
import { frameOf, type MarbleOptions } from "../script/marble-legend.ts";
import {
  expectedCells,
  type OutputLegend,
  outputCells,
  type Transcribed,
  unknownOutputs,
} from "../script/output-marbles.ts";
import type { Finding } from "./finding.ts";

/** What the outputs of a run are compared with. */
export interface ExpectedMarbles extends MarbleOptions {
  readonly marbles: string;
  readonly legend: OutputLegend;
}

/** Whether the outputs of a run come as a marble string says: which ones, when, in what order within an instant. */
export function findMarbles(subject: Transcribed, { marbles, legend, ...options }: ExpectedMarbles): Finding {
  const frame = frameOf(options);
  const expected = expectedCells(marbles, { legend, frame });
  const given = outputCells(subject.transcript, legend);
  const mark_ms = firstDifference(expected, given);
  const text = (cells: readonly WrittenCell[]) => writeCells(cells, { frame, end_ms: 0 }) || "nothing";
  const at = subject.transcript.find((entry) => entry.entry === "output" && entry.at_ms === mark_ms);
  return {
    holds: mark_ms === undefined,
    expected: `the outputs ${text(expected)}`,
    received: text(given),
    at,
    lines:
      mark_ms === undefined
        ? []
        : [
            "",
            ...alignMarbles(
              [
                { name: "expected", cells: expected },
                { name: "received", cells: given },
              ],
              { frame, mark_ms },
            ),
            ...unknownOutputs(subject.transcript, legend),
          ],
  };
}

function firstDifference(one: readonly WrittenCell[], other: readonly WrittenCell[]): number | undefined {
  const count = Math.max(one.length, other.length);
  for (let index = 0; index < count; index += 1) {
    const [left, right] = [one[index], other[index]];
    if (left === undefined || right === undefined) return (left ?? right)?.at_ms;
    if (left.at_ms !== right.at_ms) return Math.min(left.at_ms, right.at_ms);
    if (left.symbols.join("") !== right.symbols.join("")) return left.at_ms;
  }
  return undefined;
}
