import { describe, expect, it } from "vitest";

import { evaluated, goodTurn, troubledTurn } from "./evaluated-run.test-kit.ts";
import { mvpSloVerdict, verdictSentence } from "./gate-verdict.ts";

describe("mvpSloVerdict", () => {
  it("passes a run in which every gate passes or had nothing to judge", () => {
    const { report } = evaluated([goodTurn("a")]);
    expect(mvpSloVerdict(report)).toBe("pass");
    expect(verdictSentence(report)).toBe("6 of 7 gates passed over 1 turn, 1 had nothing to judge");
  });

  it("fails a run that breaks a limit", () => {
    const { report } = evaluated([goodTurn("a"), troubledTurn("b")]);
    expect(mvpSloVerdict(report)).toBe("fail");
    expect(verdictSentence(report)).toMatch(/^\d of 7 gates failed over 2 turns$/);
  });

  it("is inconclusive without turns, and without accepted turns when nothing else is wrong", () => {
    expect(mvpSloVerdict(evaluated([]).report)).toBe("inconclusive");
    const refused = { ...goodTurn("a"), accepted: false, happy_path: false };
    expect(mvpSloVerdict(evaluated([refused]).report)).toBe("inconclusive");
    expect(verdictSentence(evaluated([refused]).report)).toContain("None of the 1 turn was accepted");
    // A cancel without its fence is a violation whether or not the turn was accepted.
    const unfenced = { ...refused, cancel_accepted_at_ms: 5 };
    expect(mvpSloVerdict(evaluated([unfenced]).report)).toBe("fail");
  });

  it("is inconclusive when only the end-to-end latency could not be evaluated", () => {
    const { turn_terminal_at_ms: _, ...unmarked } = goodTurn("a");
    expect(mvpSloVerdict(evaluated([unmarked]).report)).toBe("inconclusive");
    expect(mvpSloVerdict(evaluated([unmarked], { requireEndToEnd: false }).report)).toBe("pass");
    expect(mvpSloVerdict(evaluated([unmarked, { ...unmarked, baseline_complete: false }]).report)).toBe(
      "fail",
    );
  });
});
