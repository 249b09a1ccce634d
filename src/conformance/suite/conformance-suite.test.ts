/** The suite under a test runner: one test a check, failures that fail, and a line that runs one again. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";

import { referenceSubject } from "../subject/reference-subject.ts";
import { type ConformanceSuiteOptions, conformanceSuite } from "./conformance-suite.ts";
import { parseReplay } from "./replay-request.ts";
import { findTestRunner, type TestRunner } from "./test-runner.ts";

type Registered = { readonly name: string; readonly run: Parameters<TestRunner["test"]>[1] };

/** A runner that only takes note. */
function noting() {
  const tests: Registered[] = [];
  const after: (() => Promise<void>)[] = [];
  const runner: TestRunner = {
    test: (name, run) => tests.push({ name, run }),
    describe: (_, register) => register(),
    afterAll: (run) => after.push(run),
  };
  return { tests, after, runner };
}

const outcomeOf = async ({ run }: Registered, context?: unknown) =>
  run(context).then(
    () => "passed",
    (error: Error) => error.message,
  );

const OVERLAPPING = { parts: { mayOverlap: () => true } };

// The real thing: registered with vitest itself.
conformanceSuite(referenceSubject(), {
  title: "the reference runtime under vitest",
  checks: ["MB-001", "CT-002"],
  runner: { describe, test, afterAll },
});

test("one test a check, named by id and title; the subject is closed once after all", async () => {
  const { tests, after, runner } = noting();
  let closed = 0;
  const close = async () => {
    closed += 1;
  };
  conformanceSuite({ ...referenceSubject(), close }, { checks: ["MB-001", "MB-002"], runner });
  expect(tests.map(({ name }) => name)).toEqual([
    "MB-001 Turns open and end as the model says",
    "MB-002 Cancels at every point are fenced",
  ]);
  for (const one of tests) expect(await outcomeOf(one)).toBe("passed");
  expect(closed).toBe(0);
  for (const run of after) await run();
  expect(closed).toBe(1);
});

test("without a hook for it the subject is closed with the last test", async () => {
  const { tests, runner } = noting();
  let closed = 0;
  const close = async () => {
    closed += 1;
  };
  const { test: register } = runner;
  conformanceSuite(
    { ...referenceSubject(), close },
    { checks: ["CT-002", "MB-001"], runner: { test: register } },
  );
  for (const [index, one] of tests.entries()) {
    expect(closed).toBe(0);
    expect([index, await outcomeOf(one)]).toEqual([index, "passed"]);
  }
  expect(closed).toBe(1);
});

test("a failure tells everything that is needed to mend it and to see it again", async () => {
  const { tests, runner } = noting();
  conformanceSuite(referenceSubject(OVERLAPPING), { checks: ["MB-001"], runner });
  const message = await outcomeOf(tests[0]!);
  for (const part of ["MB-001", "propose_turn", "turn_open", "refusal", "Admission"])
    expect(message).toContain(part);
  expect(message).toMatch(/RSPP_CONFORMANCE="--check MB-001 --seed 1 --path \d+"/);
});

describe("RSPP_CONFORMANCE", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("runs the one failure that its line names", async () => {
    const first = noting();
    conformanceSuite(referenceSubject(OVERLAPPING), { checks: ["MB-001"], runner: first.runner });
    const told = await outcomeOf(first.tests[0]!);
    vi.stubEnv("RSPP_CONFORMANCE", /RSPP_CONFORMANCE="([^"]+)"/.exec(told)![1]!);
    const again = noting();
    conformanceSuite(referenceSubject(OVERLAPPING), { runner: again.runner });
    expect(again.tests.map(({ name }) => name.slice(0, 6))).toEqual(["MB-001"]);
    expect(await outcomeOf(again.tests[0]!)).toBe(told);
  });

  test.each([
    "--check",
    "--check CF-003",
    "--check CF-003 --seed x",
    "--seed 1",
    "--check A --seed 1 --pfad 3",
  ])("%s is refused", (line) => {
    expect(() => parseReplay(line)).toThrow(
      /Cannot read the replay line: expected "--check ID --seed S --path P"/,
    );
  });
});

test.each<[string, ConformanceSuiteOptions, RegExp | "passed" | "skipped"]>([
  ["a check that does not apply is skipped", { checks: ["CT-002"] }, "skipped"],
  ["a check that applies is not", { checks: ["MB-001"] }, "passed"],
])("%s", async (_, options, outcome) => {
  const { tests, runner } = noting();
  const subject = referenceSubject();
  const describe = async () => ({ name: "small", version: "1", capabilities: ["turns"] as const });
  const turnsOnly = { ...subject, describe };
  conformanceSuite(turnsOnly, { ...options, runner });
  const skipped: string[] = [];
  const context = { skip: (reason: string) => skipped.push(reason) };
  const result = await outcomeOf(tests[0]!, context);
  if (outcome === "skipped")
    expect(skipped).toEqual(['The subject does not declare capability "validation"']);
  else expect([skipped, result]).toEqual([[], expect.stringMatching(outcome)]);
});

test("a subject that cannot be reached fails every test", async () => {
  const { tests, runner } = noting();
  const fault = { code: "subject_died", message: "gone", instant: -1 } as const;
  conformanceSuite({ ...referenceSubject(), describe: async () => fault }, { checks: ["MB-001"], runner });
  expect(await outcomeOf(tests[0]!)).toMatch(/MB-001: .*subject_died: gone/s);
});

test("no test function has a parameter: jest would wait for it to be called", () => {
  const { tests, runner } = noting();
  conformanceSuite(referenceSubject(), { runner });
  for (const { run } of tests) expect(run).toHaveLength(0);
});

describe("the runner is found", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("by the global functions of jest", () => {
    const fake = { test: () => {}, describe: () => {}, afterAll: () => {} };
    for (const [name, value] of Object.entries(fake)) vi.stubGlobal(name, value);
    expect(findTestRunner()).toEqual(fake);
  });

  test("or the person is told to pass it", () => {
    vi.stubGlobal("test", undefined);
    vi.stubGlobal("process", undefined);
    expect(() => findTestRunner()).toThrow(
      /expected a test runner but found none; pass the functions of yours/,
    );
  });
});

test("under node:test: passes, fails with the replay line, and skips", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rspp-suite-"));
  const dist = fileURLToPath(new URL("../../../dist/v1/conformance.js", import.meta.url));
  await writeFile(
    join(folder, "suite.test.mjs"),
    `import { conformanceSuite, createReferenceRuntime, defineSubject } from ${JSON.stringify(dist)};
     const create = () => {
       const runtime = createReferenceRuntime();
       return {
         reset: (start) => runtime.reset(start),
         apply: (stimuli) => {
           const answer = runtime.apply(stimuli);
           return { ...answer, events: answer.events.filter(({ signal }) => signal !== "commit") };
         },
       };
     };
     const subject = defineSubject({ name: "broken", version: "1", capabilities: ["turns", "evidence"], create });
     conformanceSuite(subject, { checks: ["MB-001", "MB-002"] });`,
  );
  try {
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, FORCE_COLOR: "0" };
    const args = ["--test-reporter=tap", join(folder, "suite.test.mjs")];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env }).catch((error) => error);
    expect(stdout).toMatch(/not ok \d+ - MB-001/);
    expect(stdout).toMatch(/RSPP_CONFORMANCE=.*--check MB-001 --seed 1/);
    expect(stdout).toMatch(/ok \d+ - MB-002 .*# SKIP The subject does not declare capability/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
