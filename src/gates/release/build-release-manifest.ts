/** The manifest of a release, which only evidence that lets it go out can make. */

import type { ReleaseManifest, SourceArtifact } from "../../contracts/deploy/release-manifest.ts";
import type { ReadinessCheck, ReleaseReadiness } from "../../contracts/deploy/release-readiness.ts";
import type { RolloutConfig } from "../../contracts/deploy/rollout-config.ts";
import { DEFAULT_MAX_AHEAD_MS } from "../../evidence/store/evidence-store.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { isReleaseManifest } from "../../validators/generated/release-manifest.ts";
import { isReleaseReadiness } from "../../validators/generated/release-readiness.ts";
import { isRolloutConfig } from "../../validators/generated/rollout-config.ts";
import { floatingReason, floatingVersionReason } from "./floating-ref.ts";
import { DEFAULT_MAX_AGE_MS, requireUtc } from "./readiness-policy.ts";
import { READINESS_REPORTS } from "./readiness-report.ts";

/** What a manifest is made of, beside the specification. */
export interface ReleaseManifestParts {
  readonly rollout: RolloutConfig;
  readonly readiness: ReleaseReadiness;
  /** The evidence, by name; that of every passed check must be there with its hash. */
  readonly sources: Readonly<Record<string, SourceArtifact>>;
  /** When the release is made, RFC 3339 in UTC, wall clock. */
  readonly now: string;
}

/** Why there is no manifest. */
export type ManifestRefusalCode =
  | "floating_ref"
  | "invalid_rollout"
  | "invalid_readiness"
  | "not_ready"
  | "stale_readiness"
  | "source_mismatch";

/** A manifest, or why there is none and how to go on. */
export type ReleaseManifestResult =
  | { readonly ok: true; readonly manifest: ReleaseManifest }
  | {
      readonly ok: false;
      readonly reason: ManifestRefusalCode;
      readonly message: string;
      readonly hint: string;
    };

/**
 * The manifest of a release, or why it is refused. Equal arguments give equal manifests. Throws TypeError for a
 * time that is not RFC 3339 in UTC.
 *
 * @since 0.1.0
 */
export function buildReleaseManifest(specRef: string, parts: ReleaseManifestParts): ReleaseManifestResult {
  const { rollout, readiness, sources, now } = parts;
  const nowMs = requireUtc("now", now);
  const isText = typeof specRef === "string" && specRef !== "";
  const moving = isText ? floatingReason(specRef) : describeValue(specRef);
  if (moving !== undefined) {
    return refuse(
      "floating_ref",
      ["spec_ref that names one thing for ever", moving],
      "Name a version or a commit",
    );
  }
  const version: unknown = (rollout as Partial<RolloutConfig> | undefined)?.pipeline_version;
  const movingVersion = typeof version === "string" ? floatingVersionReason(version) : undefined;
  if (movingVersion !== undefined) {
    return refuse(
      "floating_ref",
      ["an immutable pipeline_version", movingVersion],
      "Write one such as pipeline-v2",
    );
  }
  if (!isRolloutConfig(rollout)) {
    return refuse("invalid_rollout", ["a rollout_config", describeValue(rollout)], "Validate the file first");
  }
  const bad = readinessProblem(readiness, nowMs) ?? sourceProblem(readiness.checks, sources);
  if (bad !== undefined) return bad;
  const manifest: unknown = {
    schema_version: "rspp.tooling.release-manifest.v1",
    release_id: releaseIdOf(specRef, { rollout, now }),
    generated_at_utc: now,
    spec_ref: specRef,
    rollout_config: rollout,
    readiness,
    source_artifacts: sources,
  };
  if (isReleaseManifest(manifest)) return { ok: true, manifest };
  return refuse(
    "source_mismatch",
    ["sources with path, sha256 and generated_at_utc", describeValue(sources)],
    "Take the sources from the passed checks",
  );
}

/** `rel-<UTC yyyymmddhhmmss>-<first 10 hex of the SHA-256 of what goes out>`. */
function releaseIdOf(
  specRef: string,
  { rollout, now }: { readonly rollout: RolloutConfig; readonly now: string },
): string {
  const { pipeline_version, strategy, rollback_posture } = rollout;
  const { mode, trigger } = rollback_posture;
  const digest = sha256Hex([specRef, pipeline_version, strategy, mode, trigger].join("|"));
  return `rel-${now.slice(0, 19).replace(/\D/g, "")}-${digest.slice(0, 10)}`;
}

type Refusal = Extract<ReleaseManifestResult, { ok: false }>;

function refuse(reason: ManifestRefusalCode, [expected, received]: [string, string], hint: string): Refusal {
  const message = `Cannot build the release manifest: expected ${expected} but received ${received}`;
  return { ok: false, reason, message, hint };
}

function readinessProblem(readiness: ReleaseReadiness, nowMs: number): Refusal | undefined {
  if (!isReleaseReadiness(readiness)) {
    return refuse("invalid_readiness", ["release_readiness", describeValue(readiness)], "Evaluate it again");
  }
  const { checks, passed, generated_at_utc } = readiness;
  const failed = checks.filter(({ status }) => status === "fail").map(({ id }) => id);
  const mandatory = READINESS_REPORTS.filter(({ isMandatory }) => isMandatory);
  const absent = mandatory
    .filter(({ id }) => !checks.some((check) => check.id === id && check.status === "pass"))
    .map(({ id }) => id);
  const open = [...new Set([...failed, ...absent])];
  if (open.length > 0 || !passed) {
    const received = open.length > 0 ? `no pass of ${open.join(", ")}` : "passed: false";
    return refuse(
      "not_ready",
      ["evidence that lets it go out", received],
      "Do what the checks say, then release",
    );
  }
  const age = nowMs - requireUtc("readiness.generated_at_utc", generated_at_utc);
  if (age <= DEFAULT_MAX_AGE_MS && -age <= DEFAULT_MAX_AHEAD_MS) return undefined;
  return refuse("stale_readiness", ["readiness of the last 24 hours", generated_at_utc], "Evaluate it again");
}

function sourceProblem(
  checks: readonly ReadinessCheck[],
  sources: ReleaseManifestParts["sources"],
): Refusal | undefined {
  for (const check of checks) {
    if (check.status !== "pass") continue;
    const source = Object.hasOwn(sources, check.id) ? sources[check.id] : undefined;
    if (source?.sha256 === check.sha256) continue;
    return refuse(
      "source_mismatch",
      [`${check.id} with SHA-256 ${check.sha256}`, describeValue(source?.sha256)],
      "Take the sources from the passed checks",
    );
  }
  return undefined;
}

/** The evidence of a release, by name: what its passed checks were read from. */
export function sourcesOfReadiness({ checks }: ReleaseReadiness): Record<string, SourceArtifact> {
  return Object.fromEntries(
    checks.flatMap((check) => {
      if (check.status !== "pass") return [];
      const { id, path, sha256, generated_at_utc } = check;
      return [[id, { path, sha256, generated_at_utc }]];
    }),
  );
}
