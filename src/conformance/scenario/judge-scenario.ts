/** Whether a run keeps what its scenario expects. */
import type { Judgement } from "../check/finding.ts";
import type { Run } from "../check/run.ts";
import { judgeExpectation } from "./match-expectation.ts";
import type { ResolvedScenario } from "./resolve-scenario.ts";

/** The first expectation that the answers do not keep: of the steps in order, then of the whole run. */
export function judgeScenario({ expected, finally: last }: ResolvedScenario, { outcomes }: Run): Judgement {
  for (const [instant, expectations] of expected) {
    const answer = outcomes[instant];
    if (answer === undefined) continue;
    for (const expectation of expectations) {
      const finding = judgeExpectation(expectation, { outcomes: [answer], first: instant });
      if (finding !== undefined) return finding;
    }
  }
  for (const expectation of last) {
    const finding = judgeExpectation(expectation, { outcomes, first: 0 });
    if (finding !== undefined) return finding;
  }
  return undefined;
}
