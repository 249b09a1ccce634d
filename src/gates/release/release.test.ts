/** Readiness and the manifest: what lets a release go out, and that nothing else does. */
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { validate } from "../../validators/validate.ts";
import { buildReleaseManifest, sourcesOfReadiness } from "./build-release-manifest.ts";
import { evaluateReleaseReadiness, type ReadinessArtifact } from "./evaluate-release-readiness.ts";
import { floatingReason, floatingVersionReason } from "./floating-ref.ts";

const now = "2026-02-16T23:00:00Z";
const at = "2026-02-16T22:00:00Z";
const REPORTS = {
  contracts_report: {
    ...contracts.contracts_report.example,
    generated_at_utc: at,
    passed: true,
    totals: { files: 1, valid: 1, invalid: 0 },
    files: [{ name: "a.json", kind: "event_record", valid: true, diagnostics: [] }],
  },
  replay_regression_report: { ...contracts.replay_regression_report.example, generated_at_utc: at },
  slo_gates_report: {
    ...contracts.slo_gates_report.example,
    generated_at_utc: at,
    verdict: "pass",
    passed: true,
  },
};
type Name = keyof typeof REPORTS;
const text = (value: unknown): ReadinessArtifact => ({ path: "x.json", content: JSON.stringify(value) });
const evaluate = (changes: Readonly<Record<string, ReadinessArtifact | undefined>> = {}, policy = {}) => {
  const good = Object.fromEntries(Object.entries(REPORTS).map(([name, report]) => [name, text(report)]));
  return evaluateReleaseReadiness({ artifacts: { ...good, ...changes }, policy, now });
};
const reasonOf = (name: string, artifact: ReadinessArtifact | undefined, policy = {}) => {
  const check = evaluate({ [name]: artifact }, policy).checks.find(({ id }) => id === name);
  return check?.status === "fail" ? check.reason : check?.status;
};

describe("release readiness", () => {
  it("passes with the three reports, is valid and has the same bytes twice", () => {
    const readiness = evaluate();
    expect(readiness.passed).toBe(true);
    expect(validate("release_readiness", readiness)).toMatchObject({ ok: true });
    expect(canonicalJson(evaluate())).toBe(canonicalJson(readiness));
  });

  it.each(Object.keys(REPORTS) as Name[])("fails closed on whatever is wrong with %s", (name) => {
    const report = REPORTS[name];
    const dated = (generated_at_utc: unknown) => reasonOf(name, text({ ...report, generated_at_utc }));
    expect(reasonOf(name, undefined)).toBe("missing");
    expect(reasonOf(name, { path: "x", content: "{" })).toBe("undecodable");
    expect(reasonOf(name, text([]))).toBe("foreign");
    expect(reasonOf(name, text({ ...report, schema_version: "rspp.tooling.other.v2" }))).toBe("foreign");
    expect(reasonOf(name, text({ ...report, schema_version: "rspp.tooling.slo-gates-mvp-report.v1" }))).toBe(
      "swapped",
    );
    expect(reasonOf(name, text({ ...report, surprise: 1 }))).toBe("invalid");
    expect(dated(undefined)).toBe("invalid");
    expect(dated("2026-02-15T23:00:00Z")).toBe("pass");
    expect(dated("2026-02-15T22:59:59.999Z")).toBe("stale");
    expect(dated("2026-02-16T23:05:00Z")).toBe("pass");
    expect(dated("2026-02-16T23:05:00.001Z")).toBe("future_dated");
    const failed = name === "slo_gates_report" ? { verdict: "fail", passed: false } : { passed: false };
    expect(reasonOf(name, text({ ...report, ...failed }))).toBe("failed");
    for (const problem of ["corrupt", "truncated", "swapped", "unreadable"] as const) {
      expect(reasonOf(name, { path: "x", problem, message: "m", hint: "h" })).toBe(problem);
    }
  });

  it("does not believe a report that passed against its own parts", () => {
    const { contracts_report, replay_regression_report } = REPORTS;
    expect(reasonOf("contracts_report", text({ ...contracts_report, files: [] }))).toBe("invalid");
    expect(reasonOf("replay_regression_report", text({ ...replay_regression_report, fixtures: [] }))).toBe(
      "invalid",
    );
  });

  it("asks for optional reports by policy, and judges them when they are there", () => {
    const governance = "conformance_governance_report";
    const failing = text({ ...contracts.conformance_governance_report.example, generated_at_utc: at });
    expect(reasonOf(governance, undefined)).toBe("not_required");
    expect(reasonOf(governance, undefined, { require_conformance_governance: true })).toBe("missing");
    expect(reasonOf(governance, failing)).toBe("failed");
    const security = {
      schema_version: "rspp.tooling.security-baseline-report.v1",
      generated_at_utc: at,
      passed: true,
    };
    expect(reasonOf("security_baseline_report", text({ ...security, scanner: "x" }))).toBe("pass");
    expect(reasonOf("security_baseline_report", text({ ...security, passed: "yes" }))).toBe("invalid");
  });

  it("throws for a policy with a mistyped field", () => {
    expect(() => evaluate({}, { require_mvp_gate: true })).toThrow(/policy\.require_mvp_gate/);
  });
});

describe("the release manifest", () => {
  const rollout = contracts.rollout_config.example;
  const build = (specRef = "specs/voice.json", changes = {}) => {
    const readiness = evaluate();
    return buildReleaseManifest(specRef, {
      rollout,
      readiness,
      sources: sourcesOfReadiness(readiness),
      now,
      ...changes,
    });
  };

  it("has the id of the specification and is valid", () => {
    const result = build();
    const digest = sha256Hex("specs/voice.json|pipeline-v1|canary|automatic|first_output_p95_exceeded").slice(
      0,
      10,
    );
    expect(result.ok && result.manifest.release_id).toBe(`rel-20260216230000-${digest}`);
    expect(result.ok && validate("release_manifest", result.manifest).ok).toBe(true);
    expect(canonicalJson(build())).toBe(canonicalJson(result));
  });

  it("is refused without readiness that passed, is honest and fresh", () => {
    const failed = evaluate({ slo_gates_report: undefined });
    expect(build(undefined, { readiness: failed })).toMatchObject({ reason: "not_ready" });
    expect(build(undefined, { readiness: { ...failed, passed: true } })).toMatchObject({
      reason: "not_ready",
    });
    const { checks, ...rest } = evaluate();
    const thrice = { ...rest, checks: [checks[0]!, checks[0]!, checks[0]!] };
    expect(build(undefined, { readiness: thrice })).toMatchObject({ reason: "not_ready" });
    expect(build(undefined, { readiness: {} })).toMatchObject({ reason: "invalid_readiness" });
    expect(build(undefined, { now: "2026-02-17T23:00:01Z" })).toMatchObject({ reason: "stale_readiness" });
    expect(build(undefined, { sources: {} })).toMatchObject({ reason: "source_mismatch" });
  });

  it.each([
    "latest",
    "main",
    "HEAD",
    "*",
    "^1.2",
    "1.0 - 2.0",
    ">=1",
    "app:latest",
    "1.x",
    "v1-latest",
    "~1",
  ])("is refused for version %s, by the contract too", (pipeline_version) => {
    expect(floatingVersionReason(pipeline_version)).toBeDefined();
    expect(build(undefined, { rollout: { ...rollout, pipeline_version } })).toMatchObject({
      reason: "floating_ref",
    });
    expect(validate("rollout_config", { ...rollout, pipeline_version }).ok).toBe(false);
  });

  it.each(["specs/voice@main", "specs:latest", "repo#HEAD", "specs/*", ""])(
    "is refused for spec %j",
    (ref) => {
      expect(build(ref)).toMatchObject({ reason: "floating_ref" });
    },
  );

  it.each(["pipeline-v1", "1.2.3", "1.2.3-beta.1", "app@sha256:0a1", "2026.02.16"])(
    "takes version %s",
    (ref) => {
      expect(floatingVersionReason(ref)).toBeUndefined();
      expect(floatingReason(ref)).toBeUndefined();
    },
  );
});
