/** The replay gates: the fixtures of a gate diverge from their recordings only as their metadata says. */
import type { ReplayFixtureMetadata } from "../../../contracts/observability/replay-fixture-metadata.ts";
import type { ReplayGate } from "../../../contracts/observability/replay-gate.ts";
import {
  evaluateReplayRegression,
  type ReplayFixtureTraces,
} from "../../../gates/replay/evaluate-replay-regression.ts";
import { failureLines } from "../../../gates/replay/report/replay-report-input.ts";
import { readDocument } from "../../input/read-document.ts";
import { gatherFixtures } from "../../replay/gather-fixtures.ts";
import { reportText, type VerifiedPart, type VerifyReading } from "./verified-part.ts";

/** What a plan says of replay, with absolute paths. */
export interface ReplayPaths {
  readonly baseline: string;
  readonly candidate: string;
  readonly metadata?: string | undefined;
}

/** The fixtures of a plan. */
export interface PlannedFixtures {
  readonly fixtures: readonly ReplayFixtureTraces[];
  readonly metadata: ReplayFixtureMetadata;
}

/** Reads the fixtures. Throws UsageError for anything that cannot be read. */
export async function readFixtures(paths: ReplayPaths, reading: VerifyReading): Promise<PlannedFixtures> {
  const metadata =
    paths.metadata === undefined
      ? { fixtures: {} }
      : await readDocument<ReplayFixtureMetadata>(paths.metadata, {
          cwd: reading.io.cwd,
          kind: "replay_fixture_metadata",
          what: "fixture metadata",
        });
  return { fixtures: await gatherFixtures(paths, reading), metadata };
}

/** How a replay gate is asked. */
export interface ReplayJudging {
  readonly gate: ReplayGate;
  /** Whether this gate is what the run was asked for: then having nothing to judge is no pass. */
  readonly isMain: boolean;
  readonly now: string;
}

/** Judges the fixtures of a gate; only the main gate of a run writes the report. */
export function judgeReplay(planned: PlannedFixtures, { gate, isMain, now }: ReplayJudging): VerifiedPart {
  const report = evaluateReplayRegression({ ...planned, gate, now });
  const { counts, fixtures } = report;
  const violations = fixtures.flatMap((fixture) => {
    const [first, ...rest] = failureLines(fixture);
    if (first === undefined) return [];
    const more = rest.length > 0 ? `, and ${rest.length} more` : "";
    const message = `${fixture.fixture_id}: ${first.kind} ${first.scope}: ${first.message}${more}`;
    return [{ code: "replay_diverged", message }];
  });
  const metrics = { judged_fixtures: counts.fixtures, failed_fixtures: counts.failed_fixtures };
  const written = isMain ? { id: "replay_regression_report" as const, text: reportText(report) } : undefined;
  if (fixtures.length > 0) {
    const status = violations.length > 0 ? "fail" : "pass";
    return { outcome: { status, violations, metrics }, report: written };
  }
  if (!isMain) return { outcome: { status: "not_observed", metrics } };
  const received = report.not_selected.length > 0 ? "only fixtures of the other gate" : "none";
  const message = `Cannot judge the ${gate} gate: expected at least 1 fixture but received ${received}`;
  return {
    outcome: { status: "not_evaluated", violations: [{ code: "no_fixtures", message }], metrics },
    report: written,
  };
}
