/** Evidence as the Go runtime wrote it, against the verdicts that the Go implementation gave. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { checkBaselineCompleteness } from "./baseline-completeness.ts";
import { isBaselineComplete } from "./is-baseline-complete.ts";
import { readBaselineArtifact } from "./read-baseline-artifact.ts";
import { toTurnMetrics } from "./to-turn-metrics.ts";

const PEER = new URL("../../../shared/data/peer-go/", import.meta.url);
const ORACLE = new URL("oracle/baseline-completeness.ndjson", PEER);
const BASELINE = new URL("runtime-baseline.json", PEER);

interface OracleCase {
  readonly go_entry: unknown;
  readonly expected: { readonly complete: boolean; readonly accepted: boolean };
}

const isPresent = existsSync(ORACLE) && existsSync(BASELINE);
if (!isPresent) console.warn(`Skipping the peer evidence: ${PEER.pathname} is absent`);

describe.skipIf(!isPresent)("evidence of the Go runtime", () => {
  const lines = isPresent ? readFileSync(ORACLE, "utf8").trim().split("\n") : [];
  const cases = lines.map((line) => JSON.parse(line) as OracleCase);

  it("comes with 400 verdicts on completeness, and they are ours", () => {
    expect(cases).toHaveLength(400);
    for (const [index, { go_entry, expected }] of cases.entries()) {
      const reading = readBaselineArtifact({
        schema_version: "v1",
        generated_at_utc: "2026-02-09T22:19:06Z",
        entries: [go_entry],
      });
      const entry = reading.ok ? reading.value.entries[0] : undefined;
      const { complete, accepted } =
        entry === undefined ? { complete: false, accepted: false } : checkBaselineCompleteness(entry);
      expect({ index, complete, accepted }).toEqual({ index, ...expected });
      if (entry === undefined) continue;
      expect(isBaselineComplete(entry)).toBe(complete);
      expect(toTurnMetrics(entry)).toMatchObject({ accepted, baseline_complete: complete });
    }
  });

  it("is read from a file into canonical form", () => {
    const reading = readBaselineArtifact(JSON.parse(readFileSync(BASELINE, "utf8")));
    if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics, null, 2));
    expect(reading.value.entries.map(toTurnMetrics)).toMatchObject([
      { turn_id: "turn-slo-1", accepted: true, happy_path: true, baseline_complete: true },
      { turn_id: "turn-slo-2", turn_open_proposed_at_ms: 0, turn_open_at_ms: 90, first_output_at_ms: 560 },
      { cancel_accepted_at_ms: 500, cancel_fence_applied_at_ms: 620, terminal_events: ["abort", "close"] },
    ]);
    expect(reading.value.entries[0]).not.toHaveProperty("cancel_accepted_at_ms");
    expect(reading.value.entries[0]).toMatchObject({ invocation_outcomes: [], migration_markers: [] });
  });
});
