/** The orchestrator: all gates of a profile are asked at once, and their results come in one order. */
import type { GateResult, GateRun } from "../../contracts/deploy/gate-run.ts";
import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { diagnose } from "../../validators/diagnose.ts";
import { isReleaseCandidate, releaseCandidateShape } from "../../validators/generated/release-candidate.ts";
import { requireUtc } from "../release/readiness-policy.ts";
import { askGate } from "./ask-gate.ts";
import { type GateStage, STAGES_OF_PROFILE } from "./gate.ts";
import type { GateRegistry } from "./gate-registry.ts";

/** What an orchestrator has of the world. */
export interface GateOrchestratorOptions {
  /** The wall clock as RFC 3339 in UTC. */
  readonly now: () => string;
  /** Resolves after that many ms, or when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Evidence for the gates, by name. */
  readonly evidence?: Readonly<Record<string, Uint8Array>>;
}

/** Runs the gates of a profile. */
export interface GateOrchestrator {
  /** Asks every gate of the profile; never rejects because of a gate. Throws for a candidate that is not valid. */
  runProfile(profile: GateStage, candidate: ReleaseCandidate): Promise<GateRun>;
}

/** An orchestrator of the gates of a registry. */
export function createGateOrchestrator(
  registry: GateRegistry,
  { now, wait, evidence = {} }: GateOrchestratorOptions,
): GateOrchestrator {
  return {
    async runProfile(profile, candidate) {
      if (!Object.hasOwn(STAGES_OF_PROFILE, profile)) {
        const known = Object.keys(STAGES_OF_PROFILE).join(", ");
        throw new RangeError(
          `Cannot run gates: expected one of ${known} but received ${describeValue(profile)}`,
        );
      }
      const asked = requireCandidate(candidate);
      const stages = STAGES_OF_PROFILE[profile];
      const gates = registry.gates().filter(({ gate }) => stages.includes(gate.stage));
      const started_at = now();
      const begun = requireUtc("now", started_at);
      const clock = () => requireUtc("now", now()) - begun;
      const results = await Promise.all(
        gates.map((gate) => askGate(gate, { candidate: structuredClone(asked), evidence, wait, clock })),
      );
      const { pipeline_version, commit_sha, spec_ref } = asked;
      const digest = sha256Hex(
        canonicalJson({ profile, candidate: asked, gates: gates.map(({ gate }) => gate.id) }),
      );
      return {
        run_id: `run-${started_at.slice(0, 19).replace(/\D/g, "")}-${digest.slice(0, 10)}`,
        profile,
        candidate_ref: `${pipeline_version}@${commit_sha}`,
        spec_ref,
        status: isPass(
          gates.map(({ gate }) => gate.required),
          results,
        )
          ? "pass"
          : "fail",
        started_at,
        ended_at: now(),
        results,
      };
    },
  };
}

/** A run without any gate that is required shows nothing, so it does not pass. */
function isPass(required: readonly boolean[], results: readonly GateResult[]): boolean {
  return (
    required.includes(true) &&
    results.every(({ status }, index) => !required[index] || status === "pass" || status === "not_observed")
  );
}

function requireCandidate(candidate: ReleaseCandidate): ReleaseCandidate {
  if (isReleaseCandidate(candidate)) return structuredClone(candidate);
  const [first] = diagnose(releaseCandidateShape, candidate, { open: false }).diagnostics;
  const received = first === undefined ? describeValue(candidate) : `${first.path}: ${first.message}`;
  throw new TypeError(`Cannot run gates: expected a valid release_candidate but received ${received}`);
}
