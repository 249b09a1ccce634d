/** What the reports of the replay gate are written from, and the words that all of them share. */
import type {
  ReplayFixtureResult,
  ReplayRegressionReport,
} from "../../../contracts/observability/replay-regression-report.ts";
import type { ReplayFixtureTraces } from "../evaluate-replay-regression.ts";

/** A report with the traces that it was made from. */
export interface ReplayReportInput {
  readonly report: ReplayRegressionReport;
  /** Traces for the timelines of the HTML report. */
  readonly fixtures: readonly ReplayFixtureTraces[];
  /** Where the traces come from, as people would say it. */
  readonly source?: string;
}

/** What came of the gate. */
export type ReplayVerdict = "pass" | "fail" | "inconclusive";

/** Nothing to judge is no pass. */
export function replayVerdict({ passed, fixtures }: ReplayRegressionReport): ReplayVerdict {
  if (fixtures.length === 0) return "inconclusive";
  return passed ? "pass" : "fail";
}

/** The verdict as a word. */
export const REPLAY_VERDICT_WORDS = { pass: "Passed", fail: "Failed", inconclusive: "Inconclusive" } as const;

/** The verdict in one sentence without a final period. */
export function replaySentence({ gate, counts }: ReplayRegressionReport): string {
  if (counts.fixtures === 0) return `No fixture belongs to the ${gate} gate`;
  const of = `${counts.fixtures} ${counts.fixtures === 1 ? "fixture" : "fixtures"}`;
  return counts.failed_fixtures === 0
    ? `${of} of the ${gate} gate replayed as recorded or as announced`
    : `${counts.failed_fixtures} of ${of} of the ${gate} gate failed`;
}

/** One reason why a fixture fails. */
export interface FailureLine {
  /** Divergence class, or what else it is. */
  readonly kind: string;
  readonly scope: string;
  readonly message: string;
}

/** Why a fixture fails, in order; empty for one that passed. */
export function failureLines({ failing, missing_evidence }: ReplayFixtureResult): FailureLine[] {
  return [
    ...missing_evidence.map((message) => ({ kind: "MISSING_EVIDENCE", scope: "fixture", message })),
    ...failing.map(({ class: kind, scope, message, expected }) => ({
      kind,
      scope,
      message:
        message === undefined
          ? "Expected this divergence but received none; remove it from the metadata if it is gone for good"
          : `${message}${expected === true ? " (expected, but this class needs more than that to pass)" : ""}`,
    })),
  ];
}

/** Divergences that the policy lets pass. */
export function letPass({ divergences, failing }: ReplayFixtureResult): number {
  return divergences.length - failing.filter(({ message }) => message !== undefined).length;
}

/** What to know about a fixture whose traces have different lengths; undefined for all others. */
export function shiftNote({ divergences }: ReplayFixtureResult): string | undefined {
  if (!divergences.some(({ scope }) => scope === "trace")) return undefined;
  return "Entries are compared by their place, and one side has more of them: what comes after the first divergence may follow from it";
}
