/** A gate as the orchestrator knows it: something that is asked about a release candidate and answers. */
import type { GateResult, GateRun } from "../../contracts/deploy/gate-run.ts";
import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";

/** Stage of a gate, and profile of a run. */
export type GateStage = GateRun["profile"];

/** What a gate is given. */
export interface GateInput {
  readonly candidate: ReleaseCandidate;
  /** The evidence that it needs and that is there, by name. */
  readonly evidence: Readonly<Record<string, Uint8Array>>;
  /** Aborted when the gate is over its budget: nobody waits for its answer any more. */
  readonly signal: AbortSignal;
}

/** The answer of a gate; lists and figures that it leaves out are empty. */
export interface GateOutcome {
  readonly status: GateResult["status"];
  readonly violations?: readonly GateResult["violations"][number][] | undefined;
  /** Figures by a name that ends in the unit. */
  readonly metrics?: Readonly<Record<string, number>> | undefined;
  readonly evidence_refs?: readonly string[] | undefined;
}

/** A gate. */
export interface Gate {
  readonly id: string;
  readonly stage: GateStage;
  /** Whether a run fails with it. */
  readonly required: boolean;
  /** Names of the evidence that it reads; none unless told. */
  readonly needs?: readonly string[];
  evaluate(input: GateInput): GateOutcome | Promise<GateOutcome>;
}

/** What a gate can do with; each gate has these of its own. */
export interface GateLimits {
  /** Longest time of an answer, ms, monotonic clock. */
  readonly max_duration_ms: number;
  readonly max_evidence_bytes: number;
  readonly max_violations: number;
}

/** Limits of gates that come with no plugin: a minute, 64 MiB, a thousand violations. */
export const DEFAULT_GATE_LIMITS: GateLimits = {
  max_duration_ms: 60_000,
  max_evidence_bytes: 64 * 1024 * 1024,
  max_violations: 1000,
};

/** The stages that a profile runs, in order: full adds to quick, mvp to full, and publish to everything. */
export const STAGES_OF_PROFILE: Readonly<Record<GateStage, readonly GateStage[]>> = {
  quick: ["quick"],
  full: ["quick", "full"],
  mvp: ["quick", "full", "mvp"],
  security: ["security"],
  publish: ["quick", "full", "mvp", "security", "publish"],
};
