import { describe, expect, it } from "vitest";

import { createMvpSloAccumulator } from "../../gates/slo/mvp-slo-accumulator.ts";
import type { ScannedFiles } from "./join-lanes.ts";
import { malformedProblem, parseMalformedLimit } from "./malformed-limit.ts";

const OPTION = "--max-malformed-lines";
const scan = (lines: number, count: number): ScannedFiles => ({
  accumulator: createMvpSloAccumulator().toJSON(),
  lines,
  malformed: {
    count,
    first: [{ file: "turns.ndjson", line: 7, column: 3, message: "Cannot read it" }].slice(0, count),
  },
});

describe("the limit of malformed lines", () => {
  it.each([
    ["0", 0, undefined],
    ["0", 1, "expected at most 0 malformed lines but received 1\nturns.ndjson:7:3 Cannot read it"],
    ["2", 2, undefined],
    ["2", 3, "at most 2 malformed lines but received 3\nturns.ndjson:7:3 Cannot read it\n... and 2 more"],
    ["0.1%", 1, undefined],
    ["0.1%", 2, "expected at most 0.1% of 1000 lines malformed but received 2"],
    ["100%", 1000, undefined],
  ])("%s allows %i of 1000 lines or says what is wrong", (text, count, message) => {
    const problem = malformedProblem(scan(1000, count), parseMalformedLimit(OPTION, text));
    if (message === undefined) expect(problem).toBeUndefined();
    else expect(problem?.message).toContain(message);
  });

  it.each(["", "-1", "1.5", "101%", "%", "1e3", "ten"])("refuses %j", (text) => {
    expect(() => parseMalformedLimit(OPTION, text)).toThrow(
      "Cannot use --max-malformed-lines: expected a number of lines or a share of them but received",
    );
  });
});
