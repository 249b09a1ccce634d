/** What a rendered report is made from: the verdict, the turns behind it, and where they came from. */
import type { Diagnostic } from "../../../contracts/core/diagnostic.ts";
import type { GateLevel } from "../../../contracts/deploy/gate-profile.ts";
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import type { EvidenceComparison } from "../../regression/comparison-report.ts";
import type { GateProfileReport } from "../profile/gate-profile-report.ts";
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
  /** The verdict by a gate profile: levels, how much the evidence says, segments. */
  readonly profile?: GateProfileReport;
  /** The run against its baseline. */
  readonly regression?: JudgedComparison;
  /** What the turns were read from. */
  readonly sources?: readonly ReportSource[];
  /** Lines that could not be read, where some were allowed. */
  readonly malformed?: MalformedLines;
}

/** The comparison with a baseline, and what it does to the verdict. */
export interface JudgedComparison {
  readonly comparison: EvidenceComparison;
  readonly level: GateLevel;
  /** What the turns of the baseline were read from. */
  readonly sources: readonly ReportSource[];
}

/** A file or stream that turns were read from. */
export interface ReportSource {
  readonly name: string;
  readonly turns: number;
}

/** Lines that could not be read. */
export interface MalformedLines {
  readonly count: number;
  /** Most that were allowed. */
  readonly allowed: number;
  readonly first: readonly { readonly source: string; readonly line: number; readonly message: string }[];
}

/** The heading of a report. */
export function titleOf({ title }: GateReportInput): string {
  return title ?? "MVP SLO gates";
}
