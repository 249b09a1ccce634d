import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { canonicalJson } from "../../../../internal/canonical-json.ts";
import { evaluateMvpSloGates } from "../../evaluate-mvp-slo-gates.ts";
import type { MvpSloGateOptions } from "../../slo-options.ts";
import { evaluated, goodTurn } from "../evaluated-run.test-kit.ts";
import { renderMvpSloHtml } from "../html/html-report.ts";
import { renderMvpSloJunit } from "../junit-report.ts";
import { renderMvpSloMarkdown } from "../markdown-report.ts";
import { sampleRun } from "../sample-run.test-kit.ts";
import { renderMvpSloText } from "../text-report.ts";
import { turnFindings } from "../turn-figures.ts";
import { createGateRun, type GateRunBounds } from "./gate-run.ts";
import { MOST_STANDING_OUT } from "./run-digest.ts";

const gathered = (turns: readonly TurnMetrics[], options: MvpSloGateOptions, bounds?: GateRunBounds) => {
  const run = createGateRun(options, bounds);
  for (const turn of turns) run.add(turn);
  return run.input();
};

const marker = fc.option(fc.oneof(fc.nat(2500), fc.nat(200)), { nil: undefined, freq: 8 });
const rarely = fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0);
const often = rarely.map((happened) => !happened);

/** Few ids and small times, so that repeats, ties and wrong orders are common. */
const turn: fc.Arbitrary<TurnMetrics> = fc.record({
  turn_id: fc.nat(20).map((id) => `t${id}`),
  accepted: often,
  happy_path: often,
  turn_open_proposed_at_ms: marker,
  turn_open_at_ms: marker,
  turn_terminal_at_ms: marker,
  first_output_at_ms: marker,
  cancel_accepted_at_ms: marker,
  cancel_fence_applied_at_ms: marker,
  audio_ingress_at_ms: marker,
  playback_started_at_ms: marker,
  baseline_complete: often,
  accepted_stale_epoch_output: rarely,
  terminal_events: fc.constantFrom(["commit", "close"], ["abort", "close"], ["commit"]),
});

/** Some runs have no playback markers, some no end-to-end markers, some no accepted turn. */
const run = fc
  .tuple(fc.array(turn, { maxLength: 40 }), fc.constantFrom("all", "no playback", "none", "refused"))
  .map(([turns, kind]): TurnMetrics[] =>
    turns.map((sample) => ({
      ...sample,
      ...(kind === "refused" && { accepted: false }),
      ...(kind !== "all" && { playback_started_at_ms: undefined }),
      ...(kind === "none" && { turn_terminal_at_ms: undefined }),
    })),
  );
const options = fc.record({
  anchor: fc.constantFrom("auto", "playback", "terminal"),
  requireEndToEnd: fc.boolean(),
});

describe("createGateRun", () => {
  it("gives the report of evaluateMvpSloGates, byte for byte, however few turns it keeps", () => {
    fc.assert(
      fc.property(run, options, fc.nat(45), (turns, chosen, mostTurns) => {
        const { report } = gathered(turns, chosen, { mostTurns });
        expect(canonicalJson(report)).toBe(canonicalJson(evaluateMvpSloGates(turns, chosen)));
      }),
      { seed: 64, numRuns: 500 },
    );
  });

  it("lists the first violations of each code and counts the others", () => {
    fc.assert(
      fc.property(run, options, fc.nat(3), (turns, chosen, mostViolationsPerCode) => {
        const { report, sampled } = gathered(turns, chosen, { mostTurns: 0, mostViolationsPerCode });
        const whole = evaluateMvpSloGates(turns, chosen);
        const listed = new Map<string, number>();
        const expected = whole.violations.filter(({ code, turn_id }) => {
          listed.set(code, (listed.get(code) ?? 0) + 1);
          return turn_id === undefined || listed.get(code)! <= mostViolationsPerCode;
        });
        expect(report.violations).toEqual(expected);
        expect(report.omitted_violations ?? 0).toBe(whole.violations.length - expected.length);
        const omitted = Object.values(sampled?.omitted ?? {}).reduce((sum, count) => sum + count, 0);
        expect(omitted).toBe(report.omitted_violations ?? 0);
        expect({ ...report, violations: [], omitted_violations: 0 }).toEqual({
          ...whole,
          violations: [],
          omitted_violations: 0,
        });
      }),
      { seed: 65 },
    );
  });

  it("keeps turns in their places: the worst, those that stand out, and some along the run", () => {
    fc.assert(
      fc.property(run, options, (turns, chosen) => {
        const { report, turns: kept, sampled } = gathered(turns, chosen, { mostTurns: 0 });
        const indexes = sampled?.indexes ?? [];
        expect(kept).toEqual(indexes.map((index) => turns[index]));
        expect(indexes).toEqual([...new Set(indexes)].sort((left, right) => left - right));
        const ids = new Set(kept.map(({ turn_id }) => turn_id));
        for (const { worst } of report.gates) for (const { turn_id } of worst) expect(ids).toContain(turn_id);
        const outstanding = turns.filter((sample) => turnFindings(sample, report).length > 0);
        const total = turns.length === 0 ? 0 : outstanding.length;
        expect(sampled?.standingOut ?? { total: 0, kept: 0 }).toEqual({ total, kept: total });
        for (const sample of outstanding) expect(kept).toContain(sample);
      }),
      { seed: 66 },
    );
  });

  it("keeps every turn of a run of ten thousand and says nothing of a sample", () => {
    const turns = sampleRun({ turns: 10_000, faults: 0.002 });
    const input = gathered(turns, {});
    expect(input).toEqual(evaluated(turns));
    expect(renderMvpSloText(input)).not.toContain("sample");
  });

  it("names the place of a turn that is not well formed, before and after it stops keeping turns", () => {
    for (const mostTurns of [0, 9]) {
      const gateRun = createGateRun({}, { mostTurns });
      gateRun.add(goodTurn("a"));
      const broken = { ...goodTurn("b"), turn_open_at_ms: -1 };
      expect(() => gateRun.add(broken)).toThrow("Cannot evaluate samples[1].turn_open_at_ms: expected");
    }
  });
});

describe("reports of a long run", () => {
  const turns = sampleRun({ turns: 12_000, slowness: 1.3, faults: 0.3 });
  const input = gathered(turns, {}, { mostViolationsPerCode: 100 });
  const whole = evaluated(turns);
  const page = renderMvpSloHtml(input);

  it("are bounded, equal for equal runs, and show the same turn but once", () => {
    expect(input.turns.length).toBeLessThanOrEqual(5 * 7 + MOST_STANDING_OUT + 500);
    expect(renderMvpSloHtml(gathered(turns, {}, { mostViolationsPerCode: 100 }))).toBe(page);
    expect(page.match(/<tr id="turn-/g)).toHaveLength(input.turns.length);
    expect(page.length).toBeLessThan(900_000);
  });

  it("say that the table is a sample, and of how many turns", () => {
    const count = `${input.turns.length.toLocaleString("en-US")} of 12,000 turns`;
    const outstanding = turns.filter((sample) => turnFindings(sample, whole.report).length > 0).length;
    const listed = page.match(/class="found"/g)!.length;
    expect(listed).toBeGreaterThanOrEqual(MOST_STANDING_OUT);
    const [some, all, rest] = [listed, outstanding, outstanding - listed].map((figure) =>
      figure.toLocaleString("en-US"),
    );
    expect(page).toContain(
      `The table is a sample: ${count}. It lists the worst turns of each gate, ${some} of the ${all} turns that stand out in a gate (the other ${rest} are counted but not listed)`,
    );
    const sentence = `The turn table of the HTML report is a sample of ${count}`;
    expect(renderMvpSloText(input)).toContain(sentence);
    expect(renderMvpSloMarkdown(input)).toContain(sentence);
  });

  it("draw the distributions from all turns", () => {
    const drawing = (text: string) =>
      [...text.matchAll(/<(?:rect|line) [^>]*>(?:<title>[^<]*<\/title>)?/g)].map(String);
    const wholePage = renderMvpSloHtml(whole);
    expect(drawing(page)).toEqual(drawing(wholePage));
    const captions = (text: string) =>
      [...text.matchAll(/<p class="caption">[^<]*/g)].map(String).filter((caption) => / ms\. /.test(caption));
    expect(captions(page)).toHaveLength(4);
    expect(captions(page)).toEqual(captions(wholePage));
    for (const share of wholePage.matchAll(/class="waffle" role="img" aria-label="[^"]*"/g)) {
      expect(page).toContain(String(share));
    }
  });

  it("count what they do not list", () => {
    const lost = whole.report.violations.filter(({ code }) => code === "missing_cancel_fence_marker").length;
    expect(lost).toBeGreaterThan(200);
    expect(renderMvpSloText(input)).toContain(`missing cancel fence marker (${lost})`);
    expect(renderMvpSloMarkdown(input)).toContain(`missing cancel fence marker** (${lost})`);
    expect(renderMvpSloJunit(input)).toContain(`(and ${lost} more)`);
    expect(renderMvpSloJunit(whole)).toContain(`(and ${lost} more)`);
  });

  it("draw dots where a gate measured few turns, and name those that were kept", () => {
    const quiet = sampleRun({ turns: 50 }).map(({ cancel_accepted_at_ms: _, ...others }) => others);
    const cancelled = { cancel_accepted_at_ms: 1000, cancel_fence_applied_at_ms: 1080 };
    const one = gathered([...quiet, { ...goodTurn("cut off"), ...cancelled }], {}, { mostTurns: 0 });
    expect(renderMvpSloHtml(one)).toContain("<title>cut off: 80 ms</title>");
  });
});
