import { afterAll, describe, expect, test } from "vitest";

import { spawnSubject } from "./spawn-subject.ts";
import { instantsOf, type Spoken, spoken } from "./spoken.test-kit.ts";
import type { Subject } from "./subject.ts";

const opened: Subject[] = [];
const open = (subject: Subject): Subject => {
  opened.push(subject);
  return subject;
};

afterAll(async () => {
  await Promise.all(opened.splice(0).map((subject) => subject.close()));
});

describe.concurrent("a process that speaks the protocol", () => {
  test("describes itself and answers whole runs, one process for all of them", async ({ expect }) => {
    const subject = open(
      spoken({
        apply: `({ id: request.id, op: "apply", events: [{ pid: process.pid, runs, applied }], report: {} })`,
      }),
    );
    expect(await subject.describe()).toEqual({
      name: "spoken",
      version: "1.0.0",
      capabilities: ["turns", "cancel"],
    });
    const [first, second] = await Promise.all([subject.run(instantsOf(3)), subject.run(instantsOf(2))]);
    expect(first.fault).toBeUndefined();
    expect(first.outcomes).toMatchObject([1, 2, 3].map((applied) => ({ events: [{ runs: 1, applied }] })));
    expect(first.outcomes[0]).toHaveProperty("report", {});
    expect(second.outcomes).toMatchObject([1, 2].map((applied) => ({ events: [{ runs: 2, applied }] })));
    expect(second.outcomes[0]?.events[0]?.["pid"]).toBe(first.outcomes[0]?.events[0]?.["pid"]);
  });

  test("is told when the run begins, and with which seed", async ({ expect }) => {
    const subject = open(
      spoken({
        reset: `(globalThis.start = request, { id: request.id, op: "reset" })`,
        apply: `({ id: request.id, op: "apply", events: [globalThis.start, ...request.stimuli] })`,
      }),
    );
    const { outcomes } = await subject.run({ ...instantsOf(1), seed: 77 });
    expect(outcomes[0]?.events).toMatchObject([
      { op: "reset", seed: 77, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: 1_770_000_000_000 },
      { kind: "cancel", session_id: "sess-1", scope: "session" },
    ]);
  });

  test("gets more requests than a pipe holds, before it answers the first", async ({ expect }) => {
    const text = "x".repeat(2_000);
    const stimulus = { kind: "output", session_id: "s", turn_id: "t", text } as const;
    const subject = open(spoken({ apply: `({ id: request.id, op: "apply", events: request.stimuli })` }));
    const { outcomes, fault } = await subject.run({
      seed: 1,
      instants: Array.from({ length: 500 }, () => [stimulus]),
    });
    expect(fault).toBeUndefined();
    expect(outcomes.length).toBe(500);
    expect(outcomes.at(-1)?.events).toEqual([stimulus]);
  });
});

const APPLIED = `{ id: request.id, op: "apply", events: [] }`;
const at = (applied: number, instead: string): Spoken => ({
  apply: `applied < ${applied} ? ${APPLIED} : applied === ${applied} ? ${instead} : undefined`,
});

describe.concurrent("a process that breaks off", () => {
  test.each<[what: string, spoken: Spoken, fault: object]>([
    [
      "hangs",
      { ...at(2, "undefined"), limits: { answerTimeoutMs: 400 } },
      { code: "subject_hung", message: "The subject gave no answer to request 4 (apply) within 400 ms" },
    ],
    [
      "blocks for ever",
      { ...at(2, "(() => { for (;;); })()"), limits: { answerTimeoutMs: 400 } },
      { code: "subject_hung" },
    ],
    [
      "dies with an exit code",
      at(2, `(console.error("line 1\\nout of tokens"), process.exit(3))`),
      {
        code: "subject_died",
        message:
          "The subject ended with exit code 3 before it answered request 4 (apply); its standard error ends with:\nline 1\nout of tokens",
      },
    ],
    [
      "dies of a signal",
      at(2, `process.kill(process.pid, "SIGSEGV")`),
      { code: "subject_died", message: expect.stringContaining("signal SIGSEGV") },
    ],
    [
      "closes its output",
      at(2, `void require("node:fs").closeSync(1)`),
      { code: expect.stringMatching(/subject_died|subject_hung/) },
    ],
    [
      "writes a line without end",
      { ...at(2, `"x".repeat(5_000)`), limits: { maxLineBytes: 4_096 } },
      { code: "subject_flooded", message: "The subject wrote over 4096 bytes without a line feed" },
    ],
    [
      "writes a line that is too long",
      { ...at(2, `"x".repeat(5_000) + "\\n"`), limits: { maxLineBytes: 4_096 } },
      { code: "subject_flooded", message: "Line 4 of the standard output has over 4096 bytes" },
    ],
    [
      "answers with too many events",
      {
        ...at(2, `({ id: request.id, op: "apply", events: new Array(11).fill({}) })`),
        limits: { maxEvents: 10 },
      },
      {
        code: "subject_flooded",
        message: "Line 4 of the standard output has 11 events: expected at most 10",
      },
    ],
    [
      "writes what is not JSON",
      at(2, `"Traceback (most recent call last)\\n"`),
      {
        code: "subject_wrote_garbage",
        message: expect.stringMatching(
          /^Line 4 of the standard output is not JSON: .*; the line is "Traceback \(most recent call last\)"$/,
        ),
      },
    ],
    [
      "writes what is not UTF-8",
      at(2, `void process.stdout.write(Buffer.from([0xff, 0xfe, 10]))`),
      { code: "subject_wrote_garbage", message: expect.stringContaining("UTF-8") },
    ],
    [
      "writes an empty line",
      at(2, `"\\n"`),
      { code: "subject_wrote_garbage", message: expect.stringContaining("Line 4 ") },
    ],
    [
      "names a member twice",
      at(2, `'{"id": 4, "op": "apply", "events": [], "events": []}\\n'`),
      { code: "subject_wrote_garbage", message: expect.stringContaining("repeated name") },
    ],
    [
      "answers another request",
      at(2, `{ id: request.id + 1, op: "apply", events: [] }`),
      {
        code: "subject_wrote_garbage",
        message: expect.stringContaining(
          "is out of order: expected the answer to request 4 (apply) but received id 5",
        ),
      },
    ],
    [
      "answers with another op",
      at(2, `{ id: request.id, op: "reset" }`),
      {
        code: "subject_wrote_garbage",
        message: expect.stringContaining('answers request 4 (apply) with op "reset"'),
      },
    ],
    [
      "answers with an unknown op",
      at(2, `{ id: request.id, op: "applied" }`),
      {
        code: "subject_wrote_garbage",
        message: expect.stringContaining(
          'expected one of "hello", "reset", "apply", "bye", "error" at /op but received "applied"',
        ),
      },
    ],
    [
      "answers in the wrong shape",
      at(2, `{ id: request.id, op: "apply", events: [{}, 7] }`),
      {
        code: "subject_wrote_garbage",
        message: expect.stringContaining("expected a JSON object at /events/1 but received 7"),
      },
    ],
    [
      "answers unsupported to what it declares",
      at(2, `{ id: request.id, op: "error", error: { code: "unsupported", message: "no such thing" } }`),
      {
        code: "subject_unsupported",
        message:
          'Cannot apply cancel at instant 1: the subject declares cancel but answered unsupported "no such thing"',
      },
    ],
    [
      "fails inside",
      at(2, `{ id: request.id, op: "error", error: { code: "internal", message: "KeyError" } }`),
      {
        code: "subject_threw",
        message: 'Cannot apply cancel at instant 1: the subject answered internal "KeyError"',
      },
    ],
    [
      "does not understand a request",
      at(2, `{ id: request.id, op: "error", error: { code: "bad_request", message: "what" } }`),
      { code: "subject_protocol" },
    ],
  ])("and %s: the run has a fault, and the next one a new process", async (_, how, fault) => {
    const subject = open(spoken(how));
    const record = await subject.run(instantsOf(3));
    expect(record.outcomes.length).toBe(1);
    expect(record.fault).toEqual({ message: expect.any(String), ...fault, instant: 1 });
    expect(await subject.run(instantsOf(1))).toEqual({ outcomes: [{ events: [] }] });
  });

  test("between runs has a fault in the next run only", async ({ expect }) => {
    const subject = open(spoken({ apply: `(setTimeout(process.exit, 10, 0), ${APPLIED})` }));
    expect((await subject.run(instantsOf(1))).fault).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { fault } = await subject.run(instantsOf(1));
    expect(fault).toMatchObject({ code: "subject_died", instant: -1 });
    expect(fault?.message).toMatch(/^The subject ended with exit code 0 /);
    expect((await subject.run(instantsOf(1))).fault).toBeUndefined();
  });

  test("or answers what nobody asked has a fault", async ({ expect }) => {
    const subject = open(spoken({ apply: `(say(${APPLIED}), ${APPLIED})` }));
    const { fault } = await subject.run(instantsOf(2));
    expect(fault).toMatchObject({ code: "subject_wrote_garbage", instant: 1 });
  });

  test("or never stops to answer has a fault", async ({ expect }) => {
    const subject = open(spoken(at(2, `(() => { for (;;) say(${APPLIED}); })()`)));
    const { fault } = await subject.run(instantsOf(3));
    expect(fault).toMatchObject({ code: "subject_wrote_garbage", instant: 2 });
  });

  test("or leaves an answer out has a fault", async ({ expect }) => {
    const subject = open(spoken({ apply: `applied === 2 ? undefined : ${APPLIED}` }));
    const { fault } = await subject.run(instantsOf(3));
    expect(fault?.message).toMatch(/expected the answer to request 4 \(apply\) but received id 5/);
  });

  test("or answers more bytes than a run may have is a flood", async ({ expect }) => {
    const subject = open(
      spoken({
        apply: `({ ...${APPLIED}, report: { x: "x".repeat(500) } })`,
        limits: { maxRunBytes: 4_096 },
      }),
    );
    const { fault } = await subject.run(instantsOf(20));
    expect(fault).toMatchObject({
      code: "subject_flooded",
      message: "The subject wrote over 4096 bytes in one run",
    });
  });
});

describe.concurrent("a process that does not get as far as a run", () => {
  const hello = (changes: string) =>
    `({ id: request.id, op: "hello", protocol: "rspp.subject.v1", name: "x", version: "1", capabilities: ["turns"], ...${changes} })`;
  test.each<[what: string, make: () => Subject, fault: object]>([
    [
      "is not there",
      () => spawnSubject({ command: "no-such-runtime", args: [] }),
      {
        code: "subject_not_started",
        message: expect.stringMatching(/^Cannot start "no-such-runtime": .*ENOENT; check the command/),
      },
    ],
    [
      "is not there for the shell",
      () => spawnSubject({ command: "no-such-runtime --fast" }),
      { code: "subject_not_started", message: expect.stringMatching(/exit code (?:127|1)\b/) },
    ],
    [
      "has no such folder to run in",
      () => spawnSubject({ command: process.execPath, args: [], cwd: "/no/such/folder" }),
      { code: "subject_not_started" },
    ],
    [
      "ends at once",
      () => spoken({ first: `console.error("no license"); process.exit(2);` }),
      { code: "subject_not_started", message: expect.stringContaining("exit code 2") },
    ],
    [
      "says nothing",
      () => spoken({ hello: "undefined", limits: { startTimeoutMs: 150 } }),
      { code: "subject_hung" },
    ],
    [
      "prints a banner first",
      () => spoken({ first: `say("Welcome to the runtime\\n");` }),
      { code: "subject_wrote_garbage", message: expect.stringContaining("Line 1 ") },
    ],
    [
      "speaks another version",
      () => spoken({ hello: hello(`{ protocol: "rspp.subject.v2" }`) }),
      {
        code: "subject_protocol",
        message:
          'Cannot talk to subject "x": expected protocol "rspp.subject.v1" but received "rspp.subject.v2"',
      },
    ],
    [
      "declares what is no capability",
      () => spoken({ hello: hello(`{ capabilities: ["turns", "cancle"] }`) }),
      {
        code: "subject_protocol",
        message: expect.stringMatching(/received "cancle"; did you mean "cancel"$/),
      },
    ],
    [
      "refuses hello",
      () =>
        spoken({
          hello: `({ id: request.id, op: "error", error: { code: "bad_request", message: "v9 only" } })`,
        }),
      { code: "subject_protocol", message: 'The subject refused hello: bad_request "v9 only"' },
    ],
  ])("because it %s has a fault", async (_, make, fault) => {
    const subject = open(make());
    const expected = { message: expect.any(String), ...fault, instant: -1 };
    expect(await subject.describe()).toEqual(expected);
    expect(await subject.run(instantsOf(1))).toEqual({ outcomes: [], fault: expected });
  });

  test("and a minor version of the protocol is none", async ({ expect }) => {
    const subject = open(spoken({ hello: hello(`{ protocol: "rspp.subject.v1.4" }`) }));
    expect(await subject.describe()).toMatchObject({ name: "x" });
  });
});

test("options that cannot be are refused", () => {
  expect(() => spawnSubject({ command: "" })).toThrow(TypeError);
  expect(() => spawnSubject({ command: "x", limits: { maxEvents: 0 } })).toThrow(
    'Cannot read limit "maxEvents": expected an integer from 1 to 9007199254740991 but received 0',
  );
  const misspelt = { maxEvent: 1 } as object;
  expect(() => spawnSubject({ command: "x", limits: misspelt })).toThrow('Cannot read limit "maxEvent"');
});
