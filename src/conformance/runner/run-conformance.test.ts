/** The runner: verdicts, minimal failures that can be run again, and nothing that passes by mistake. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CheckFailure, ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import type { ReferenceRuntime } from "../../reference/reference-runtime.ts";
import type { Check } from "../check/check.ts";
import { definePack } from "../check/check.ts";
import { createCorpus } from "../corpus/corpus.ts";
import { answering, emitting } from "../mutants/mutant.ts";
import { MUTANTS } from "../mutants/mutants.ts";
import { MODEL_PACK } from "../packs/model.ts";
import { conformanceJson } from "../report/conformance-json.ts";
import { openSession } from "../scenario/resolve-scenario.ts";
import { type ReferenceChanges, referenceSubject } from "../subject/reference-subject.ts";
import type { Subject } from "../subject/subject.ts";
import { parseReplay } from "../suite/replay-request.ts";
import type { ConformanceOptions } from "./conformance-options.ts";
import { runConformance } from "./run-conformance.ts";

const PROPOSE = { kind: "propose_turn", session_id: "sess-1", turn_id: "t1" } as const;

const small = { name: "small", version: "1", capabilities: ["turns", "cancel"] } as const;

const run = (changes: ReferenceChanges, options: ConformanceOptions): Promise<ConformanceReport> =>
  runConformance(referenceSubject(changes), options);

const only = ({ subjects }: ConformanceReport) => subjects[0]!.results[0]!;
const failureIn = (report: ConformanceReport): CheckFailure => {
  const { failure } = only(report);
  if (failure === undefined) throw new Error(`expected a failure but received ${only(report).verdict}`);
  return failure;
};

test("equal seeds give equal reports to the byte, other seeds other runs", async () => {
  const changes = { parts: { mayOverlap: () => true } };
  const [one, again, other] = await Promise.all(
    [1, 1, 2].map(async (seed) => conformanceJson(await run(changes, { checks: ["MB-001"], seed }))),
  );
  expect(one).toBe(again);
  expect(one).not.toBe(other);
});

describe("a failure", () => {
  test("is shrunk to a minimal script, with the first bad event marked and a likely cause", async () => {
    const report = await run({ parts: { mayOverlap: () => true } }, { checks: ["MB-001"] });
    const { stimuli, timeline, code, likely_cause } = failureIn(report);
    const done = stimuli.flat().map(({ kind }) => kind);
    expect(done).toEqual(["open_session", "propose_turn", "propose_turn"]);
    expect([code, likely_cause]).toEqual(["missing_refusal", expect.stringMatching(/^Admission/)]);
    expect(timeline.filter(({ marked }) => marked)).toHaveLength(1);
    expect(report.passed).toBe(false);
  });

  test.each(MUTANTS.filter(({ check }) => check !== "CT-007").map((mutant) => [mutant.id, mutant] as const))(
    "of %s is the same one when its replay line is run",
    async (_, mutant) => {
      const profile = "full";
      const first = failureIn(await run(mutant, { checks: [mutant.check], profile }));
      const { check, seed, path } = parseReplay(first.replay);
      const options = { checks: [check], seed, profile, ...(path !== undefined && { path }) } as const;
      const again = failureIn(await run(mutant, options));
      expect(again).toEqual(first);
    },
  );

  test("goes into the corpus, and from there is tried before anything else", async () => {
    const corpus = createCorpus();
    const changes = { parts: { shedsBlocked: () => false } };
    const first = await run(changes, { checks: ["MB-005"], corpus, profile: "full" });
    expect(corpus.entries()).toMatchObject([{ check_id: "MB-005", code: failureIn(first).code }]);
    const second = await run(changes, { checks: ["MB-005"], corpus, seed: 99, profile: "full" });
    expect(only(second).runs).toBe(1);
    // A path means something with its seed only.
    expect(failureIn(second).replay).toBe(failureIn(first).replay);
    expect(failureIn(second)).toMatchObject({
      code: failureIn(first).code,
      stimuli: failureIn(first).stimuli,
    });
    expect(corpus.entries()).toHaveLength(1);
    const mended = await run({}, { checks: ["MB-005"], corpus, profile: "full" });
    expect([mended.passed, only(mended).runs]).toEqual([true, 401]);
  });
});

test("a counterexample of another subject is left out where its stimuli are not declared", async () => {
  const corpus = createCorpus();
  await run({ parts: { flushesPlayback: () => false } }, { checks: ["MB-002"], corpus });
  expect(JSON.stringify(corpus.entries())).toContain('"playback"');
  const subject = { ...referenceSubject(), describe: async () => small };
  const { subjects } = await runConformance(subject, { checks: ["MB-002"], corpus });
  expect(subjects[0]!.results[0]!).toMatchObject({ verdict: "pass", runs: 60 });
});

describe("what cannot be judged counts as failed", () => {
  const brokenSubject = (changes: Partial<Subject>): Subject => ({ ...referenceSubject(), ...changes });
  const fault = { code: "subject_died", message: "gone", instant: 1 } as const;

  test.each<[string, Partial<Subject>, RegExp]>([
    [
      "a subject that cannot be reached",
      { describe: async () => ({ ...fault, instant: -1 }) },
      /subject_died: gone/,
    ],
    ["a subject that dies", { run: async () => ({ outcomes: [], fault }) }, /subject_died: gone/],
    [
      "a subject that leaves answers out",
      { run: async () => ({ outcomes: [] }) },
      /has 0 answers: expected one for each/,
    ],
  ])("%s", async (_, changes, reason) => {
    const report = await runConformance(brokenSubject(changes), { checks: ["MB-001", "MB-006"] });
    expect(report.passed).toBe(false);
    const [{ summary, results }] = report.subjects as unknown as [ConformanceReport["subjects"][number]];
    expect(summary).toMatchObject({ expected: 2, executed: 0, could_not_run: 2 });
    for (const result of results)
      expect(result).toMatchObject({ verdict: "could_not_run", reason: expect.stringMatching(reason) });
  });

  test("a subject without any capability, although nothing failed", async () => {
    const subject = brokenSubject({
      describe: async () => ({ name: "none", version: "1", capabilities: [] }),
    });
    const report = await runConformance(subject, { profile: "full" });
    expect(report.passed).toBe(false);
    expect(report.subjects[0]!.summary).toMatchObject({ executed: 0, fail: 0, could_not_run: 0 });
    expect(only(report)).toMatchObject({ verdict: "not_applicable", missing_capability: "validation" });
  });

  test("a script that is never run", async () => {
    const check: Check = {
      ...{ id: "X-1", level: "MUST", title: "x", requirements: ["X"], text: "x", source: "x", needs: [] },
      profiles: ["quick"],
      rounds: async () => undefined,
    };
    const report = await run({}, { packs: [definePack({ name: "x", title: "x", checks: [check] })] });
    expect(only(report)).toMatchObject({
      verdict: "could_not_run",
      reason: expect.stringMatching(/Nothing was run/),
    });
  });

  test("the subject is closed, whatever happens", async () => {
    let closed = 0;
    const close = async () => {
      closed += 1;
    };
    await runConformance(brokenSubject({ close }), { checks: ["MB-001"] });
    const throwing = async () => Promise.reject(new Error("out of order"));
    for (const broken of [{ describe: throwing }, { run: throwing }]) {
      const { passed, subjects } = await runConformance(brokenSubject({ close, ...broken }), {
        checks: ["MB-001"],
      });
      const reason = expect.stringMatching(/subject_threw: .*out of order/);
      expect([passed, subjects[0]!.results]).toEqual([false, [expect.objectContaining({ reason })]]);
    }
    expect(closed).toBe(3);
  });
});

describe("what holds of all runs", () => {
  let calls = 0;
  const nextCall = () => {
    calls += 1;
    return calls;
  };
  test.each<[string, ReferenceChanges["wrap"], string]>([
    [
      "the same requests give the same answers",
      emitting((event) => ({ ...event, event_id: `${event["event_id"]}-${nextCall()}` })),
      "not_deterministic",
    ],
    [
      "times are those of the kit",
      emitting((event) => ({ ...event, runtime_timestamp_ms: 5000 })),
      "clock_not_the_kits",
    ],
    ["both clocks", emitting((event) => ({ ...event, wall_clock_timestamp_ms: 5000 })), "clock_not_the_kits"],
    ["artifacts are valid", emitting(({ event_id: _, ...event }) => event), "EVT-03"],
    [
      "plans hash to their own hash",
      answering(({ plans, ...rest }) => ({
        ...rest,
        ...(plans && { plans: plans.map((plan) => ({ ...plan, plan_hash: "0".repeat(64) })) }),
      })),
      "plan_hash_wrong",
    ],
    [
      "invariants are kept",
      emitting((event) => ({ ...event, ...(event["signal"] === "close" && { event_id: "again" }) })),
      "INV-ORD-02",
    ],
  ])("%s", async (_, wrap, code) => {
    const report = await run({ ...(wrap && { wrap }) }, { checks: ["MB-001"], profile: "full" });
    expect(failureIn(report).code).toBe(code);
  });

  test("capabilities that show are declared", async () => {
    const silent = {
      ...MODEL_PACK.checks[0]!,
      profiles: ["quick"],
      schedule: { instants: () => fc.constant([[openSession()], [PROPOSE]]) },
    };
    const packs = [definePack({ name: "x", title: "x", checks: [silent as Check] })];
    const capabilities = ["turns", "plans"] as unknown as ReferenceRuntime["capabilities"];
    const lies = emitting((event) => (event["signal"] === "admit" ? { ...event, signal: "shed" } : event));
    const report = await run({ wrap: (runtime) => ({ ...lies(runtime), capabilities }) }, { packs });
    expect(failureIn(report).code).toBe("undeclared_capability");
  });
});

describe("known failures", () => {
  const changes = { parts: { mayOverlap: () => true } };
  const entry = {
    check_id: "MB-001",
    code: "missing_refusal",
    reason: "r",
    issue: "i",
    owner: "o",
    expires: "2026-12-31",
  };
  const withEntry = (changed: Partial<typeof entry>, today = "2026-12-31"): ConformanceOptions => ({
    checks: ["MB-001"],
    today,
    baseline: {
      schema_version: "rspp.conformance.baseline.v1",
      subject: "reference",
      known_failures: [{ ...entry, ...changed }],
    },
  });

  test.each<[string, ReferenceChanges, ConformanceOptions, string, boolean]>([
    ["known until its last day", changes, withEntry({}), "known", true],
    ["expired on the next", changes, withEntry({}, "2027-01-01"), "expired", false],
    ["another failure", changes, withEntry({ code: "missing_close" }), "other_failure", false],
    ["stale when mended", {}, withEntry({}), "stale", false],
  ])("are %s", async (_, subject, options, status, passed) => {
    const report = await run(subject, options);
    expect([only(report).baseline?.status, report.passed]).toEqual([status, passed]);
  });

  test("are of one subject; a baseline of another is refused", async () => {
    const options = withEntry({});
    const other = { ...options, baseline: { ...options.baseline!, subject: "other" } };
    await expect(run(changes, other)).rejects.toThrow(
      /expected a subject of that name but received "reference"/,
    );
    const subjects = [referenceSubject({ ...changes, name: "second" }), referenceSubject(changes)];
    const { subjects: reports, passed } = await runConformance(subjects, options);
    expect([passed, reports.map((report) => report.passed)]).toEqual([false, [false, true]]);
  });

  test("need to be told what day it is", async () => {
    const { today: _, ...options } = withEntry({});
    await expect(run({}, options)).rejects.toThrow(/expected option "today" as a date such as/);
  });
});

describe("options that cannot be", () => {
  test.each<[ConformanceOptions, RegExp]>([
    [{ seed: 1.5 }, /expected option "seed" from 0 to 4294967295 but received 1.5/],
    [{ checks: ["CF-01"] }, /Cannot choose check "CF-01": .*did you mean "CF-001"\?/],
    [{ path: "0:1" }, /Cannot replay a path: expected exactly one check/],
    [{ checks: ["MB-001"], category: "provider_adapter" }, /expected at least one check/],
  ])("%j", async (options, message) => {
    await expect(run({}, options)).rejects.toThrow(message);
  });

  test("no subject", async () => {
    await expect(runConformance([])).rejects.toThrow(/expected at least one subject/);
  });
});

test("every instant of a long session is simulated at once: half an hour in well under a second of work", async () => {
  const { run: drive } = referenceSubject();
  const x = { session_id: "sess-1" };
  const turns = Array.from({ length: 360 }, (_, index) => [
    [{ kind: "propose_turn" as const, ...x, turn_id: `t${index}` }],
    [{ kind: "advance" as const, ms: 400 }],
    [{ kind: "output" as const, ...x, turn_id: `t${index}`, text: "x" }],
    [{ kind: "complete_turn" as const, ...x, turn_id: `t${index}` }],
    [{ kind: "advance" as const, ms: 4600 }],
  ]).flat();
  const { outcomes, fault } = await drive({ seed: 1, instants: [[openSession()], ...turns] });
  expect(fault).toBeUndefined();
  expect(outcomes.flatMap(({ evidence = [] }) => evidence)).toHaveLength(360);
  expect(outcomes.at(-2)?.events.at(-1)?.["runtime_timestamp_ms"]).toBe(359 * 5000 + 400);
});

test("paths and seeds of replay lines are read back whatever they are", () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.array(fc.nat(99), { minLength: 1 }), (seed, path) => {
      const line = `--check CF-003 --seed ${seed} --path late@${path.join(":")}`;
      expect(parseReplay(line)).toEqual({ check: "CF-003", seed, path: `late@${path.join(":")}` });
    }),
  );
});
