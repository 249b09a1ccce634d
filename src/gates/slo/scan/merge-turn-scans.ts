/** Puts the scans of the parts of a file together. */
import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import { readTurnScanState, type TurnScanState } from "./turn-scan-state.ts";

/**
 * The scan of a whole from the scans of its parts, in their order; the parts were cut at line ends.
 * However they were cut, the result is the same, byte for byte.
 *
 * @since 0.1.0
 */
export function mergeTurnScans(states: readonly TurnScanState[]): TurnScanState {
  const [first, ...others] = states.map((state, index) => readTurnScanState(`states[${index}]`, state));
  if (first === undefined) {
    throw new RangeError("Cannot merge turn scans: expected at least 1 state but received 0");
  }
  const accumulator = createMvpSloAccumulator().fromJSON(first.accumulator);
  const { max_kept } = first.malformed;
  const malformed = { count: first.malformed.count, max_kept, first: [...first.malformed.first] };
  let { lines, fast_lines, slow_lines } = first;
  for (const state of others) {
    if (state.malformed.max_kept !== max_kept) {
      throw new RangeError(
        `Cannot merge turn scans: expected max_kept ${max_kept} but received ${state.malformed.max_kept}`,
      );
    }
    accumulator.merge({ toJSON: () => state.accumulator });
    malformed.count += state.malformed.count;
    for (const found of state.malformed.first) {
      if (malformed.first.length < max_kept) malformed.first.push({ ...found, line: found.line + lines });
    }
    lines += state.lines;
    fast_lines += state.fast_lines;
    slow_lines += state.slow_lines;
  }
  return { accumulator: accumulator.toJSON(), lines, malformed, fast_lines, slow_lines };
}
