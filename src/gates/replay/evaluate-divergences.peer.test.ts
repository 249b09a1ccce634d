/** Divergence verdicts against those of the Go implementation of the platform. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import {
  type DivergencePolicy,
  type DivergenceVerdict,
  evaluateDivergences,
} from "./evaluate-divergences.ts";

const ORACLE = new URL("../../../../shared/data/peer-go/oracle/divergences.ndjson", import.meta.url);

interface OracleCase {
  readonly divergences: readonly ReplayDivergence[];
  readonly policy: DivergencePolicy;
  readonly expected: DivergenceVerdict;
}

/** Go lists missing entries sorted by class and scope, the specification in policy order. */
function withSortedMissing({ failing, unexplained, missing_expected }: DivergenceVerdict): DivergenceVerdict {
  const found = failing.slice(0, failing.length - missing_expected.length);
  const missing = missing_expected.toSorted((left, right) => (key(left) < key(right) ? -1 : 1));
  return { failing: [...found, ...missing], unexplained, missing_expected: missing };
}

const key = ({ class: name, scope }: DivergenceVerdict["missing_expected"][number]) => `${name} ${scope}`;

const isPresent = existsSync(ORACLE);
if (!isPresent) console.warn(`Skipping the peer verdicts on divergences: ${ORACLE.pathname} is absent`);

describe.skipIf(!isPresent)("the verdicts of the Go implementation", () => {
  const lines = isPresent ? readFileSync(ORACLE, "utf8").trim().split("\n") : [];
  const cases = lines.map((line) => JSON.parse(line) as OracleCase);

  it("are 300", () => {
    expect(cases).toHaveLength(300);
  });

  it("are ours, apart from the order of missing entries", () => {
    for (const [index, { divergences, policy, expected }] of cases.entries()) {
      const verdict = evaluateDivergences(divergences, policy);
      expect({ index, ...withSortedMissing(verdict) }).toEqual({ index, ...expected });
    }
  });
});
