/** What `verify` writes, in the one order in which it is written, listed and checked. */

/** An artifact of the folder. */
export interface VerifiedArtifact {
  /** Name in records and in readiness; also the kind. */
  readonly id: string;
  readonly file: string;
  readonly schemaVersion: string;
  /** What it is, for people. */
  readonly title: string;
}

/** Every artifact that a run can write, reports before what is made from them. */
export const VERIFIED_ARTIFACTS = [
  {
    id: "contracts_report",
    file: "contracts-report.json",
    schemaVersion: "rspp.tooling.contracts-report.v1",
    title: "Contracts report",
  },
  {
    id: "replay_regression_report",
    file: "replay-regression-report.json",
    schemaVersion: "rspp.tooling.replay-regression-report.v1",
    title: "Replay regression report",
  },
  {
    id: "slo_gates_report",
    file: "slo-gates-report.json",
    schemaVersion: "rspp.tooling.slo-gates-report.v1",
    title: "SLO gates report",
  },
  {
    id: "slo_gates_mvp_report",
    file: "slo-gates-mvp-report.json",
    schemaVersion: "rspp.tooling.slo-gates-mvp-report.v1",
    title: "MVP gates report",
  },
  {
    id: "security_baseline_report",
    file: "security-baseline-report.json",
    schemaVersion: "rspp.tooling.security-baseline-report.v1",
    title: "Security baseline report",
  },
  {
    id: "conformance_governance_report",
    file: "conformance-governance-report.json",
    schemaVersion: "rspp.tooling.conformance-governance-report.v1",
    title: "Governance report",
  },
  { id: "gate_run", file: "gate-run.json", schemaVersion: "rspp.gate-run.v1", title: "Gate run" },
  {
    id: "release_readiness",
    file: "release-readiness.json",
    schemaVersion: "rspp.tooling.release-readiness.v1",
    title: "Release readiness",
  },
  { id: "summary_markdown", file: "summary.md", schemaVersion: "text/markdown", title: "Summary, Markdown" },
  { id: "summary_html", file: "summary.html", schemaVersion: "text/html", title: "Summary, HTML" },
] as const satisfies readonly VerifiedArtifact[];

/** Id of an artifact that `verify` writes. */
export type VerifiedArtifactId = (typeof VERIFIED_ARTIFACTS)[number]["id"];

/** The artifact of an id. */
export function verifiedArtifact(id: VerifiedArtifactId): VerifiedArtifact {
  const [found] = VERIFIED_ARTIFACTS.filter((artifact) => artifact.id === id);
  if (found === undefined) throw new RangeError(`Cannot find artifact ${id}: expected a known one`);
  return found;
}

/** How a gate run names a report with its hash. */
export const evidenceRef = (file: string, sha256: string): string => `${file}@sha256:${sha256}`;

/** Digits of a hash that a summary for people shows at least. */
export const SHOWN_DIGITS = 16;
