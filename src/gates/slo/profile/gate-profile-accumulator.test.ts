/** A run by a profile: levels, segments, thin evidence, and the same verdict however the run is cut up. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { turnMetricsArbitrary } from "../../../arbitraries/observability/turn-metrics.ts";
import type { GateProfile } from "../../../contracts/deploy/gate-profile.ts";
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { canonicalJson } from "../../../internal/canonical-json.ts";
import { evaluateMvpSloGates } from "../evaluate-mvp-slo-gates.ts";
import { mvpSloVerdict } from "../report/gate-verdict.ts";
import { sampleRun } from "../report/sample-run.test-kit.ts";
import { createGateProfileAccumulator } from "./gate-profile-accumulator.ts";
import { resolveGateProfile } from "./gate-profile-settings.ts";
import { MOST_SEGMENTS, segmentName } from "./segment-key.ts";

const settingsOf = (fields: Partial<GateProfile> = {}) =>
  resolveGateProfile({ schema_version: "rspp.gate-profile.v1", profile_id: "p", ...fields });

const judged = (turns: readonly TurnMetrics[], fields: Partial<GateProfile> = {}) => {
  const run = createGateProfileAccumulator(settingsOf(fields));
  for (const turn of turns) run.add(turn);
  return run.report();
};

const tagged = (turns: readonly TurnMetrics[], tags: Record<string, string>) =>
  turns.map((turn) => ({ ...turn, tags }));

const calm = sampleRun({ turns: 120 });
const slow = sampleRun({ turns: 120, slowness: 1.6 });
const region = fc.constantFrom("eu", "us", undefined);
const anyTurn: fc.Arbitrary<TurnMetrics> = fc
  .tuple(turnMetricsArbitrary(), region)
  .map(([{ tags: _, ...turn }, name]) => (name === undefined ? turn : { ...turn, tags: { region: name } }));
const anyRun = fc.array(anyTurn, { maxLength: 30 });

describe("a gate profile", () => {
  it("judges by the plain rule unless told otherwise", () => {
    fc.assert(
      fc.property(anyRun, (turns) => {
        const report = evaluateMvpSloGates(turns);
        const own = judged(turns);
        expect(own.verdict).toBe(mvpSloVerdict(report));
        expect(own.report.gates).toEqual(report.gates);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("lets a gate warn, and leaves one out", () => {
    const broken = judged(slow);
    expect(broken.verdict).toBe("fail");
    const failing = [...new Set(broken.findings.map(({ gate_id }) => gate_id))] as "G1"[];
    const all = (level: "warn" | "off") => Object.fromEntries(failing.map((gate) => [gate, level]));
    const warned = judged(slow, { levels: all("warn") });
    expect(warned.verdict).toBe("pass");
    expect(warned.findings.map(({ severity }) => severity)).toEqual(broken.findings.map(() => "warning"));
    expect(warned.report).toEqual(broken.report);
    expect(judged(slow, { levels: all("off") }).findings).toEqual([]);
  });

  it("never lets a run without accepted turns pass, whatever the levels", () => {
    const off = { G1: "off", G2: "off", G3: "off", G4: "off", G5: "off", G6: "off", G7: "off" } as const;
    const report = judged(
      calm.map((turn) => ({ ...turn, accepted: false, happy_path: false })),
      { levels: off },
    );
    expect(report.verdict).toBe("inconclusive");
    expect(judged([], { levels: off }).verdict).toBe("inconclusive");
  });

  it("is inconclusive on thin evidence in strict mode, and says how much would do", () => {
    const thin = judged(calm.slice(0, 30), { mode: "strict" });
    expect(thin.verdict).toBe("inconclusive");
    expect(thin.strength.find(({ figure }) => figure === "first_output_p95_ms")?.needed).toBe(59);
    expect(judged(calm.slice(0, 30)).verdict).toBe("pass");
    expect(judged(sampleRun({ turns: 4000, slowness: 0.7 }), { mode: "strict" }).verdict).toBe("pass");
  });
});

describe("segments", () => {
  const mixed = [...tagged(calm, { region: "eu" }), ...tagged(slow, { region: "us" })];

  it("are judged by themselves, in the order of their values", () => {
    const report = judged(mixed, { segment_by: ["region"] });
    expect(report.segments.map((segment) => [segmentName(segment), segment.verdict])).toEqual([
      ["region=eu", "pass"],
      ["region=us", "fail"],
    ]);
    expect(report.findings.some(({ message }) => message.endsWith("(region=us)"))).toBe(true);
  });

  it("may have limits and levels of their own", () => {
    const overrides = [
      { where: { region: "us" }, levels: { G1: "off", G2: "off", G3: "off", G7: "off" } as const },
    ];
    const report = judged(mixed, { segment_by: ["region"], overrides });
    expect(report.segments.map(({ verdict }) => verdict)).toEqual(["pass", "pass"]);
    const tight = [{ where: { region: "eu" }, thresholds: { first_output_p95_ms: 1 } }];
    const [eu] = judged(mixed, { segment_by: ["region"], overrides: tight }).segments;
    expect(eu?.verdict).toBe("fail");
    expect(eu?.report.gates[1]?.values[0]?.limit).toBe(1);
  });

  it("hold every turn once for each cut, those without the tag included", () => {
    fc.assert(
      fc.property(anyRun, (turns) => {
        const { segments } = judged(turns, { segment_by: ["region", "region+llm"] });
        for (const by of ["region", "region+llm"]) {
          const own = segments.filter((segment) => segment.by === by);
          expect(own.reduce((sum, { report }) => sum + report.samples, 0)).toBe(turns.length);
        }
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it("measure to the anchor of the run", () => {
    const terminal = calm.map(({ audio_ingress_at_ms: _, playback_started_at_ms: __, ...turn }) => turn);
    const turns = [...tagged(calm, { region: "eu" }), ...tagged(terminal, { region: "us" })];
    const [, us] = judged(turns, { segment_by: ["region"] }).segments;
    expect(us?.report.end_to_end_anchor).toBe("playback");
  });

  it("without accepted turns say so and fail nothing by the plain rule", () => {
    const idle = calm.slice(0, 1).map((turn) => ({ ...turn, accepted: false, happy_path: false }));
    const turns = [...tagged(calm, { region: "eu" }), ...tagged(idle, { region: "us" })];
    const report = judged(turns, { segment_by: ["region"] });
    expect(report.verdict).toBe("pass");
    expect(report.findings.every(({ severity }) => severity === "warning")).toBe(true);
    expect(report.findings.length).toBeGreaterThan(0);
  });

  it("are refused where a tag groups nothing", () => {
    const turn = calm[0]!;
    const run = createGateProfileAccumulator(settingsOf({ segment_by: ["turn"] }));
    for (let index = 0; index < MOST_SEGMENTS; index += 1)
      run.add({ ...turn, tags: { turn: String(index) } });
    expect(() => run.add({ ...turn, tags: { turn: "one more" } })).toThrow("tags with few values");
  });

  it("give the same report however the run is cut up", () => {
    const settings = settingsOf({ segment_by: ["region"], mode: "strict" });
    fc.assert(
      fc.property(anyRun, fc.nat(30), (turns, cut) => {
        const [left, right, whole] = [0, 1, 2].map(() => createGateProfileAccumulator(settings));
        for (const [index, turn] of turns.entries()) (index < cut ? left : right)!.add(turn);
        for (const turn of turns) whole!.add(turn);
        const expected = canonicalJson(whole!.report());
        const travelled = JSON.parse(JSON.stringify(left));
        expect(canonicalJson(right!.merge({ toJSON: () => travelled }).report())).toBe(expected);
      }),
      { seed: 13, numRuns: 100 },
    );
  });
});
