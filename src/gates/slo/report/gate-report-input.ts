/** What a rendered report is made from: the verdict, the turns behind it, and where they came from. */
import type { Diagnostic } from "../../../contracts/core/diagnostic.ts";
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import type { MvpSloGateReport } from "../slo-report.ts";
import type { SampledRun } from "./long-run/sampled-run.ts";

/** A turn whose OR-02 evidence is incomplete, with the reasons. */
export interface IncompleteTurn {
  readonly turn_id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Input of every renderer. Renderers add nothing of their own: equal inputs give equal bytes. */
export interface GateReportInput {
  readonly report: MvpSloGateReport;
  /** The samples that the report was evaluated on, in their order; some of them if `sampled` is set. */
  readonly turns: readonly TurnMetrics[];
  /** Set for a run of which not all turns were kept. */
  readonly sampled?: SampledRun;
  /** Heading; "MVP SLO gates" unless set. */
  readonly title?: string;
  /** Where the evidence came from, such as a file name. */
  readonly source?: string;
  /** Shown as given, when given; nothing reads a clock. */
  readonly generatedAt?: string;
  readonly incomplete?: readonly IncompleteTurn[];
}

/** The heading of a report. */
export function titleOf({ title }: GateReportInput): string {
  return title ?? "MVP SLO gates";
}
