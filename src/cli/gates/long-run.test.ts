/** The command over more turns than it keeps, held to the evaluation of all of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { evaluateMvpSloGates } from "../../gates/slo/evaluate-mvp-slo-gates.ts";
import { BUILT_IN_GATE_PROFILES } from "../../gates/slo/profile/built-in-profiles.ts";
import { createGateProfileAccumulator } from "../../gates/slo/profile/gate-profile-accumulator.ts";
import { resolveGateProfile } from "../../gates/slo/profile/gate-profile-settings.ts";
import { evaluated, goodTurn } from "../../gates/slo/report/evaluated-run.test-kit.ts";
import { renderMvpSloHtml } from "../../gates/slo/report/html/html-report.ts";
import { renderMvpSloJson } from "../../gates/slo/report/json-report.ts";
import { renderMvpSloJunit } from "../../gates/slo/report/junit-report.ts";
import { renderMvpSloMarkdown } from "../../gates/slo/report/markdown-report.ts";
import { sampleRun } from "../../gates/slo/report/sample-run.test-kit.ts";
import { renderMvpSloText } from "../../gates/slo/report/text-report.ts";
import { drive } from "../drive.test-kit.ts";

const ndjson = (turns: readonly unknown[]) => turns.map((turn) => `${JSON.stringify(turn)}\n`).join("");

/** Every hundredth turn has the id of the one before. */
const repeating = (turns: readonly TurnMetrics[]) =>
  turns.map((turn, index) => (index % 100 === 99 ? { ...turn, turn_id: turns[index - 1]!.turn_id } : turn));

describe("rspp-contracts gates over a long run", () => {
  it.each([
    ["one turn more than it keeps", 10_001, 0.003, []],
    ["many faults", 15_000, 0.5, []],
    ["another anchor", 10_050, 0.1, ["--anchor", "terminal"]],
  ])("reports what the evaluation of all turns reports: %s", async (_, count, faults, options) => {
    const turns = repeating(sampleRun({ turns: count, slowness: 1.2, faults }));
    const { code, stdout } = await drive(["gates", "-", "--json", ...options], { stdin: ndjson(turns) });
    const anchor = options.length > 0 ? "terminal" : "auto";
    expect(JSON.parse(stdout)).toMatchObject(evaluateMvpSloGates(turns, { anchor }));
    expect(code).toBe(1);
  });

  it("passes when all is well, and over several inputs", async () => {
    const [first, second] = [6000, 6000].map((length, part) =>
      Array.from({ length }, (_, index) => goodTurn(`${part}-${index}`)),
    );
    const files = { "a.ndjson": ndjson(first!), "b.json": second };
    const { code, stdout } = await drive(["gates", "a.ndjson", "b.json", "--json"], { files });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(evaluateMvpSloGates([...first!, ...second!]));
  });

  it("writes the same bytes as ever up to ten thousand turns", async () => {
    const turns = repeating(sampleRun({ turns: 10_000, faults: 0.01 }));
    const { cwd } = await drive(["gates", "-", "--out", "reports"], { stdin: ndjson(turns) });
    const plain = evaluated(turns);
    const run = createGateProfileAccumulator(resolveGateProfile(BUILT_IN_GATE_PROFILES["mvp"]!));
    for (const turn of turns) run.add(turn);
    const sources = [{ name: "<stdin>", turns: turns.length }];
    const profile = run.report(plain.report);
    const input = { ...plain, source: "<stdin>", sources, profile, incomplete: [] };
    const written = (name: string) => readFileSync(join(cwd, "reports", name), "utf8");
    expect(written("gates.json")).toBe(renderMvpSloJson(input));
    expect(written("gates.txt")).toBe(renderMvpSloText(input));
    expect(written("gates.md")).toBe(renderMvpSloMarkdown(input));
    expect(written("gates.junit.xml")).toBe(renderMvpSloJunit(input));
    expect(written("gates.html")).toBe(renderMvpSloHtml(input));
  });

  it("still stops at a broken record, with its place", async () => {
    const stdin = ndjson([...sampleRun({ turns: 10_500 }), { ...goodTurn("x"), turn_open_at_ms: -1 }]);
    const { code, stdout, stderr } = await drive(["gates", "-"], { stdin });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^<stdin>:10501:\d+ {2}error \S+ {2}\/turn_open_at_ms$/m);
  });

  it("still tells why evidence is incomplete", async () => {
    const [record] = contracts.baseline_artifact.example.entries;
    const stdin = ndjson([...sampleRun({ turns: 10_001 }), { ...record, merge_rule_id: "" }]);
    const { stdout } = await drive(["gates", "-"], { stdin });
    expect(stdout).toMatch(/Incomplete evidence \(1 turn\)\n {2}turn turn-1: EVD-\d\d /);
    expect(stdout).toMatch(/is a sample of [\d,]+ of 10,002 turns; the verdict and all figures/);
  });
});
