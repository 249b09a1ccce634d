/** The gates of a plan: each reads what it needs when it is asked, and what two of them need is read once. */
import type { VerifyPlan } from "../../contracts/deploy/verify-plan.ts";
import { buildSloGatesMvpReport } from "../../gates/live/build-slo-gates-mvp-report.ts";
import { compareLiveLatency } from "../../gates/live/compare-live-latency.ts";
import { evaluateFixedDecisions } from "../../gates/live/evaluate-fixed-decisions.ts";
import { evaluateLiveEndToEnd } from "../../gates/live/evaluate-live-end-to-end.ts";
import type { GateProfileSettings } from "../../gates/slo/profile/gate-profile-settings.ts";
import { judgeContracts } from "./parts/judge-contracts.ts";
import { judgeGovernance } from "./parts/judge-governance.ts";
import { decisionsOutcome, liveOutcome, readLiveEvidence } from "./parts/judge-live.ts";
import { judgeReplay, readFixtures } from "./parts/judge-replay.ts";
import { addUpRun, compareRuns, judgeSlo, plainOutcome, regressionOutcome } from "./parts/judge-slo.ts";
import {
  ifReadable,
  once,
  reportText,
  type VerifiedPart,
  type VerifyGate,
  type VerifyReading,
  withoutInput,
} from "./parts/verified-part.ts";

/** A profile of `verify`. */
export type VerifyProfile = "quick" | "full" | "mvp";

/** What the gates of a run are made from. */
export interface PlannedRun {
  readonly plan: VerifyPlan;
  readonly settings: GateProfileSettings;
  readonly profile: VerifyProfile;
  readonly reading: VerifyReading;
}

/** All gates of a plan; the orchestrator takes those of the profile. */
export function planGates(planned: PlannedRun): VerifyGate[] {
  const { plan, profile, reading } = planned;
  const gates: VerifyGate[] = [
    contractsGate(planned),
    ...replayGates(planned),
    ...runGates(planned),
    {
      id: "governance",
      stage: "full",
      required: true,
      reports: ["conformance_governance_report"],
      judge: async () =>
        plan.governance === undefined
          ? withoutInput("governance", "governance", reading)
          : judgeGovernance(plan.governance, reading),
    },
  ];
  return gates.filter(({ stage }) => STAGES[profile].includes(stage));
}

const STAGES: Readonly<Record<VerifyProfile, readonly VerifyGate["stage"][]>> = {
  quick: ["quick"],
  full: ["quick", "full"],
  mvp: ["quick", "full", "mvp"],
};

const contractsGate = ({ plan: { contracts }, reading }: PlannedRun): VerifyGate => ({
  id: "contracts",
  stage: "quick",
  required: true,
  reports: ["contracts_report"],
  judge: async () =>
    contracts === undefined
      ? withoutInput("contracts", "contracts", reading)
      : judgeContracts(contracts, reading),
});

/** The fuller profiles run both replay gates, so that a fixture of the quick gate alone is never left out. */
function replayGates({ plan: { replay }, profile, reading }: PlannedRun): VerifyGate[] {
  const fixtures = once(async () => replay && readFixtures(replay, reading));
  const main = profile === "quick" ? "quick" : "full";
  return (["quick", "full"] as const).map((gate) => ({
    id: `replay_${gate}`,
    stage: gate,
    required: true,
    reports: gate === main ? ["replay_regression_report"] : [],
    async judge() {
      const planned = await fixtures();
      return planned === undefined
        ? withoutInput(`replay_${gate}`, "replay", reading)
        : judgeReplay(planned, { gate, isMain: gate === main, now: reading.now });
    },
  }));
}

/** The gates over the turns of the run: they share what was added up. */
function runGates({ plan, settings, profile, reading }: PlannedRun): VerifyGate[] {
  const { evidence, live } = plan;
  const { now } = reading;
  const isCompared = profile !== "quick" && settings.regression.level !== "off";
  const run = once(async () => evidence && addUpRun(evidence.run, { settings, reading }));
  const comparison = once(async () => {
    const candidate = await run();
    if (candidate === undefined || evidence?.baseline === undefined || !isCompared) return undefined;
    const baseline = await addUpRun(evidence.baseline, { settings, reading });
    return compareRuns(baseline, candidate, { settings });
  });
  const liveEvidence = once(async () => live && readLiveEvidence(live, reading));

  const slo = async (): Promise<VerifiedPart> => {
    const added = await run();
    if (added === undefined) return withoutInput("slo", "evidence", reading);
    // A baseline that cannot be read is the fault of the regression gate, which tells it.
    return judgeSlo(added, { now, regression: await ifReadable(comparison()) });
  };
  const regression = async (): Promise<VerifiedPart> => {
    if (!isCompared) return { outcome: { status: "not_observed" } };
    const judged = await comparison();
    return judged === undefined
      ? withoutInput("regression", "evidence.baseline", reading)
      : { outcome: regressionOutcome(judged) };
  };
  const fixedDecisions = async () =>
    evaluateFixedDecisions({
      ...(await liveEvidence()),
      executionProfile: plan.execution_profile ?? "simple",
    });
  const liveEndToEnd = async () => {
    const found = await liveEvidence();
    if (found === undefined || live === undefined) return undefined;
    const { end_to_end_p50_ms, end_to_end_p95_ms } = settings.thresholds;
    const { waiver } = live;
    return evaluateLiveEndToEnd(found.streaming, {
      thresholds: { end_to_end_p50_ms, end_to_end_p95_ms },
      ...(waiver !== undefined && {
        waiver: { maxAttempts: waiver.max_attempts, attempts: waiver.attempts, reason: waiver.reason },
      }),
    });
  };
  const mvpReport = async () => {
    const [added, found, endToEnd] = [await run(), await liveEvidence(), await liveEndToEnd()];
    if (added === undefined || found === undefined || endToEnd === undefined) return undefined;
    const report = buildSloGatesMvpReport({
      gates: added.report.report,
      liveEndToEnd: endToEnd,
      fixedDecisions: await fixedDecisions(),
      latencyComparison: compareLiveLatency(found.streaming, found.nonStreaming),
      now,
    });
    return { id: "slo_gates_mvp_report" as const, text: reportText(report) };
  };
  return [
    { id: "slo", stage: "quick", required: true, reports: ["slo_gates_report"], judge: slo },
    {
      id: "regression",
      stage: "full",
      required: settings.regression.level === "error",
      reports: ["slo_gates_report"],
      judge: regression,
    },
    {
      id: "slo_mvp",
      stage: "mvp",
      required: true,
      reports: ["slo_gates_mvp_report"],
      async judge() {
        const added = await run();
        if (added === undefined) return withoutInput("slo_mvp", "evidence", reading);
        return { outcome: plainOutcome(added), report: await ifReadable(mvpReport()) };
      },
    },
    {
      id: "live_end_to_end",
      stage: "mvp",
      required: true,
      reports: ["slo_gates_mvp_report"],
      async judge() {
        const judged = await liveEndToEnd();
        if (judged === undefined) return withoutInput("live_end_to_end", "live", reading);
        return { outcome: liveOutcome(judged) };
      },
    },
    {
      id: "fixed_decisions",
      stage: "mvp",
      required: true,
      reports: ["slo_gates_mvp_report"],
      judge: async () =>
        live === undefined
          ? withoutInput("fixed_decisions", "live", reading)
          : { outcome: decisionsOutcome(await fixedDecisions()) },
    },
  ];
}
