/** Every renderer tells what a profile adds, and no text in it can break a page, a line or a document. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { GateProfile } from "../../../../contracts/deploy/gate-profile.ts";
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { hostileText } from "../../../../internal/report-text/hostile-text.test-kit.ts";
import { validate } from "../../../../validators/validate.ts";
import { compareEvidence } from "../../../regression/compare-evidence.ts";
import { createGateProfileAccumulator } from "../../profile/gate-profile-accumulator.ts";
import { resolveGateProfile } from "../../profile/gate-profile-settings.ts";
import { evaluated } from "../evaluated-run.test-kit.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { renderMvpSloHtml } from "../html/html-report.ts";
import { renderMvpSloJson } from "../json-report.ts";
import { renderMvpSloJunit } from "../junit-report.ts";
import { renderMvpSloMarkdown } from "../markdown-report.ts";
import { sampleRun } from "../sample-run.test-kit.ts";
import { renderMvpSloText } from "../text-report.ts";
import { runSentence, runVerdict } from "./run-verdict.ts";

const tagged = (turns: readonly TurnMetrics[], region: string) =>
  turns.map((turn) => ({ ...turn, turn_id: `${region}-${turn.turn_id}`, tags: { region } }));

function inputOf(turns: readonly TurnMetrics[], fields: Partial<GateProfile> = {}): GateReportInput {
  const run = createGateProfileAccumulator(
    resolveGateProfile({ schema_version: "rspp.gate-profile.v1", profile_id: "p", ...fields }),
  );
  for (const turn of turns) run.add(turn);
  const plain = evaluated(turns);
  return { ...plain, profile: run.report(plain.report), sources: [{ name: "run", turns: turns.length }] };
}

const before = [
  ...tagged(sampleRun({ turns: 300, seed: 1 }), "eu"),
  ...tagged(sampleRun({ turns: 300 }), "us"),
];
const after = [
  ...tagged(sampleRun({ turns: 300, seed: 3 }), "eu"),
  ...tagged(sampleRun({ turns: 300, seed: 4, slowness: 1.4 }), "us"),
];
const strict: Partial<GateProfile> = { mode: "strict", segment_by: ["region"] };
const comparison = compareEvidence(before, after, { by: ["region"] });
const full: GateReportInput = {
  ...inputOf(after, strict),
  regression: { comparison, level: "error", sources: [{ name: "main", turns: 600 }] },
  malformed: { count: 2, allowed: 5, first: [{ source: "run", line: 7, message: "Cannot read it" }] },
};

const RENDERERS = {
  text: renderMvpSloText,
  markdown: renderMvpSloMarkdown,
  html: renderMvpSloHtml,
  junit: renderMvpSloJunit,
};

describe("a run with segments and a baseline", () => {
  it.each(Object.entries(RENDERERS))("is told as %s with its segments and what is slower", (_, render) => {
    const told = render(full);
    expect(told).toBe(render(full));
    expect(told).toMatch(/region=us/);
    expect(told).toMatch(/worse|slower/);
    expect(told).toMatch(/G2 first output p95/);
  });

  it("is JSON that keeps its contract, dated or not", () => {
    for (const generatedAt of [undefined, "2026-02-09T22:19:06Z"]) {
      const json = renderMvpSloJson({ ...full, ...(generatedAt && { generatedAt }) });
      expect(validate("slo_gates_report", JSON.parse(json))).toMatchObject({ ok: true });
    }
  });

  it("fails because of the baseline alone, unless that only warns", () => {
    const calm = { ...inputOf(before), regression: full.regression! };
    expect(runVerdict({ ...calm, regression: { ...calm.regression, level: "warn" } })).toBe("pass");
    expect(runVerdict(calm)).toBe("fail");
    expect(runSentence(calm)).toContain("it is slower than the baseline");
  });
});

describe("strict mode", () => {
  const thin = inputOf(sampleRun({ turns: 30 }), { mode: "strict" });

  it.each(Object.entries(RENDERERS))("says in %s what is undecided and what it takes", (_, render) => {
    expect(render(thin)).toMatch(/at least 59 are needed/);
  });

  it("gives one word for a run that is too short", () => {
    expect(runVerdict(thin)).toBe("inconclusive");
    expect(runSentence(thin)).toBe("4 of 7 gates cannot be decided over 30 turns");
    expect(renderMvpSloJunit(thin)).toContain('type="inconclusive"');
  });
});

describe("levels", () => {
  const slow = sampleRun({ turns: 200, slowness: 1.5 });
  const warned = inputOf(slow, { levels: { G1: "warn", G2: "warn", G3: "off", G7: "warn" } });

  it("are told: a warning fails no case, and what is off is skipped", () => {
    const junit = renderMvpSloJunit(warned);
    expect(junit).toContain('failures="0"');
    expect(junit).toContain("Off by the profile");
    expect(renderMvpSloText(warned)).toMatch(/G1 .*warning/);
    expect(runSentence(warned)).toBe("No gate at level error failed over 200 turns, 4 warnings");
  });
});

describe("hostile texts", () => {
  it("in tags and turn ids break no page and no document", () => {
    const tags = (page: string) => page.match(/<\/?[a-z][a-z0-9]*/g) ?? [];
    const withText = (text: string) => {
      const turns = sampleRun({ turns: 3, slowness: 3 }).map((turn) => ({ ...turn, tags: { region: text } }));
      return inputOf(turns, strict);
    };
    const plain = withText("plain");
    fc.assert(
      fc.property(hostileText, (text) => {
        const input = withText(text === "" ? "x" : text);
        expect(tags(renderMvpSloHtml(input))).toEqual(tags(renderMvpSloHtml(plain)));
        expect(tags(renderMvpSloJunit(input))).toEqual(tags(renderMvpSloJunit(plain)));
        expect(renderMvpSloText(input).split("\n")).toHaveLength(renderMvpSloText(plain).split("\n").length);
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});
