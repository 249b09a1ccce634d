/** Checks one input and says what came of it. */
import type { Line } from "../../validators/line-splitter.ts";
import type { InputFile } from "../input/find-inputs.ts";
import { type InputReading, readInput } from "../input/read-input.ts";
import { UsageError } from "../usage-error.ts";
import { createOutcomeTally, type Expectation, type FileOutcome } from "./file-outcome.ts";
import { type JudgeOptions, judgeText, refusedReading } from "./judge-text.ts";

/** Reads and judges an input; one that cannot be read has an outcome as well. */
export async function checkFile(
  input: InputFile,
  expectation: Expectation,
  { judge, reading }: { readonly judge: JudgeOptions; readonly reading: InputReading },
): Promise<FileOutcome> {
  const tally = createOutcomeTally(input.name, expectation);
  const onText = (text: string | Uint8Array, line?: Line) => {
    const tooLong = line?.tooLong;
    const judgements =
      tooLong === undefined ? judgeText(text, judge) : [refusedReading([tooLong], judge.kind)];
    for (const judgement of judgements) tally.add(judgement, line?.number);
  };
  try {
    await readInput(input, { ...reading, onText });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { message, hint } = error;
    return tally.outcome(hint === undefined ? { message } : { message, hint });
  }
  return tally.outcome();
}
