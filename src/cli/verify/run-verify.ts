/** Runs the gates of a profile over a plan, and puts everything together that they wrote. */
import { setTimeout } from "node:timers/promises";

import type { GateRun } from "../../contracts/deploy/gate-run.ts";
import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";
import type { ReleaseReadiness } from "../../contracts/deploy/release-readiness.ts";
import type { GateOutcome } from "../../gates/orchestration/gate.ts";
import { createGateOrchestrator } from "../../gates/orchestration/gate-orchestrator.ts";
import { createGateRegistry } from "../../gates/orchestration/gate-registry.ts";
import { evaluateReleaseReadiness } from "../../gates/release/evaluate-release-readiness.ts";
import type { ReadinessPolicy } from "../../gates/release/readiness-policy.ts";
import { READINESS_REPORTS } from "../../gates/release/readiness-report.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import type { VerifiedTexts } from "./evidence-folder.ts";
import { INPUT_UNREADABLE, readable, type VerifyGate } from "./parts/verified-part.ts";
import type { VerifyProfile } from "./plan-gates.ts";
import { evidenceRef, verifiedArtifact } from "./verified-artifacts.ts";

/** What a run is asked. */
export interface VerifyQuestion {
  readonly profile: VerifyProfile;
  readonly gates: readonly VerifyGate[];
  readonly candidate: ReleaseCandidate;
  readonly policy: ReadinessPolicy;
  /** Time of the reports, RFC 3339 in UTC. */
  readonly now: string;
  /** The wall clock, by which the run is timed. */
  readonly clock: () => string;
  /** Report of another tool that is carried along. */
  readonly security?: Uint8Array | undefined;
  onGate(id: string): void;
}

/** How a verification came out. */
export type VerifyVerdict = "pass" | "fail" | "inconclusive" | "unreadable";

/** What a run came to. */
export interface VerifyOutcome {
  readonly verdict: VerifyVerdict;
  readonly run: GateRun;
  /** Gates whose failure does not fail the run. */
  readonly optional: ReadonlySet<string>;
  readonly readiness: ReleaseReadiness;
  /** The reports, by id. */
  readonly reports: VerifiedTexts;
}

/** Evidence of any size takes its time; what takes longer than this hangs, ms. */
const LONGEST_GATE_MS = 30 * 60_000;

/** Violations of one gate that a run lists; the reports have all of them. */
const LISTED = 100;

/** Asks the gates and judges the readiness of a release by what they wrote. */
export async function runVerify(question: VerifyQuestion): Promise<VerifyOutcome> {
  const { profile, gates, candidate, policy, now, clock, security } = question;
  const reports: VerifiedTexts = {};
  const registry = createGateRegistry();
  for (const gate of gates) {
    const { id, stage, required } = gate;
    const evaluate = async (): Promise<GateOutcome> => {
      question.onGate(id);
      const { outcome, report } = await readable(gate.judge);
      if (report !== undefined) reports[report.id] = report.text;
      return listed(outcome);
    };
    registry.register({ id, stage, required, evaluate }, { max_duration_ms: LONGEST_GATE_MS });
  }
  const wait = (ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal, ref: false });
  const asked = await createGateOrchestrator(registry, {
    now: clock,
    wait: (ms, signal) => wait(ms, signal).catch(() => undefined),
  }).runProfile(profile, candidate);
  if (security !== undefined) reports.security_baseline_report = security;
  const run: GateRun = {
    ...asked,
    results: asked.results.map((result) => ({
      ...result,
      evidence_refs: refsOf(result.gate_id, question, reports),
    })),
  };
  const optional = new Set(gates.filter(({ required }) => !required).map(({ id }) => id));
  return {
    verdict: verdictOf(run, optional),
    run,
    optional,
    readiness: evaluateReleaseReadiness({ artifacts: artifactsOf(reports), policy, now }),
    reports,
  };
}

function listed(outcome: GateOutcome): GateOutcome {
  const { violations = [] } = outcome;
  const rest = violations.length - LISTED;
  if (rest <= 0) return outcome;
  const message = `${rest} more; the report has all of them`;
  return { ...outcome, violations: [...violations.slice(0, LISTED), { code: "more_violations", message }] };
}

function refsOf(id: string, { gates }: VerifyQuestion, reports: VerifiedTexts): string[] {
  const names = gates.find((gate) => gate.id === id)?.reports ?? [];
  return names.flatMap((name) => {
    const text = reports[name];
    return text === undefined ? [] : [evidenceRef(verifiedArtifact(name).file, sha256Hex(text))];
  });
}

function artifactsOf(reports: VerifiedTexts) {
  const entries = READINESS_REPORTS.flatMap(({ id }) => {
    const content = reports[id];
    return content === undefined ? [] : [[id, { path: verifiedArtifact(id).file, content }] as const];
  });
  return Object.fromEntries(entries);
}

/** Unreadable inputs come first: with one of them nothing can be said about the run as a whole. */
function verdictOf(run: GateRun, optional: ReadonlySet<string>): VerifyVerdict {
  const required = run.results.filter(({ gate_id }) => !optional.has(gate_id));
  const codes = required.flatMap(({ violations }) => violations.map(({ code }) => code));
  if (codes.includes(INPUT_UNREADABLE)) return "unreadable";
  if (required.some(({ status }) => status === "fail")) return "fail";
  return run.status === "pass" ? "pass" : "inconclusive";
}
