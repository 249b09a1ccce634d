import assert from "node:assert";
import { beforeAll, describe, expect, test } from "vitest";

import { createNodeHarness } from "../harness/node-harness.ts";
import type { Transcribed } from "../script/output-marbles.ts";
import { parseMarbles } from "../script/parse-marbles.ts";
import { deafSpeaker, speaker } from "../script/text-nodes.test-kit.ts";
import {
  assertContractKept,
  assertEmitted,
  assertEmittedWithin,
  assertEndedWith,
  assertHooks,
  assertMarbles,
  assertOutputs,
  assertSilent,
  assertSilentAfterCancel,
  assertTelemetry,
  assertViolation,
} from "./node-assertions.ts";
import { type NodeMatchers, nodeMatchers } from "./node-matchers.ts";

declare module "vitest" {
  interface Matchers<T> extends NodeMatchers<T> {}
}

expect.extend(nodeMatchers);

const LEGEND = { s: { type: "say", payload: "one two" } } as const;

/** Says "one" at 40 ms and "two" at 70 ms, is cancelled at 110 ms, and stopped. */
let run: Transcribed;
/** Is cancelled at 20 ms and gives a word at 50 ms all the same. */
let deaf: Transcribed;

beforeAll(async () => {
  const harness = await createNodeHarness(speaker);
  await harness.run(parseMarbles("^s 100ms !", LEGEND));
  await harness.close();
  run = harness;
  const other = await createNodeHarness(deafSpeaker);
  await other.run(parseMarbles("^s! 200ms", LEGEND));
  await other.close({ allow: ["NODE-CXL-01", "NODE-CXL-02"] });
  deaf = other;
});

const word = (payload: unknown) => ({ type: "word", payload });

/** Each with a call that holds, a call that does not, and what that says. */
const CASES: readonly (readonly [string, () => void, () => void, RegExp])[] = [
  [
    "assertOutputs",
    () => assertOutputs(run, [word("one"), { ...word("two"), at_ms: 70 }]),
    () => assertOutputs(run, [word("one"), word("three")]),
    /expected output "word" of payload three as number 2 of 2 but received output "word" of payload two at 70 ms/,
  ],
  [
    "assertOutputs with fewer",
    () => assertOutputs({ transcript: [] }, []),
    () => assertOutputs(run, [word("one")]),
    /expected no output after number 1 but received output "word" of payload two/,
  ],
  [
    "assertOutputs with more",
    () => assertOutputs(run, [word("one"), { type: "word" }]),
    () => assertOutputs(run, [word("one"), word("two"), word("x")]),
    /but received no more/,
  ],
  [
    "assertEmitted",
    () => assertEmitted(run, "word", { payload: "two", turn_id: "turn-1" }),
    () => assertEmitted(run, "word", { payload: "three" }),
    /but received output "word" of payload two at 70 ms/,
  ],
  [
    "assertEmitted with a function",
    () => assertEmitted(run, "word", { payload: (text: string) => text.startsWith("t") }),
    () => assertEmitted(run, "word", { payload: () => false }),
    /of a payload that the function accepts but/,
  ],
  [
    "assertEmitted with a matcher",
    () => assertEmitted(run, "word", { payload: expect.any(String) }),
    () => assertEmitted(run, "text"),
    /expected output "text" but received 2 outputs of other types/,
  ],
  [
    "assertSilent",
    () => assertSilent(run, { after_ms: 70 }),
    () => assertSilent(run, { after_ms: 69 }),
    /expected no output after 69 ms but received output "word" of payload two/,
  ],
  [
    "assertSilent of a type",
    () => assertSilent(run, { type: "frame" }),
    () => assertSilent(run, { type: "word" }),
    /and 1 more/,
  ],
  [
    "assertSilentAfterCancel",
    () => assertSilentAfterCancel(run),
    () => assertSilentAfterCancel(deaf, { within_ms: 10 }),
    /\[NODE-CXL-01\] Cannot accept the run: expected no output later than 10 ms after the cancel/,
  ],
  [
    "assertSilentAfterCancel in time",
    () => assertSilentAfterCancel(deaf, { within_ms: 60 }),
    () => assertSilentAfterCancel({ transcript: [] }),
    /but received no cancel in the run/,
  ],
  [
    "assertEmittedWithin",
    () => assertEmittedWithin(run, { ...word("one"), ms: 30, after: "say" }),
    () => assertEmittedWithin(run, { ...word("one"), ms: 29, after: "say" }),
    /within 29 ms of step "say" but received .* 30 ms after it/,
  ],
  [
    "assertEmittedWithin a time",
    () => assertEmittedWithin(run, { ...word("two"), ms: 70 }),
    () => assertEmittedWithin(run, { ...word("two"), ms: 70, after: "migrate" }),
    /no step "migrate" in the run/,
  ],
  [
    "assertEndedWith",
    () => assertEndedWith(run, "success"),
    () => assertEndedWith(run, "timeout"),
    /hook process to have ended with timeout but received process ended with success, called at 10 ms/,
  ],
  [
    "assertEndedWith of a hook",
    () => assertEndedWith(run, "success", { hook: "stop" }),
    () => assertEndedWith(run, "success", { hook: "onBargeIn" }),
    /but received no call of it/,
  ],
  [
    "assertHooks",
    () => assertHooks(run, ["init", "process", "stop"]),
    () => assertHooks(run, ["init", "stop"]),
    /expected the hooks init, stop but received init, process, stop/,
  ],
  [
    "assertViolation",
    () => assertViolation({ transcript: [breach] }, "NODE-CXL-01"),
    () => assertViolation(run, "NODE-CXL-01"),
    /a breach of NODE-CXL-01 \(Output stops in time\) but received none of any rule/,
  ],
  [
    "assertViolation of another",
    () => assertViolation({ transcript: [breach] }, "NODE-CXL-01"),
    () => assertViolation({ transcript: [breach] }, "NODE-BUD-01"),
    /but received breaches of NODE-CXL-01/,
  ],
  [
    "assertContractKept",
    () => assertContractKept({ transcript: [breach] }, { allow: ["NODE-CXL-01"] }),
    () => assertContractKept({ transcript: [breach] }),
    /\[NODE-CXL-01\] Cannot accept the run: expected silence but received noise: It talks on/,
  ],
  [
    "assertTelemetry",
    () => assertTelemetry(run, "said", { fields: { words: 2 } }),
    () => assertTelemetry(run, "said", { fields: { words: 3 } }),
    /telemetry "said" with {"words":3} but received {"words":2}/,
  ],
  [
    "assertTelemetry of a name",
    () => assertTelemetry(run, "said"),
    () => assertTelemetry(deaf, "said"),
    /but received no telemetry/,
  ],
  [
    "assertMarbles",
    () => assertMarbles(run, "----a--b", { legend: { a: word("one"), b: word("two") } }),
    () => assertMarbles(run, "----a---b", { legend: { a: word("one"), b: word("three") } }),
    /expected {2}----a---b\n {2}received {2}----a--\?-\n {19}\^ at 70 ms\n {2}\? at 70 ms is word two/,
  ],
];

const breach = {
  at_ms: 5,
  entry: "violation",
  rule: "NODE-CXL-01",
  message: "It talks on",
  expected: "silence",
  received: "noise",
} as const;

describe("assertions", () => {
  test.each(CASES)("%s", (_, holds, fails, says) => {
    holds();
    expect(fails).toThrow(says);
  });

  test("fail with an AssertionError that has both ends of the comparison and the window around the place", () => {
    const error = caught(() => assertEmitted(run, "word", { payload: "three" }));
    expect(error).toMatchObject({
      name: "AssertionError",
      code: "ERR_ASSERTION",
      expected: 'output "word" of payload three',
      actual: 'output "word" of payload two at 70 ms',
    });
    expect(error.message).toMatch(/> +70 +word +turn-1 +two/);
    expect(error.message).toMatch(/open_turn/);
  });

  test("compare payloads in depth, and samples by type and value", () => {
    const transcript = [
      {
        entry: "output",
        at_ms: 0,
        type: "x",
        payload: { a: [1, Int16Array.of(1)] },
        envelope: {} as never,
        delivery: "delivered",
      },
    ] as const;
    const holds = (payload: unknown) =>
      caught(() => assertEmitted({ transcript }, "x", { payload })) === undefined;
    expect(holds({ a: [1, Int16Array.of(1)] })).toBe(true);
    expect(holds({ a: [1, Int16Array.of(1)], b: undefined })).toBe(true);
    expect(holds({ a: expect.arrayContaining([1]) })).toBe(true);
    for (const other of [
      { a: [1, Uint8Array.of(1)] },
      { a: [1, Int16Array.of(2)] },
      { a: [1] },
      { a: { 0: 1 } },
      {},
      undefined,
      null,
    ])
      expect(holds(other)).toBe(false);
  });
});

const caught = (fails: () => void): Error => {
  try {
    fails();
  } catch (error) {
    return error as Error;
  }
  return undefined as unknown as Error;
};

describe("matchers", () => {
  test("hold where the assertions do, and the other way round under not", () => {
    expect(run).toHaveEmitted("word");
    expect(run).toHaveEmitted("word", "two");
    expect(run).not.toHaveEmitted("word", undefined);
    expect(run).toHaveOutputs([word("one"), word(expect.stringMatching("t"))]);
    expect(run).toBeSilentAfter(70);
    expect(run).not.toBeSilentAfter(60);
    expect(run).toHaveEndedWith("success");
    expect(run).not.toHaveEndedWith("success", "onCancel");
    expect(run).toHaveCalledHooks(["init", "process", "stop"]);
    expect(run).toKeepTheContract();
    expect({ transcript: [breach] }).not.toKeepTheContract();
    expect({ transcript: [breach] }).toKeepTheContract({ allow: ["NODE-CXL-01"] });
    expect({ transcript: [breach] }).toHaveBroken("NODE-CXL-01");
    expect(run).toHaveRecorded("said", { words: 2 });
    expect(run).toMatchMarbles("40ms a 30ms a", { a: { type: "word" } });
    expect(run).toMatchMarbles("--a 30ms b", { a: word("one"), b: word("two") }, { frame: 20 });
  });

  test("say what they expected, and the opposite under not", () => {
    expect(() => expect(run).toHaveEmitted("word", "x")).toThrow(
      /expected output "word" of payload x but received/,
    );
    expect(() => expect(run).not.toHaveEmitted("word", "two")).toThrow(
      /expected not output "word" of payload two but/,
    );
    expect(() => expect({}).toKeepTheContract()).toThrow(
      /expected a harness, or an object with its transcript, but/,
    );
  });

  test("pass in vitest as assertions of node:assert do", () => {
    assert.throws(() => assertHooks(run, []), { name: "AssertionError" });
  });
});
