/** The MVP SLO gates over a hundred thousand turns, at once and through the accumulator. */
import type { TurnMetrics } from "@rspp/contracts/v1";
import { createMvpSloAccumulator, evaluateMvpSloGates } from "@rspp/contracts/v1/gates";

import { sampleTurns } from "../data/turn-samples.ts";
import { isQuick, report, reportDisagreement } from "../harness/bench-output.ts";
import { measureRounds } from "../harness/interleaved-rounds.ts";
import { figure, markdownTable } from "../harness/markdown-table.ts";
import { serveSubject, subjectOfThisProcess } from "../harness/subject-process.ts";

const TURNS = isQuick ? 5_000 : 100_000;

function accumulate(turns: readonly TurnMetrics[]): unknown {
  const accumulator = createMvpSloAccumulator();
  for (const turn of turns) accumulator.add(turn);
  return accumulator.report();
}

const SUBJECTS: Readonly<Record<string, (turns: readonly TurnMetrics[]) => unknown>> = {
  evaluateMvpSloGates,
  createMvpSloAccumulator: accumulate,
};

const here = subjectOfThisProcess();
const turns = sampleTurns(TURNS);
if (here !== undefined) {
  const evaluate = SUBJECTS[here.name]!;
  serveSubject({ run: () => evaluate(turns), units: turns.length });
} else {
  const [first, ...others] = Object.values(SUBJECTS).map((evaluate) => gatesOf(evaluate(turns)));
  if (others.some((gates) => gates !== first)) reportDisagreement("the accumulator gives another verdict");
  const measured = await measureRounds(
    Object.keys(SUBJECTS),
    isQuick ? { rounds: 3, sliceMs: 20, warmUpMs: 50 } : { rounds: 15, sliceMs: 400, warmUpMs: 1500 },
  );
  report(`### gates\n\nThe seven MVP SLO gates over ${TURNS} turns, every sample checked.`);
  report(
    markdownTable(
      ["subject", "ns/turn", "turns/s", "ms a run", "spread"],
      measured.map(({ name, nanoseconds, spread }) => [
        name,
        figure(nanoseconds),
        figure(1e9 / nanoseconds),
        figure((nanoseconds * TURNS) / 1e6),
        `${(spread * 100).toFixed(0)} %`,
      ]),
    ),
  );
}

function gatesOf(reported: unknown): string {
  return JSON.stringify((reported as { gates: unknown }).gates);
}
