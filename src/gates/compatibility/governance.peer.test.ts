/** Governance verdicts against those of the Go implementation of the platform. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { DeprecationPolicy } from "../../contracts/compat/deprecation-policy.ts";
import type { VersionSkewPolicy } from "../../contracts/compat/version-skew-policy.ts";
import { evaluateConformanceGovernance } from "./evaluate-conformance-governance.ts";
import { evaluateDeprecation } from "./evaluate-deprecation.ts";
import { evaluateVersionSkew } from "./evaluate-version-skew.ts";

const PEER = new URL("../../../../shared/data/peer-go/", import.meta.url);

const isPresent = existsSync(PEER);
if (!isPresent) console.warn(`Skipping the peer verdicts on governance: ${PEER.pathname} is absent`);

const oracle = <P>(name: string) =>
  readFileSync(new URL(`oracle/${name}.ndjson`, PEER), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { policy: P; expected: object });

const pipeline = (name: string) =>
  JSON.parse(readFileSync(new URL(`pipelines/${name}_v1.json`, PEER), "utf8"));

describe.skipIf(!isPresent)("the verdicts of the Go implementation", () => {
  it("on 100 version skew policies are ours", () => {
    const cases = oracle<VersionSkewPolicy>("version-skew");
    expect(cases).toHaveLength(100);
    for (const [index, { policy, expected }] of cases.entries())
      expect({ index, ...evaluateVersionSkew(policy) }).toMatchObject({ index, ...expected });
  });

  it("on 100 deprecation policies are ours", () => {
    const cases = oracle<DeprecationPolicy>("deprecation");
    expect(cases).toHaveLength(100);
    for (const [index, { policy, expected }] of cases.entries())
      expect({ index, ...evaluateDeprecation(policy) }).toMatchObject({ index, ...expected });
  });

  it("pass its own policies of a pipeline", () => {
    const report = evaluateConformanceGovernance({
      skew: pipeline("version_skew_policy"),
      deprecation: pipeline("deprecation_policy"),
      profile: pipeline("conformance_profile"),
      results: pipeline("conformance_results"),
      now: "2026-02-16T23:00:00Z",
    });
    expect(report).toMatchObject({
      passed: true,
      version_skew: { allowed_test_count: 3, disallowed_test_count: 2 },
      deprecation: { rule_count: 1, check_count: 4 },
      conformance: { mandatory_count: 3, conformant_count: 3 },
    });
  });
});
