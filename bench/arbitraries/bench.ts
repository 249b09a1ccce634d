/** Valid control signals a second from `fc.sample`. */
import { controlSignalArbitrary } from "@rspp/contracts/v1/arbitraries";
import { isControlSignal } from "@rspp/contracts/v1/validate";
import type { Arbitrary } from "fast-check";
import * as fc from "fast-check";

import { isQuick, report, reportDisagreement } from "../harness/bench-output.ts";
import { measureRounds, ratioTo } from "../harness/interleaved-rounds.ts";
import { figure, markdownTable, metOrMissed, times } from "../harness/markdown-table.ts";
import { serveSubject, subjectOfThisProcess } from "../harness/subject-process.ts";
import { recordArbitrary } from "./record-arbitrary.ts";

/** Valid control signals a second. */
const TARGET = 150_000;

const RUNS = 2_000;
const OURS = "controlSignalArbitrary";
const SUBJECTS: Readonly<Record<string, () => Arbitrary<unknown>>> = {
  [OURS]: () => controlSignalArbitrary(),
  "fast-check records and filters": recordArbitrary,
};

const here = subjectOfThisProcess();
if (here !== undefined) {
  const arbitrary = SUBJECTS[here.name]!();
  let seed = 0;
  serveSubject({
    units: RUNS,
    run: () => {
      seed += 1;
      return fc.sample(arbitrary, { numRuns: RUNS, seed });
    },
  });
} else {
  for (const [name, arbitrary] of Object.entries(SUBJECTS)) {
    const signals = fc.sample(arbitrary(), { numRuns: 10_000, seed: 1 });
    const wrong = signals.filter((signal) => !isControlSignal(signal));
    if (wrong.length > 0)
      reportDisagreement(`${name} makes ${wrong.length} of 10000 signals that are not valid`);
  }
  const measured = await measureRounds(
    Object.keys(SUBJECTS),
    isQuick ? { rounds: 3, sliceMs: 20, warmUpMs: 100 } : { rounds: 15, sliceMs: 300, warmUpMs: 2000 },
  );
  const ours = measured.find(({ name }) => name === OURS)!;
  report("### arbitraries\n\nValid control signals of all 43 names from `fc.sample`, a new seed every time.");
  report(
    markdownTable(
      ["arbitrary", "signals/s", "spread", "to ours", "target"],
      measured.map((subject) => [
        subject.name,
        figure(1e9 / subject.nanoseconds),
        `${(subject.spread * 100).toFixed(0)} %`,
        times(ratioTo(ours, subject)),
        subject === ours
          ? `at least ${figure(TARGET)}/s: ${metOrMissed(1e9 / ours.nanoseconds >= TARGET)}`
          : "",
      ]),
    ),
  );
}
