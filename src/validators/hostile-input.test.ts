import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../contracts/core/diagnostic.ts";
import { ContractError } from "./assert-fits.ts";
import { assertEventRecord, isEventRecord } from "./generated/event-record.ts";
import { assertResolvedTurnPlan, isResolvedTurnPlan } from "./generated/resolved-turn-plan.ts";
import { HOSTILE_BYTES } from "./hostile-input/bytes.test-data.ts";
import { HOSTILE_FIELDS } from "./hostile-input/fields.test-data.ts";
import type { HostileInput } from "./hostile-input/hostile-input.test-kit.ts";
import { type HostileChapter, hostileInputPage } from "./hostile-input/hostile-page.test-kit.ts";
import { HOSTILE_OBJECTS } from "./hostile-input/objects.test-data.ts";
import { HOSTILE_SCALARS } from "./hostile-input/scalar-texts.test-data.ts";
import { HOSTILE_TEXTS } from "./hostile-input/texts.test-data.ts";
import { HOSTILE_VALUES } from "./hostile-input/values.test-data.ts";
import type { ContractKind } from "./validate.ts";
import { validate } from "./validate.ts";
import { validateText } from "./validate-text.ts";

const PAGE = new URL("../../docs/hostile-input.md", import.meta.url);

/** Most heap that reading one input may leave behind, garbage included; the largest input is 16 MB. */
const MOST_HEAP_GROWTH = 400_000_000;

/** Long enough for a slow machine, short enough to notice a quadratic walk. */
const timeout = 30_000;

const VALUES: HostileChapter = {
  title: "Values",
  intro: "Given to `validate`, to the guard and to the assertion of the kind, which always agree.",
  sections: [...HOSTILE_VALUES, ...HOSTILE_FIELDS, ...HOSTILE_OBJECTS],
};
const TEXTS: HostileChapter = {
  title: "Text and bytes",
  intro:
    "Given to `validateText`: strings as they are and as UTF-8, which always agree, and bytes as they are.",
  sections: [...HOSTILE_TEXTS, ...HOSTILE_SCALARS, ...HOSTILE_BYTES],
};

const GUARDS = { event_record: isEventRecord, resolved_turn_plan: isResolvedTurnPlan };
type Assertion = (value: unknown, options: { unknownFields?: "allow" }) => void;
const ASSERTIONS: Readonly<Record<keyof typeof GUARDS, Assertion>> = {
  event_record: assertEventRecord,
  resolved_turn_plan: assertResolvedTurnPlan,
};

/** A test for each input of a chapter. */
function testChapter(chapter: HostileChapter, check: (input: HostileInput) => void): void {
  describe.each(chapter.sections)("$title", ({ inputs }) => {
    test.each(inputs)("$input ($gets)", { timeout }, (input) => {
      const before = builtIns();
      const mend = input.around?.();
      try {
        check(input);
      } finally {
        mend?.();
      }
      expect(builtIns()).toEqual(before);
    });
  });
}

/** Reads an input, and checks that it costs a bounded amount of memory. */
function read<T>(input: HostileInput, reader: (given: unknown) => T): T {
  const given = input.give();
  const heapBefore = process.memoryUsage().heapUsed;
  const result = reader(given);
  expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(MOST_HEAP_GROWTH);
  return result;
}

const optionsOf = ({ unknownFields }: HostileInput) => (unknownFields === undefined ? {} : { unknownFields });

describe("hostile values", () => {
  testChapter(VALUES, (input) => {
    const { kind = "event_record", gets } = input;
    const options = optionsOf(input);
    expect(read(input, (value) => verdictOf(validate(kind, value, options)))).toBe(gets);
    expect(read(input, (value) => GUARDS[kind](value, options))).toBe(gets === "accepted");
    expect(read(input, (value) => verdictOfAssertion(() => ASSERTIONS[kind](value, options)))).toBe(gets);
  });
});

describe("hostile text", () => {
  testChapter(TEXTS, (input) => {
    const { kind = "event_record", gets } = input;
    const verdict = (text: string | Uint8Array) => verdictOf(validateText(kind, text, optionsOf(input)));
    expect(read(input, (text) => verdict(text as string | Uint8Array))).toBe(gets);
    const text = input.give();
    // Encoding replaces a lone surrogate, so that the bytes would say something else.
    if (typeof text !== "string" || /\p{Cs}/u.test(text)) return;
    expect(verdict(new TextEncoder().encode(text))).toBe(gets);
  });
});

describe("what is no input at all", () => {
  test.each(["__proto__", "constructor", "toString", "", undefined, null, 7, {}])("a kind %j", (kind) => {
    expect(() => validate(kind as ContractKind, {})).toThrow(TypeError);
    expect(() => validateText(kind as ContractKind, "{}")).toThrow(TypeError);
  });

  test.each([undefined, null, 7, {}, new ArrayBuffer(2)])("text that is %j", (text) => {
    expect(() => validateText("event", text as string)).toThrow(TypeError);
  });
});

test("docs/hostile-input.md says what these tables say", () => {
  const page = hostileInputPage([VALUES, TEXTS]);
  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});

/** `accepted`, or the first rule; also checks what holds for every refusal. */
function verdictOf(result: { ok: true } | { ok: false; diagnostics: readonly Diagnostic[] }): string {
  if (result.ok) return "accepted";
  expect(result.diagnostics.length).toBeLessThanOrEqual(100);
  for (const { message } of result.diagnostics) {
    expect(message.length).toBeLessThan(1000);
    expect(/\p{Cc}/u.test(message)).toBe(false);
  }
  return result.diagnostics[0]?.rule ?? "no rule";
}

function verdictOfAssertion(assertion: () => void): string {
  try {
    assertion();
    return "accepted";
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    expect(error.message.length).toBeLessThan(100_000);
    expect(/(?!\n)\p{Cc}/u.test(error.message)).toBe(false);
    return verdictOf({ ok: false, diagnostics: error.diagnostics });
  }
}

/** Names of every property of the prototypes that pollution aims at. */
function builtIns(): string[] {
  const prototypes = { Object: Object.prototype, Array: Array.prototype, Function: Function.prototype };
  return Object.entries(prototypes).flatMap(([owner, prototype]) =>
    Reflect.ownKeys(prototype).map((name) => `${owner}.${String(name)}`),
  );
}
