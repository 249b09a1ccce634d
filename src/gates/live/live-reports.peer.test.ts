/** Live evaluations of the reports of the Go implementation of the platform. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { compareLiveLatency } from "./compare-live-latency.ts";
import { evaluateFixedDecisions } from "./evaluate-fixed-decisions.ts";
import { evaluateLiveEndToEnd } from "./evaluate-live-end-to-end.ts";

const REPORTS = new URL("../../../../shared/data/peer-go/reports/", import.meta.url);

const isPresent = existsSync(REPORTS);
if (!isPresent) console.warn(`Skipping the peer's live reports: ${REPORTS.pathname} is absent`);

const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, REPORTS), "utf8"));

describe.skipIf(!isPresent)("the live reports of the Go implementation", () => {
  it("keep the fixed decisions and are compared fairly", () => {
    const streaming = read("live-provider-chain-report.streaming");
    const nonStreaming = read("live-provider-chain-report.nonstreaming");
    const smoke = read("livekit-smoke-report");
    const decisions = evaluateFixedDecisions({ executionProfile: "simple", streaming, nonStreaming, smoke });
    expect(decisions.decisions.filter(({ passed }) => !passed)).toEqual([]);
    const comparison = compareLiveLatency(streaming, nonStreaming);
    expect(comparison).toMatchObject({ diagnostic_only: false, comparison_identity: "mvp-gate-fixture-v1" });
    expect(comparison.figures.map(({ delta, winner }) => [delta?.p50_ms, winner])).toEqual([
      [-300, "streaming"],
      [-100, "streaming"],
    ]);
    expect(evaluateLiveEndToEnd(streaming).violations.map(({ code }) => code)).toEqual([
      "live_end_to_end_p50_exceeded",
    ]);
  });
});
