/**
 * Whether a run keeps to what the MVP has decided once and for all: the simple profile, the providers of the
 * catalogue, evidence of both modes that may be compared, and a transport that was tried out.
 */
import type { FixedDecisionsResult, LiveFinding } from "../../contracts/observability/live-gate-fields.ts";
import type { LiveProviderChainReport } from "../../contracts/observability/live-provider-chain-report.ts";
import { listOf, objectOf, TEXT } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import { requireChainReport } from "./chain-report-shape.ts";
import { liveFinding } from "./live-finding.ts";
import { modeFindings } from "./mode-evidence.ts";
import { MVP_PROVIDER_CATALOGUE, type ProviderCatalogue } from "./provider-catalogue.ts";
import { providerFindings } from "./provider-policy.ts";

/** What the fixed decisions are judged by; whatever is absent fails the decision that needs it. */
export interface FixedDecisionsInput {
  /** Execution profile of the run; only `simple` is allowed. */
  readonly executionProfile?: string | undefined;
  readonly streaming?: LiveProviderChainReport | undefined;
  readonly nonStreaming?: LiveProviderChainReport | undefined;
  /** Report of the transport's smoke probe. */
  readonly smoke?: { readonly probe?: { readonly status?: string } } | undefined;
  /** Providers that may be used; those of the MVP unless told. */
  readonly catalogue?: ProviderCatalogue | undefined;
}

type Side = readonly [path: "streaming" | "non_streaming", report: LiveProviderChainReport | undefined];

const CATALOGUE = objectOf({ stt: listOf(TEXT), llm: listOf(TEXT), tts: listOf(TEXT) });

/**
 * Judges the fixed decisions of the MVP, each by itself. Throws TypeError or RangeError that names a field of a
 * report that is not well formed.
 *
 * @since 0.1.0
 */
export function evaluateFixedDecisions(input: FixedDecisionsInput): FixedDecisionsResult {
  const { executionProfile, streaming, nonStreaming, smoke, catalogue = MVP_PROVIDER_CATALOGUE } = input;
  requireShape("catalogue", catalogue, CATALOGUE);
  const sides: readonly Side[] = [
    ["streaming", streaming],
    ["non_streaming", nonStreaming],
  ];
  for (const [path, report] of sides) if (report !== undefined) requireChainReport(path, report);
  const eachReport = (judge: (report: LiveProviderChainReport, path: Side[0]) => LiveFinding[]) =>
    sides.flatMap(([path, report]) => (report === undefined ? [reportMissing(path)] : judge(report, path)));
  const findings = {
    simple_profile: profileFindings(executionProfile),
    provider_policy: eachReport((report, path) => providerFindings(report, { path, catalogue })),
    mode_evidence: eachReport((report, path) => modeFindings(report, { path, mode: path })),
    parity_markers: eachReport(parityFindings),
    transport_smoke: smokeFindings(smoke),
  };
  const decisions = Object.entries(findings).map(([decision, violations]) => ({
    decision: decision as keyof typeof findings,
    passed: violations.length === 0,
    violations,
  }));
  return { passed: decisions.every(({ passed }) => passed), decisions };
}

const reportMissing = (path: string) =>
  liveFinding({
    code: `${path}_report_missing`,
    path,
    expected: "a live provider chain report",
    received: undefined,
  });

function profileFindings(profile: string | undefined): LiveFinding[] {
  if (profile === "simple") return [];
  const at = { code: "execution_profile_not_simple", path: "execution_profile" };
  return [liveFinding({ ...at, expected: '"simple"', received: profile })];
}

function parityFindings(report: LiveProviderChainReport, path: string): LiveFinding[] {
  return (["semantic_parity", "parity_comparison_valid"] as const).flatMap((marker) => {
    if (report[marker] === true) return [];
    const reason = report.parity_invalid_reason ?? "";
    const finding = liveFinding({
      code: report[marker] === undefined ? "parity_marker_missing" : "parity_marker_invalid",
      path: `${path}.${marker}`,
      expected: "true",
      received: report[marker],
    });
    return [
      reason === ""
        ? finding
        : { ...finding, message: `${finding.message}; the report says ${JSON.stringify(reason)}` },
    ];
  });
}

function smokeFindings(smoke: FixedDecisionsInput["smoke"]): LiveFinding[] {
  const status = smoke?.probe?.status;
  if (status === "passed") return [];
  const code = status === undefined ? "transport_smoke_missing" : "transport_smoke_not_passed";
  return [liveFinding({ code, path: "smoke.probe.status", expected: '"passed"', received: status })];
}
