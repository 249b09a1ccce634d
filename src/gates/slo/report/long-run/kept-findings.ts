/** The latencies that could not be measured, in the order of the run: the first of each code, and a count of all. */
import { LATENCY_SERIES, type SeriesName } from "../../latency-series.ts";
import type { MvpSloViolation, MvpSloViolationCode } from "../../slo-report.ts";
import { findingViolation, type TurnFinding } from "../../turn-finding.ts";

/** Violations of turns: those that were kept, and how many of each code were not. */
export interface KeptViolations {
  readonly violations: readonly MvpSloViolation[];
  readonly omitted: Readonly<Partial<Record<MvpSloViolationCode, number>>>;
}

/** A bounded list of findings. */
export interface KeptFindings {
  add(finding: TurnFinding): void;
  /** The violations in these series. */
  violations(series: readonly SeriesName[]): KeptViolations;
}

/** Keeps at most `most` findings of each series and code. */
export function createKeptFindings(most: number): KeptFindings {
  const kept: TurnFinding[] = [];
  const counts = new Map<string, number>();
  return {
    add(finding) {
      const key = `${finding.series} ${codeOf(finding)}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= most) kept.push(finding);
    },
    violations(series) {
      const omitted: Partial<Record<MvpSloViolationCode, number>> = {};
      for (const name of series) {
        for (const code of [LATENCY_SERIES[name].missing, LATENCY_SERIES[name].negative]) {
          const rest = (counts.get(`${name} ${code}`) ?? 0) - most;
          if (rest > 0) omitted[code] = rest;
        }
      }
      const violations = kept.filter((finding) => series.includes(finding.series)).map(findingViolation);
      return { violations, omitted };
    },
  };
}

function codeOf({ series, observed }: TurnFinding): MvpSloViolationCode {
  const { missing, negative } = LATENCY_SERIES[series];
  return observed === undefined ? missing : negative;
}
