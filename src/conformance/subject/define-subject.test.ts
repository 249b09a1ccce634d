import { describe, expect, test } from "vitest";

import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import { createReferenceRuntime } from "../../reference/reference-runtime.ts";
import { STANDARD_PLAN } from "../scenario/standard-plan.ts";
import { defineSubject, type SubjectDefinition, type SubjectRuntime } from "./define-subject.ts";
import { instantsOf } from "./spoken.test-kit.ts";
import { UnsupportedStimulusError } from "./unsupported-stimulus-error.ts";

const HEAD = { name: "own", version: "1.0.0", capabilities: ["turns", "cancel"] } as const;

const idle: SubjectRuntime = { reset: () => {}, apply: () => ({ events: [] }) };

const own = (runtime: Partial<SubjectRuntime>, rest: Partial<SubjectDefinition> = {}) =>
  defineSubject({ ...HEAD, create: () => ({ ...idle, ...runtime }), ...rest });

/** An answer that the compiler would not let through. */
const answer = (value: unknown) => ({ apply: () => value as StimulusOutcome });

describe("a subject in process", () => {
  test("describes itself, and nobody changes what it says", async () => {
    const subject = own({}, { language: "TypeScript" });
    expect(await subject.describe()).toEqual({ ...HEAD, language: "TypeScript" });
    expect(Object.isFrozen(await subject.describe())).toBe(true);
  });

  test("has a fresh runtime in every run", async () => {
    const create = () => {
      let applied = 0;
      return { ...idle, apply: () => ({ events: [{ applied: ++applied }] }) };
    };
    const subject = defineSubject({ ...HEAD, create });
    const [one, other] = await Promise.all([subject.run(instantsOf(2)), subject.run(instantsOf(2))]);
    expect(one.outcomes).toEqual([{ events: [{ applied: 1 }] }, { events: [{ applied: 2 }] }]);
    expect(other).toEqual(one);
  });

  test("may be asynchronous from beginning to end", async () => {
    const create = async () => ({
      reset: async () => {},
      apply: async (stimuli: readonly object[]) => ({ events: [...stimuli] as { kind: string }[] }),
    });
    const subject = defineSubject({ ...HEAD, create });
    expect((await subject.run(instantsOf(1))).outcomes[0]?.events).toMatchObject([{ kind: "cancel" }]);
  });

  test("can be the reference runtime", async () => {
    const subject = defineSubject({ ...HEAD, create: () => createReferenceRuntime() });
    const { outcomes, fault } = await subject.run({
      seed: 1,
      instants: [
        [
          {
            kind: "open_session",
            session_id: "s",
            pipeline_version: "p",
            authority_epoch: 7,
            plan: STANDARD_PLAN,
          },
        ],
        [{ kind: "propose_turn", session_id: "s", turn_id: "t1" }],
      ],
    });
    expect(fault).toBeUndefined();
    expect(outcomes[1]?.events.map(({ signal }) => signal)).toContain("turn_open");
  });

  test("can change neither the script nor what it answered before", async () => {
    const kept: { text: string }[] = [];
    const subject = own({
      apply(stimuli) {
        for (const stimulus of stimuli) Object.assign(stimulus, { session_id: "changed" });
        for (const event of kept) event.text = "changed";
        kept.push({ text: "as it was" });
        return { events: kept };
      },
    });
    const script = instantsOf(2);
    const before = JSON.stringify(script);
    const { outcomes } = await subject.run(script);
    expect(JSON.stringify(script)).toBe(before);
    expect(outcomes.map(({ events }) => events[0])).toEqual([{ text: "as it was" }, { text: "changed" }]);
    expect(outcomes[0]?.events).toHaveLength(1);
  });

  test("runs no more when it was closed", async () => {
    const subject = own({});
    await subject.close();
    const fault = {
      code: "subject_not_started",
      message: 'Cannot run subject "own": it was closed',
      instant: -1,
    };
    expect(await subject.describe()).toEqual(fault);
    expect(await subject.run(instantsOf(1))).toEqual({ outcomes: [], fault });
  });
});

const never = () => new Promise<never>(() => {});
const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const unreadable = new Proxy(new Error("x"), {
  get() {
    throw new Error("not to be read");
  },
  getPrototypeOf() {
    throw new Error("not to be read");
  },
});
const thenable = {
  get then() {
    throw new Error("not to be awaited");
  },
};

describe("a subject in process that breaks off has a fault", () => {
  test.each<[what: string, runtime: Partial<SubjectRuntime>, fault: object]>([
    [
      "when it throws",
      {
        apply: () => {
          throw new RangeError("no such turn");
        },
      },
      {
        code: "subject_threw",
        message: "Cannot apply cancel at instant 0: the runtime threw RangeError: no such turn",
      },
    ],
    [
      "when it throws what is no error",
      {
        apply: () => {
          throw "no";
        },
      },
      { code: "subject_threw", message: expect.stringContaining('string "no"') },
    ],
    [
      "when it throws what cannot be read",
      {
        apply: () => {
          throw unreadable;
        },
      },
      { code: "subject_threw", message: expect.stringContaining("a value that cannot be read") },
    ],
    [
      "when it rejects",
      { apply: () => Promise.reject(new Error("later")) },
      { code: "subject_threw", message: expect.stringContaining("Error: later") },
    ],
    [
      "when it never settles",
      { apply: never },
      {
        code: "subject_hung",
        message: "Cannot apply cancel at instant 0: expected a promise that settles within 30 ms",
      },
    ],
    [
      "when it cannot do what it declares",
      {
        apply: () => {
          throw new UnsupportedStimulusError("not yet");
        },
      },
      { code: "subject_unsupported", message: expect.stringContaining("not yet") },
    ],
    [
      "when it answers nothing",
      answer(undefined),
      {
        code: "subject_wrote_garbage",
        message:
          "Cannot read the answer to apply cancel at instant 0: expected a JSON object but received nothing",
      },
    ],
    [
      "when it answers no events",
      answer({}),
      {
        code: "subject_wrote_garbage",
        message: expect.stringContaining("expected an array at /events but received nothing"),
      },
    ],
    [
      "when an event is none",
      answer({ events: [{}, null] }),
      { message: expect.stringContaining("at /events/1 but received null") },
    ],
    [
      "when it answers with an unknown member",
      answer({ events: [], evidences: [] }),
      { message: expect.stringContaining("at /evidences") },
    ],
    [
      "when its answer has a cycle",
      answer({ events: [cyclic] }),
      { code: "subject_wrote_garbage", message: expect.stringContaining("that JSON can hold") },
    ],
    ["when its answer has a bigint", answer({ events: [{ a: 1n }] }), { code: "subject_wrote_garbage" }],
    ["when its answer cannot be awaited", answer(thenable), { code: "subject_threw" }],
    [
      "when it floods",
      answer({ events: new Array(101) }),
      {
        code: "subject_flooded",
        message: expect.stringContaining("expected at most 100 events but received 101"),
      },
    ],
    [
      "when one event is a flood",
      answer({ events: [{ text: "x".repeat(9_000) }] }),
      { code: "subject_flooded" },
    ],
  ])("%s", async (_, runtime, fault) => {
    const subject = own(runtime, { limits: { answerTimeoutMs: 30, maxEvents: 100, maxLineBytes: 8_192 } });
    const record = await subject.run(instantsOf(2));
    expect(record.outcomes).toEqual([]);
    expect(record.fault).toMatchObject({ instant: 0, ...fault });
  });

  test.each<[what: string, definition: Partial<SubjectDefinition>, code: string]>([
    ["create throws", { create: () => JSON.parse("not JSON") as SubjectRuntime }, "subject_threw"],
    ["create hangs", { create: never }, "subject_hung"],
    ["create gives nothing", { create: () => undefined as unknown as SubjectRuntime }, "subject_threw"],
    ["reset hangs", { create: () => ({ ...idle, reset: never }) }, "subject_hung"],
    ["reset rejects", { create: () => ({ ...idle, reset: () => Promise.reject("no") }) }, "subject_threw"],
  ])("before the first instant when %s", async (_, definition, code) => {
    const subject = defineSubject({
      ...HEAD,
      create: () => idle,
      limits: { answerTimeoutMs: 30 },
      ...definition,
    });
    expect(await subject.run(instantsOf(1))).toMatchObject({ outcomes: [], fault: { code, instant: -1 } });
  });

  test("and keeps the answers from before", async () => {
    let applied = 0;
    const subject = own({ apply: () => ({ events: ++applied < 3 ? [] : (7 as unknown as []) }) });
    const { outcomes, fault } = await subject.run(instantsOf(5));
    expect(outcomes).toHaveLength(2);
    expect(fault?.instant).toBe(2);
  });
});

test.each<[what: string, definition: object, message: string]>([
  ["has no name", { name: "" }, 'Cannot define a subject: expected a name but received ""'],
  ["has no create", { create: undefined }, "expected a function create but received nothing"],
  ["declares what is no capability", { capabilities: ["turn"] }, 'did you mean "turns"'],
  [
    "declares one twice",
    { capabilities: ["turns", "turns"] },
    'each capability once but received "turns" twice',
  ],
  ["declares none", { capabilities: undefined }, "expected a list of capabilities"],
])("a definition that %s is refused", (_, definition, message) => {
  expect(() => defineSubject({ ...HEAD, create: () => idle, ...definition } as SubjectDefinition)).toThrow(
    message,
  );
});
