/** Input of other versions of the kit, or typed by hand: never an exception out of a library, never a false green. */
import { describe, expect, test } from "vitest";

import { CORPUS_VERSION, createCorpus } from "../corpus/corpus.ts";
import { referenceSubject } from "../subject/reference-subject.ts";
import type { ConformanceOptions } from "./conformance-options.ts";
import { runConformance } from "./run-conformance.ts";

const run = async (options: ConformanceOptions) => {
  const report = await runConformance(referenceSubject(), options);
  return report.subjects[0]!.results[0]!;
};

describe("a path that leads nowhere could not be run", () => {
  test.each([
    ["CF-002", "late-output@abc"],
    ["CF-002", "late-output@0:99:99"],
    ["MB-001", "late-output@0"],
    ["MB-001", "0:99:99"],
  ])("%s %s", async (check, path) => {
    expect(await run({ checks: [check], path })).toMatchObject({ verdict: "could_not_run" });
  });
});

describe("a counterexample for parameters that there are not any more is left out", () => {
  test.each<{ readonly [name: string]: number }>([{}, { other: 1 }, { wait: -5 }, { wait: 0.5 }])(
    "%j",
    async (values) => {
      const entry = {
        schema_version: CORPUS_VERSION,
        check_id: "CF-004",
        code: "x",
        seed: 1,
        values,
      } as const;
      const corpus = createCorpus([{ ...entry, scenario_id: "CF-004/acknowledged-late" }]);
      const [plain, kept] = [await run({ checks: ["CF-004"] }), await run({ checks: ["CF-004"], corpus })];
      expect(kept).toEqual(plain);
    },
  );
});

test.each(["zzzz", undefined])("a known failure with the last day %j is refused", async (expires) => {
  const entry = {
    check_id: "CF-002",
    code: "x",
    reason: "r",
    issue: "i",
    owner: "o",
    expires: expires as string,
  };
  const schema_version = "rspp.conformance.baseline.v1";
  const baseline = { schema_version, subject: "reference", known_failures: [entry] } as const;
  await expect(run({ checks: ["CF-002"], today: "2026-12-31", baseline })).rejects.toThrow(
    /Cannot apply the baseline: .*expires/,
  );
});

test("a profile that there is not is refused, also for checks by name", async () => {
  const options = { profile: "fast" as "full", checks: ["CF-002"] };
  await expect(run(options)).rejects.toThrow(
    /expected option "profile" as quick or full but received "fast"/,
  );
});

describe("a baseline that cannot be meant is refused", () => {
  const entry = {
    code: "x",
    reason: "Known",
    issue: "https://x.example/1",
    owner: "Ann",
    expires: "2027-01-01",
  };
  const baseline = (...ids: string[]) => ({
    schema_version: "rspp.conformance.baseline.v1" as const,
    subject: "rspp-reference",
    known_failures: ids.map((check_id) => ({ check_id, ...entry })),
  });
  test.each([
    [["CF-004", "CF-004"], /expected one entry of check "CF-004" but received another one$/],
    [["CF-044"], /expected entries of checks that there are but received "CF-044"; did you mean "CF-004"\?$/],
  ])("%j", async (ids, message) => {
    const options = { checks: ["CF-004"], baseline: baseline(...ids), today: "2026-12-31" };
    await expect(run(options)).rejects.toThrow(message);
  });
});
