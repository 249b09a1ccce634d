/**
 * The findings that an accumulator keeps: of each violation code the first few in the order of turn ids.
 *
 * The order of turn ids, not of arrival, so that the same findings are kept however a run is cut up.
 */
import { LATENCY_SERIES } from "./latency-series.ts";
import type { TurnFinding } from "./turn-finding.ts";

/** A bounded set of findings. */
export interface RetainedFindings {
  add(finding: TurnFinding): void;
  /** The kept findings by series and code, then turn id. */
  list(): TurnFinding[];
}

/** Keeps at most `cap` findings of each series and code. */
export function createRetainedFindings(cap: number): RetainedFindings {
  const groups = new Map<string, TurnFinding[]>();
  const trim = (group: TurnFinding[]) => {
    group.sort(compareFindings);
    group.length = Math.min(group.length, cap);
  };
  return {
    add(finding) {
      const key = groupOf(finding);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(finding);
      // Sorting only when twice the cap is reached keeps the cost of an addition constant on average.
      if (group.length >= 2 * cap) trim(group);
    },
    list() {
      const sorted = [...groups].sort(([left], [right]) => compareText(left, right));
      for (const [, group] of sorted) trim(group);
      return sorted.flatMap(([, group]) => group);
    },
  };
}

function groupOf({ series, observed }: TurnFinding): string {
  const { gate_id, missing, negative } = LATENCY_SERIES[series];
  return `${gate_id} ${series} ${observed === undefined ? missing : negative}`;
}

function compareFindings(left: TurnFinding, right: TurnFinding): number {
  const byTurn = compareText(left.turn_id, right.turn_id);
  if (byTurn !== 0) return byTurn;
  const byValue = (left.observed ?? 0) - (right.observed ?? 0);
  return byValue === 0 ? compareText(left.lacks.join(), right.lacks.join()) : byValue;
}

/** Order by UTF-16 code units, the same everywhere. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
