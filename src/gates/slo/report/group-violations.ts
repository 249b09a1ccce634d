/** Violations gathered by their code, because a thousand turns with one fault are one problem. */
import type { MvpSloGateId, MvpSloGateReport, MvpSloViolation, MvpSloViolationCode } from "../slo-report.ts";
import type { GateReportInput } from "./gate-report-input.ts";

/** The violations of one code. */
export interface ViolationGroup {
  readonly code: MvpSloViolationCode;
  readonly gate_id: MvpSloGateId | undefined;
  readonly violations: readonly MvpSloViolation[];
  /** How many there are, also beyond those that were kept. */
  readonly total: number;
}

type Grouping = Pick<GateReportInput, "report" | "sampled">;

/** Groups in the order of the gates; the broken limit of a gate before the turns it is about. */
export function groupViolations({ report, sampled }: Grouping): ViolationGroup[] {
  const { violations } = report;
  const groups = new Map<MvpSloViolationCode, MvpSloViolation[]>();
  for (const violation of violations) {
    const group = groups.get(violation.code);
    if (group === undefined) groups.set(violation.code, [violation]);
    else group.push(violation);
  }
  return [...groups]
    .map(([code, grouped]) => {
      const total = grouped.length + (sampled?.omitted[code] ?? 0);
      return { code, gate_id: grouped[0]?.gate_id, violations: grouped, total };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** A sort key: no gate first, then gates in order, limits before turns. Sorting is stable. */
function rank({ gate_id, violations }: ViolationGroup): number {
  const gate = gate_id === undefined ? 0 : Number(gate_id.slice(1));
  return gate * 2 + (violations[0]?.turn_id === undefined ? 0 : 1);
}

/** How many violations there are, also beyond those that an accumulator kept. */
export function violationTotal({ violations, omitted_violations = 0 }: MvpSloGateReport): number {
  return violations.length + omitted_violations;
}

/** A code in words: `open_p95_exceeded` becomes "open p95 exceeded". */
export function codeWords(code: MvpSloViolationCode): string {
  return code.replaceAll("_", " ");
}
