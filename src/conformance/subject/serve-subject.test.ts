import { expect, test } from "vitest";

import { createReferenceRuntime } from "../../reference/reference-runtime.ts";
import type { SubjectDefinition } from "./define-subject.ts";
import { serveSubject } from "./serve-subject.ts";
import { UnsupportedStimulusError } from "./unsupported-stimulus-error.ts";

const REFERENCE: SubjectDefinition = {
  name: "reference",
  version: "1.0.0",
  language: "TypeScript",
  capabilities: ["turns"],
  create: () => createReferenceRuntime(),
};

/** What is answered to these chunks of input. */
async function answers(chunks: readonly (string | Uint8Array)[], changes: Partial<SubjectDefinition> = {}) {
  const written: string[] = [];
  async function* input() {
    yield* chunks;
  }
  const output = { write: (text: string) => void written.push(text) };
  await serveSubject({ ...REFERENCE, ...changes }, { input: input(), output });
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const line = (request: object) => `${JSON.stringify(request)}\n`;
const hello = line({ id: 1, op: "hello", protocol: "rspp.subject.v1", kit_version: "1" });
const reset = line({ id: 2, op: "reset", seed: 1, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: 5 });
const advance = line({ id: 3, op: "apply", stimuli: [{ kind: "advance", ms: 5 }] });
const bye = line({ id: 4, op: "bye" });

test("a conversation is answered request by request, however it is cut into chunks", async () => {
  const { create: _, ...description } = REFERENCE;
  const expected = [
    { id: 1, op: "hello", protocol: "rspp.subject.v1", ...description },
    { id: 2, op: "reset" },
    { id: 3, op: "apply", events: [] },
    { id: 4, op: "bye" },
  ];
  const whole = hello + reset + advance + bye;
  expect(await answers([whole])).toEqual(expected);
  expect(await answers([...whole])).toEqual(expected);
  expect(await answers([new TextEncoder().encode(whole), hello])).toEqual(expected);
});

test("a full output is waited for", async () => {
  let free: (() => void) | undefined;
  const written: string[] = [];
  async function* input() {
    yield hello + bye;
  }
  const output = {
    write: (text: string) => {
      written.push(text);
      return false;
    },
    once: (_: "drain", listener: () => void) => {
      free = listener;
    },
  };
  const served = serveSubject(REFERENCE, { input: input(), output });
  await new Promise((resolve) => setTimeout(resolve));
  expect(written).toHaveLength(1);
  free?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(written).toHaveLength(2);
  free?.();
  await served;
});

test.each<[what: string, input: string, error: object]>([
  ["what is not JSON", "hello\n", { id: 0, error: { code: "bad_request" } }],
  ["what has no id", "{}\n", { id: 0, error: { code: "bad_request" } }],
  ["an unknown op", line({ id: 9, op: "stop" }), { id: 9, error: { code: "bad_request" } }],
  ["stimuli before a reset", advance, { id: 3, error: { code: "bad_request" } }],
  ["stimuli that are none", reset + line({ id: 3, op: "apply" }), { id: 3, error: { code: "bad_request" } }],
  [
    "another version",
    line({ id: 1, op: "hello", protocol: "rspp.subject.v2" }),
    {
      id: 1,
      error: {
        code: "bad_request",
        message: 'Cannot talk to the kit: expected protocol "rspp.subject.v1" but received "rspp.subject.v2"',
      },
    },
  ],
])("%s is answered with an error", async (_, input, error) => {
  expect((await answers([input])).at(-1)).toMatchObject({ op: "error", ...error });
});

test("what a runtime throws is answered, and the next request is served", async () => {
  const throwing = (thrown: unknown) => ({
    create: () => ({
      reset: () => {},
      apply: () => {
        throw thrown;
      },
    }),
  });
  expect(await answers([reset + advance + bye], throwing(new RangeError("no")))).toEqual([
    { id: 2, op: "reset" },
    { id: 3, op: "error", error: { code: "internal", message: "RangeError: no" } },
    { id: 4, op: "bye" },
  ]);
  expect((await answers([reset + advance], throwing(new UnsupportedStimulusError("advance"))))[1]).toEqual({
    id: 3,
    op: "error",
    error: { code: "unsupported", message: "UnsupportedStimulusError: advance" },
  });
});

test("a definition that cannot be is refused", async () => {
  await expect(answers([], { name: "" })).rejects.toThrow("Cannot define a subject: expected a name");
});
