/** The matrix of segments and gates, as far as all renderers share it. */
import type { SegmentJudgement } from "../../profile/gate-profile-report.ts";
import { segmentName } from "../../profile/segment-key.ts";
import type { MvpSloGateId } from "../../slo-report.ts";
import { breaksLimit, formatFigure } from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import type { MvpSloVerdict } from "../gate-verdict.ts";
import type { ShownStatus } from "../shown-status.ts";
import { shownStatus } from "./shown-gate.ts";

/** One gate in one segment. */
export interface MatrixCell {
  readonly gate_id: MvpSloGateId;
  readonly status: ShownStatus;
  /** The figure that counts: the one that breaks its limit, else the last. A dash where there is none. */
  readonly figure: string;
}

/** One segment. */
export interface MatrixRow {
  readonly name: string;
  readonly verdict: MvpSloVerdict;
  readonly turns: number;
  readonly cells: readonly MatrixCell[];
}

/** Most rows that are written out; a report of a thousand segments is read by nobody. */
export const MOST_MATRIX_ROWS = 100;

/** The rows, those that did not pass first where not all of them can be shown. */
export function matrixRows({ profile }: GateReportInput): {
  readonly rows: MatrixRow[];
  readonly left: number;
} {
  const segments = profile?.segments ?? [];
  const mode = profile?.mode ?? "compat";
  const urgent = segments.length <= MOST_MATRIX_ROWS ? [...segments] : byUrgency(segments);
  const shown = urgent.slice(0, MOST_MATRIX_ROWS);
  const rows = shown.map((segment) => ({
    name: segmentName(segment),
    verdict: segment.verdict,
    turns: segment.report.samples,
    cells: segment.report.gates.map((gate): MatrixCell => {
      const value = gate.values.find(breaksLimit) ?? gate.values.at(-1);
      const { observed, unit } = value ?? {};
      return {
        gate_id: gate.gate_id,
        status: shownStatus(gate, { ...segment, mode }),
        figure: observed === undefined || unit === undefined ? "-" : formatFigure(observed, unit),
      };
    }),
  }));
  return { rows, left: segments.length - shown.length };
}

function byUrgency(segments: readonly SegmentJudgement[]): SegmentJudgement[] {
  const rank = { fail: 0, inconclusive: 1, pass: 2 };
  return [...segments].sort((left, right) => rank[left.verdict] - rank[right.verdict]);
}
