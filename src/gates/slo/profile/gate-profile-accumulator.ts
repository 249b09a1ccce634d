/**
 * A run judged by a gate profile, turn by turn: one accumulator for the run and one for each segment.
 *
 * Limits and levels are applied when the report is asked for, so all of them add up the same way, and parts of a
 * run that were added up elsewhere can be merged.
 */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { quote } from "../../../internal/quote.ts";
import type { MvpSloAccumulatorState } from "../accumulator-state.ts";
import { createMvpSloAccumulator, type MvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import { compareText } from "../retained-findings.ts";
import type { MvpSloGateReport } from "../slo-report.ts";
import { evaluateMvpSloStrength } from "../strength/evaluate-mvp-slo-strength.ts";
import { type GateProfileReport, type Judged, judgeByLevels, worstOf } from "./gate-profile-report.ts";
import { type GateLevels, type GateProfileSettings, segmentSettings } from "./gate-profile-settings.ts";
import { MOST_SEGMENTS, type Segment, segmentKey, segmentOf } from "./segment-key.ts";

/** Everything that has been added up, as JSON. */
export interface GateProfileState {
  readonly run: MvpSloAccumulatorState;
  readonly segments: readonly { readonly segment: Segment; readonly state: MvpSloAccumulatorState }[];
}

/** Takes the turns of a run and judges them by a profile. */
export interface GateProfileAccumulator {
  /** Adds a turn. Throws, and changes nothing, if it is not well formed. */
  add(turn: TurnMetrics): GateProfileAccumulator;
  /** Adds what another one of the same profile has seen. */
  merge(other: Pick<GateProfileAccumulator, "toJSON">): GateProfileAccumulator;
  /** Everything it has seen, as JSON. */
  toJSON(): GateProfileState;
  /**
   * The verdict so far. `report` stands in for the report of the run where a caller has one with violations in
   * the order of the run.
   */
  report(report?: MvpSloGateReport): GateProfileReport;
}

/**
 * An accumulator of no turns.
 *
 * @since 0.1.0
 */
export function createGateProfileAccumulator(settings: GateProfileSettings): GateProfileAccumulator {
  const { anchor, requireEndToEnd, thresholds, segmentBy } = settings;
  const options = { anchor, requireEndToEnd, thresholds };
  const run = createMvpSloAccumulator(options);
  const segments = new Map<string, SegmentPart>();

  const accumulatorOf = (segment: Segment): MvpSloAccumulator => {
    const key = segmentKey(segment);
    const known = segments.get(key);
    if (known !== undefined) return known.accumulator;
    if (segments.size >= MOST_SEGMENTS) {
      throw new RangeError(
        `Cannot cut the run by ${quote(segment.by)}: expected at most ${MOST_SEGMENTS} segments but received more; segment by tags with few values`,
      );
    }
    const accumulator = createMvpSloAccumulator(options);
    segments.set(key, { segment, accumulator });
    return accumulator;
  };

  const accumulator: GateProfileAccumulator = {
    add(turn) {
      run.add(turn);
      for (const by of segmentBy) accumulatorOf(segmentOf(turn, by)).add(turn);
      return accumulator;
    },
    merge(other) {
      const state = other.toJSON();
      run.merge({ toJSON: () => state.run });
      for (const part of state.segments) accumulatorOf(part.segment).merge({ toJSON: () => part.state });
      return accumulator;
    },
    toJSON: () => ({
      run: run.toJSON(),
      segments: partsInOrder().map((part) => ({
        segment: part.segment,
        state: part.accumulator.toJSON(),
      })),
    }),
    report(listed) {
      const state = run.toJSON();
      const whole = judgeState(state, { settings, levels: settings.levels, report: listed });
      // One run has one anchor: segments that measured differently could not be compared.
      const shared = whole.judgement.report.end_to_end_anchor ?? anchor;
      const parts = partsInOrder().map(({ segment, accumulator }) => {
        const { levels, thresholds: limits } = segmentSettings(settings, segment.tags);
        const own = accumulator.toJSON();
        const adapted = { ...own, options: { ...own.options, anchor: shared, thresholds: limits } };
        return { segment, ...judgeState(adapted, { settings, levels, segment }) };
      });
      return profileReport(settings, whole, parts);
    },
  };

  /** By the order of the tags in the profile, then by their values. */
  function partsInOrder(): SegmentPart[] {
    return [...segments]
      .sort(([left, one], [right, other]) => {
        const byTag = segmentBy.indexOf(one.segment.by) - segmentBy.indexOf(other.segment.by);
        return byTag === 0 ? compareText(left, right) : byTag;
      })
      .map(([, part]) => part);
  }
  return accumulator;
}

/** A segment with what has been added up of it. */
interface SegmentPart {
  readonly segment: Segment;
  readonly accumulator: MvpSloAccumulator;
}

interface StateJudging {
  readonly settings: GateProfileSettings;
  readonly levels: GateLevels;
  readonly segment?: Segment;
  readonly report?: MvpSloGateReport | undefined;
}

function judgeState(
  state: MvpSloAccumulatorState,
  { settings, levels, segment, report }: StateJudging,
): Judged {
  const { mode, confidence } = settings;
  const strength = evaluateMvpSloStrength(state, { mode, confidence });
  const judging = { levels, mode, ...(segment !== undefined && { segment }) };
  return judgeByLevels({ figures: strength.figures, report: report ?? strength.report }, judging);
}

function profileReport(
  { profile_id, mode, confidence }: GateProfileSettings,
  whole: Judged,
  parts: readonly (Judged & { readonly segment: Segment })[],
): GateProfileReport {
  const all = [...whole.findings, ...parts.flatMap(({ findings }) => findings)];
  const findings = [
    ...all.filter(({ severity }) => severity === "error"),
    ...all.filter(({ severity }) => severity === "warning"),
  ];
  const verdict = worstOf(findings);
  return {
    ...whole.judgement,
    profile_id,
    mode,
    confidence,
    verdict,
    passed: verdict === "pass",
    findings,
    segments: parts.map(({ segment, judgement }) => ({ ...segment, ...judgement })),
  };
}
