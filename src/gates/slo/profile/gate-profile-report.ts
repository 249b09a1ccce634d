/**
 * The verdict over a run by a gate profile: the run as a whole, then each of its segments.
 *
 * A gate at level `warn` is told and fails nothing, one at level `off` is not judged. What is wrong with the
 * run itself, such as that no turn was accepted, has no level: it always counts.
 */
import type { GateLevel } from "../../../contracts/deploy/gate-profile.ts";
import { formatCount } from "../report/format-figure.ts";
import { type MvpSloVerdict, mvpSloVerdict } from "../report/gate-verdict.ts";
import type { MvpSloGateId, MvpSloGateReport, MvpSloViolation, MvpSloViolationCode } from "../slo-report.ts";
import { PERCENTILE_CODES } from "../strength/percentile-codes.ts";
import type { FigureStrength, MvpSloStrengthReport } from "../strength/strength-report.ts";
import type { GateLevels, GateProfileSettings } from "./gate-profile-settings.ts";
import { type Segment, segmentName } from "./segment-key.ts";

/** What a gate says against a run or a segment of it. */
export interface GateProfileFinding {
  readonly severity: "error" | "warning";
  /** `fail`, or `inconclusive` where the evidence is too thin to decide. */
  readonly verdict: "fail" | "inconclusive";
  readonly gate_id?: MvpSloGateId;
  /** Where it was found; the run as a whole unless set. */
  readonly segment?: Segment;
  readonly message: string;
}

/** What a profile says of a run or of a segment. */
export interface ProfileJudgement {
  readonly verdict: MvpSloVerdict;
  readonly report: MvpSloGateReport;
  readonly strength: readonly FigureStrength[];
  /** Levels of the gates that are not at `error`. */
  readonly levels: Partial<Record<MvpSloGateId, GateLevel>>;
}

/** A segment with its judgement. */
export interface SegmentJudgement extends Segment, ProfileJudgement {}

/** The verdict over a run by a profile. */
export interface GateProfileReport extends ProfileJudgement {
  readonly profile_id: string;
  readonly mode: "compat" | "strict";
  readonly confidence: number;
  readonly passed: boolean;
  /** Errors first, each in the order run, then segments. */
  readonly findings: readonly GateProfileFinding[];
  readonly segments: readonly SegmentJudgement[];
}

/** A judgement with what led to it. */
export interface Judged {
  readonly judgement: ProfileJudgement;
  readonly findings: readonly GateProfileFinding[];
}

/** How a run or a segment is judged. */
export interface LevelJudging {
  readonly levels: GateLevels;
  readonly mode: GateProfileSettings["mode"];
  readonly segment?: Segment;
}

/** Judges a run or a segment by the levels that hold for it. */
export function judgeByLevels(
  { report, figures }: Pick<MvpSloStrengthReport, "report" | "figures">,
  { levels, mode, segment }: LevelJudging,
): Judged {
  const counts = (code: MvpSloViolationCode) => mode === "compat" || !PERCENTILE_CODES.has(code);
  const violations = report.violations.filter(({ code }) => counts(code));
  const blocking = violations.filter(({ gate_id }) => levelOf(gate_id, levels) === "error");
  const plain = mvpSloVerdict({ ...report, violations: blocking, passed: blocking.length === 0 });
  // Of a run without accepted turns nothing is known; a segment may just have had nobody in it.
  const isIdle = segment !== undefined && mode === "compat" && report.accepted_turns === 0;
  const findings: GateProfileFinding[] = [];
  const note = (finding: Omit<GateProfileFinding, "severity">) => {
    const level = levelOf(finding.gate_id, levels);
    if (level === "off") return;
    const severity = level === "error" && !isIdle ? "error" : "warning";
    const where = segment === undefined ? "" : ` (${segmentName(segment)})`;
    const message = `${finding.message}${where}`;
    findings.push({ severity, ...finding, message, ...(segment !== undefined && { segment }) });
  };
  for (const { gate_id, first, total } of groupedByCode(violations)) {
    const more = total === 1 ? "" : ` and ${formatCount(total - 1)} more`;
    const verdict = plain === "inconclusive" ? plain : "fail";
    note({ verdict, ...(gate_id !== undefined && { gate_id }), message: `${first}${more}` });
  }
  for (const { gate_id, verdict, message } of mode === "strict" ? figures : []) {
    if (verdict === "fail" || verdict === "inconclusive") note({ verdict, gate_id, message });
  }
  const lowered = Object.entries(levels).filter(([, level]) => level !== "error");
  return {
    judgement: {
      verdict: worstOf(findings),
      report,
      strength: figures,
      levels: Object.fromEntries(lowered),
    },
    findings,
  };
}

/** What is wrong with the run itself has no level. */
const levelOf = (gate_id: MvpSloGateId | undefined, levels: GateLevels): GateLevel =>
  gate_id === undefined ? "error" : levels[gate_id];

/** Fail beats inconclusive beats pass; warnings decide nothing. */
export function worstOf(findings: readonly GateProfileFinding[]): MvpSloVerdict {
  const verdicts = findings.flatMap(({ severity, verdict }) => (severity === "error" ? [verdict] : []));
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}

interface CodeGroup {
  readonly gate_id: MvpSloGateId | undefined;
  readonly first: string;
  total: number;
}

function groupedByCode(violations: readonly MvpSloViolation[]): CodeGroup[] {
  const groups = new Map<string, CodeGroup>();
  for (const { gate_id, code, message } of violations) {
    const known = groups.get(code);
    if (known === undefined) groups.set(code, { gate_id, first: message, total: 1 });
    else known.total += 1;
  }
  return [...groups.values()];
}
