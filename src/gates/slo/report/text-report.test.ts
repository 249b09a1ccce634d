import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../../../internal/report-text/hostile-text.test-kit.ts";
import { evaluated, goodTurn, troubledTurn } from "./evaluated-run.test-kit.ts";
import { renderMvpSloJson } from "./json-report.ts";
import { sampleRun } from "./sample-run.test-kit.ts";
import { renderMvpSloText } from "./text-report.ts";

describe("renderMvpSloText", () => {
  it("starts and ends with the verdict and lines the gates up", () => {
    const text = renderMvpSloText({ ...evaluated([goodTurn("a"), troubledTurn("b")]), source: "run.ndjson" });
    const lines = text.trimEnd().split("\n");
    expect(lines[0]).toBe("MVP SLO gates: run.ndjson");
    expect(lines[1]).toMatch(/^FAILED {2}\d of 7 gates failed over 2 turns$/);
    expect(lines.at(-1)).toBe(lines[1]);
    expect(text.slice(0, text.indexOf("\n\nViolations"))).toMatchInlineSnapshot(`
      "MVP SLO gates: run.ndjson
      FAILED  5 of 7 gates failed over 2 turns
      2 turns, 2 accepted, 2 happy path, 1 with a cancel, end to end measured to terminal

      Gate                                  Status         Observed        Limit  Turns  Worst turns
      G1    Turn-open decision latency      FAIL    p95      500 ms    <= 120 ms      2  b 500 ms, a 80 ms
      G2    First assistant output latency  pass    p95      420 ms  <= 1,500 ms      2  a 420 ms, b 0 ms
      G3    Cancellation fence latency      FAIL    p95           -    <= 150 ms      1
      G4    Authority safety                FAIL    count         1         <= 0      2  b
      G5    Replay baseline completeness    FAIL    ratio      50 %     >= 100 %      2  b
      G6    Terminal lifecycle correctness  FAIL    ratio      50 %     >= 100 %      2  b
      G7    End-to-end latency              pass    p50      400 ms  <= 1,500 ms      2  a 820 ms, b 400 ms
                                                    p95      820 ms  <= 2,000 ms"
    `);
  });

  it("lists every violation below the code that it has", () => {
    const input = evaluated([goodTurn("a"), troubledTurn("b")]);
    const text = renderMvpSloText(input);
    expect(text).toContain("Violations (5)\n  G1 open p95 exceeded\n    Cannot pass G1");
    for (const { message } of input.report.violations) expect(text).toContain(`    ${message}\n`);
  });

  it("lists a few violations of each code and counts the rest", () => {
    const turns = Array.from({ length: 40 }, (_, index) => troubledTurn(`t${index}`));
    const text = renderMvpSloText(evaluated(turns), { violationsPerCode: 3 });
    expect(text).toContain("G3 missing cancel fence marker (40)");
    expect(text).toContain("    ... and 37 more");
  });

  it("counts violations that an accumulator did not keep", () => {
    const { report, turns } = evaluated([troubledTurn("a")]);
    const text = renderMvpSloText({ report: { ...report, omitted_violations: 1200 }, turns });
    expect(text).toContain(`Violations (${(report.violations.length + 1200).toLocaleString("en-US")})`);
    expect(text).toContain("  1,200 more were counted but not kept\n");
  });

  it("colours only through the palette", () => {
    const mark = (sign: string) => (text: string) => `${sign}${text}${sign}`;
    const palette = { pass: mark("P"), fail: mark("F"), warn: mark("W"), dim: mark("D"), strong: mark("S") };
    expect(renderMvpSloText(evaluated([]), { palette })).toContain("WINCONCLUSIVEW");
    expect(renderMvpSloText(evaluated(sampleRun({ turns: 9 })))).not.toContain("\u001b");
  });

  it("keeps hostile ids on their line, away from its start", () => {
    fc.assert(
      fc.property(hostileText, (id) => {
        const turn = troubledTurn(id === "" ? "x" : id);
        const incomplete = [{ turn_id: turn.turn_id, diagnostics: [] }];
        const text = renderMvpSloText({ ...evaluated([turn]), incomplete, source: id });
        for (const line of text.split("\n")) {
          expect(line).not.toMatch(/\p{Cc}|\u202e/u);
          expect(line.trimStart().startsWith("::")).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("renderMvpSloJson", () => {
  it("is canonical: equal reports are equal bytes", () => {
    const json = renderMvpSloJson(evaluated(sampleRun({ turns: 20 })));
    expect(json).toBe(renderMvpSloJson(evaluated(sampleRun({ turns: 20 }))));
    expect(json.startsWith('{"accepted_turns":')).toBe(true);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(evaluated(sampleRun({ turns: 20 })).report)));
  });
});
