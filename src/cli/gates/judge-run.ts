/** From the inputs of a call to everything that its report is made from. */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { compareEvidence } from "../../gates/regression/compare-evidence.ts";
import type { RunEvidence } from "../../gates/regression/evidence-parts.ts";
import {
  createGateProfileAccumulator,
  type GateProfileAccumulator,
} from "../../gates/slo/profile/gate-profile-accumulator.ts";
import type {
  GateReportInput,
  JudgedComparison,
  ReportSource,
} from "../../gates/slo/report/gate-report-input.ts";
import { createGateRun } from "../../gates/slo/report/long-run/gate-run.ts";
import type { CliIo } from "../cli-io.ts";
import { createProgress } from "../terminal/progress.ts";
import { UsageError } from "../usage-error.ts";
import type { GateCall } from "./gate-call.ts";
import { gatherRun } from "./gather-run.ts";

/** Reads and judges the run, and compares it with its baseline where there is one. */
export async function judgeRun(call: GateCall, io: CliIo): Promise<GateReportInput> {
  const { settings, tags, now } = call;
  const { thresholds, anchor, requireEndToEnd } = settings;
  const run = createGateRun({ thresholds, anchor, requireEndToEnd });
  const candidate = createSide(call);
  const reading = { io, progress: createProgress(io), maxBytes: call.maxBytes };
  const { incomplete, sources, malformed } = await gatherRun(call.paths, {
    ...reading,
    maxMalformedLines: call.malformedLimit.lines ?? 0,
    onTurn: (turn) => {
      const tagged = withTags(turn, tags);
      run.add(tagged);
      asUsage(() => candidate.add(tagged));
    },
  });
  const input = run.input();
  const regression = await compareWithBaseline(call, { candidate, io });
  return {
    ...input,
    incomplete,
    source: sourceLabel(sources),
    sources,
    profile: candidate.accumulator.report(input.report),
    ...(now !== undefined && { generatedAt: now }),
    ...(malformed !== undefined && { malformed }),
    ...(regression !== undefined && { regression }),
  };
}

/** One of two runs that are compared. */
interface Side {
  readonly accumulator: GateProfileAccumulator;
  add(turn: TurnMetrics): void;
  evidence(): RunEvidence;
}

/** Turns are only kept where they have to be paired: a run may have any length. */
function createSide({ settings, pairBy }: GateCall): Side {
  const accumulator = createGateProfileAccumulator(settings);
  const turns: TurnMetrics[] = [];
  return {
    accumulator,
    add(turn) {
      accumulator.add(turn);
      if (pairBy !== "none") turns.push(turn);
    },
    evidence: () => (pairBy === "none" ? accumulator.toJSON() : turns),
  };
}

async function compareWithBaseline(
  call: GateCall,
  { candidate, io }: { readonly candidate: Side; readonly io: CliIo },
): Promise<JudgedComparison | undefined> {
  const { settings, baseline, pairBy, maxBytes, tags } = call;
  const { level, relative, absolute_ms } = settings.regression;
  if (baseline.length === 0 || level === "off") return undefined;
  const before = createSide(call);
  const { sources } = await gatherRun(baseline, {
    io,
    progress: createProgress(io),
    maxBytes,
    maxMalformedLines: call.malformedLimit.lines ?? 0,
    onTurn: (turn) => asUsage(() => before.add(withTags(turn, tags))),
  });
  const options = {
    pairBy,
    by: settings.segmentBy,
    margin: { relative, absolute_ms },
    confidence: settings.confidence,
  };
  const comparison = asUsage(() => compareEvidence(before.evidence(), candidate.evidence(), options));
  return { comparison, level, sources };
}

const withTags = (turn: TurnMetrics, tags: Readonly<Record<string, string>>): TurnMetrics =>
  Object.keys(tags).length === 0 ? turn : { ...turn, tags: { ...turn.tags, ...tags } };

/** Too many segments, or two turns with one id where they are paired: the caller can mend it. */
function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

function sourceLabel(sources: readonly ReportSource[]): string {
  return sources.length <= 3 ? sources.map(({ name }) => name).join(", ") : `${sources.length} files`;
}
