import { describe, expect, it } from "vitest";

import { displayWidth } from "../../../internal/report-text/printable-text.ts";
import { failureOf, reportOf, resultOf, sampleReport, subjectOf } from "../report.test-kit.ts";
import { withoutColours } from "../report-format.test-kit.ts";
import { conformanceText } from "./conformance-text.ts";

describe("conformanceText", () => {
  const text = conformanceText(sampleReport());

  it("has an aligned line for each check: mark, id, title, runs, note", () => {
    const lines = text.split("\n").filter((line) => /^ {2}[✓✗!~?-] {2}CF-/.test(line));
    expect(lines).toHaveLength(30);
    for (const block of [lines.slice(0, 10), lines.slice(10, 20), lines.slice(20)])
      expect(
        new Set(block.map((line) => line.search(/\d+ runs?/) + `${/\d+/.exec(line.slice(50))?.[0]}`.length))
          .size,
      ).toBe(1);
    expect(text).toMatch(/\n {2}✗ {2}CF-002 {2}A turn ends .* {2}7 runs {2}late_output_delivered\n/);
    expect(text).toMatch(/\n {2}! {2}CF-003 .* 7 runs {2}warning: late_output_delivered\n/);
    expect(text).toMatch(/\n {2}~ {2}CF-004 .* known until 2026-12-31\n/);
    expect(text).toMatch(/\n {2}- {2}CF-007 .* 0 runs {2}needs replay\n/);
    expect(text).toMatch(/\n {2}\? {2}CF-008 .* 3 runs {2}could not run\n/);
  });

  it("tells a failure in full", () => {
    const single = conformanceText(reportOf([subjectOf([resultOf("fail", 1)])]));
    expect(single).toContain(`
✗ CF-002  A turn ends with exactly one terminal signal  failed
  requires      INV-CXL-02 A turn ends with exactly one terminal signal, for every order of what
                happens at one instant (contracts-v1 section 4)
  Turn "t-1": expected no output after its abort but received output_accepted 60 ms later

      ms  world         runtime           turn
       0  open_session                          authority_epoch=7
`);
    expect(single).toContain(`
  >                     output_accepted   t-1   provider_invocation_id=p-1
                        output_delivered  t-1

  expected      no output_accepted of the turn after its abort at 180 ms
  received      output_accepted at 240 ms
  likely cause  Output of a provider is not fenced by the cancel of its turn
  code          late_output_delivered
  scenario      CF-002/late-output
  rerun         npx rspp-contracts conformance --subject "./runtime" --check CF-002 --seed 42 --path 3:1
`);
  });

  it("sums up: counts, what could not run, the baseline, what does not apply", () => {
    expect(text).toContain(
      "\n  voice-runtime 0.9.0-rc.2  FAILED   7 of 10       3       2         1      1    2              1\n",
    );
    expect(text).toContain(
      "\nCould not run (counts as failure)\n  voice-runtime 0.9.0-rc.2\n    The subject did not answer",
    );
    expect(text).toContain("\nStale baseline entries\n");
    expect(text).toContain("\nExpired baseline entries\n");
    expect(text).toContain("\nKnown failures\n  voice-runtime 0.9.0-rc.2\n    CF-004: Accepted: ");
    expect(text).toMatch(/owner runtime-team, until\s+2026-12-31\)/);
    expect(text).toContain('\n    does not declare capability "migration": CF-009\n');
    expect(text).toMatch(/\n\nFAILED {2}1 of 3 subjects keeps the contract: 16 of 30 checks executed, .*\n$/);
  });

  it("shows known failures and scripts when verbose", () => {
    const verbose = conformanceText(sampleReport(), { verbose: true });
    expect(text).not.toContain("~ CF-004");
    expect(verbose).toContain("\n~ CF-004  An epoch that was replaced has no say  known failure\n");
    expect(verbose).toContain('\n    1  {"kind":"open_session","session_id":"sess-1"}\n');
  });

  it("says that a subject of which nothing was executed did not pass", () => {
    const none = conformanceText(reportOf([subjectOf([resultOf("not_applicable")])]));
    expect(none).toContain("\n  No check was executed, so nothing is proven\n");
    expect(none).toMatch(/\nFAILED {2}0 of 1 subject keeps the contract: 0 of 1 check executed, 0 failed/);
  });

  it("leaves no spaces at the ends of lines", () => {
    expect(/ $/m.exec(conformanceText(sampleReport(), { verbose: true }))).toBeNull();
  });

  it("changes nothing but the dress with colours", () => {
    const dressed = conformanceText(sampleReport(), { color: true });
    expect(dressed).toContain("\u001b[31m✗\u001b[39m");
    expect(withoutColours(dressed)).toBe(text);
    const shout = { pass: up, fail: up, warn: up, dim: up, strong: up };
    expect(conformanceText(sampleReport(), { color: shout })).toContain("✗ CF-002");
  });

  it("keeps prose within the width and copies commands whole", () => {
    const narrow = conformanceText(sampleReport(), { width: 60 });
    const prose = narrow
      .split("\n")
      .filter((line) => /^ {2}(?:requires|expected|received|Turn|baseline)/.test(line));
    for (const line of prose) expect(displayWidth(line)).toBeLessThanOrEqual(60);
    expect(narrow).toContain(`  rerun         ${failureOf("CF-002").replay}\n`);
  });
});

const up = (text: string) => text.toUpperCase();
