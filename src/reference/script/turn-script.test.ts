import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { formatTurnScript } from "./format-turn-script.ts";
import { parseTurnScript } from "./parse-turn-script.ts";
import { play } from "./play.test-kit.ts";
import { SETTING_SHAPES } from "./script-settings.ts";
import type { ValueShape, ValueShapes } from "./script-shape.ts";
import { formatTimeline } from "./script-timeline.ts";
import { SCRIPT_VERBS } from "./script-verbs.ts";
import type { TurnScript } from "./turn-script.ts";

const BARGE_IN = `
set epoch 3             # the session
  0 audio
180 propose t1
520 output t1 "Hello"  # the assistant begins
560 playback t1 started
900 barge_in t1 & complete t1
930 output t1 "there"
`;

test("a script is played and seen as an aligned timeline", () => {
  expect(formatTimeline(play(BARGE_IN).timeline)).toBe(`\
    ms  world          runtime             turn
     0  open_session                             authority_epoch=3
                       lease_issued              authority_epoch=3
        ingress                                  payload_class=audio_raw
                       (accepted)
                       DataLane audio_raw
   180  propose_turn                       t1
                       turn_open_proposed
                       admit                     reason=admission_capacity_allow
                       turn_open           t1
   520  output                             t1    text=Hello
                       DataLane text_raw   t1
                       output_accepted     t1
   560  playback                           t1    phase=started
                       playback_started    t1
   900  barge_in                           t1
        complete_turn                      t1
                       barge_in            t1
                       cancel              t1    scope=turn
                       playback_cancelled  t1
                       abort               t1    reason=cancelled
                       close               t1
   930  output                             t1    text=there
`);
});

test("what falls due between two steps stands at its own time, and a refusal is told", () => {
  const { timeline } = play(
    "set node_budget_ms 100\n0 propose t1\n10 node_fault t1 n1 hang\n300 event turn=t1",
  );
  const rows = timeline.slice(-7).map(({ at_ms, name, detail }) => [at_ms, name, detail]);
  expect(rows).toEqual([
    [10, "node_fault", "node_id=n1 fault=hang"],
    [110, "budget_warning", "reason=node_budget"],
    [110, "budget_exhausted", "reason=node_budget"],
    [110, "abort", "reason=node_timeout_or_failure"],
    [110, "close", ""],
    [300, "ingress", "payload_class=text_raw"],
    [300, "(refused)", "turn is not active"],
  ]);
});

describe("a script that cannot be read", () => {
  test.each([
    ["0 propse t1", 3, 'a verb but received "propse"', "Did you mean propose?"],
    ["0 fly t1", 3, 'a verb but received "fly"', `The verbs are ${Object.keys(SCRIPT_VERBS).join(", ")}`],
    ["propose t1", 1, 'a time in ms, or set before the first step but received "propose"', undefined],
    ["0", 2, "a verb but received nothing", undefined],
    ["0 complete", 11, "turn id but received nothing", undefined],
    ["0 output t1 Hello", 13, 'text in quotes but received "Hello"', 'Write "Hello" in double quotes'],
    ['0 output t1 "Hel', 13, 'text in double quotes, as in JSON but received "\\"Hel"', undefined],
    ['0 output t1 "\\x"', 13, 'text in double quotes, as in JSON but received "\\"\\\\x\\""', undefined],
    ['0 complete "t1"', 12, 'turn id but received the text "t1"', undefined],
    ["0 cancel nod=llm", 10, 'turn id but received "nod=llm"', undefined],
    ["0 cancel t1 nod=llm", 13, 'node=... or invocation=... but received "nod=llm"', "Did you mean node?"],
    ["0 propose t1 epoch=x", 20, 'authority epoch, a whole number >= 0 but received "x"', undefined],
    ["0 propose t1 epoch=1 epoch=1", 22, "epoch=... once but received it again", undefined],
    ["0 complete   # whom?", 11, "turn id but received nothing", undefined],
    ["0 complete t1 now", 15, 'nothing more after complete but received "now"', undefined],
    ["0 recorder bad", 12, 'ok | pressure | unavailable but received "bad"', undefined],
    [
      "0 recorder presure",
      12,
      'ok | pressure | unavailable but received "presure"',
      "Did you mean pressure?",
    ],
    ["0 complete t1 &", 16, "a verb but received nothing", undefined],
    ["0 complete t1 & & wait", 17, "a verb but received nothing", undefined],
    ["set epohc 3", 5, expect.stringContaining('but received "epohc"'), "Did you mean epoch?"],
    ["set", 4, expect.stringContaining("but received nothing"), undefined],
    ["set epoch", 10, "authority epoch, a whole number >= 0 but received nothing", undefined],
    ["set epoch 3 4", 13, 'nothing more but received "4"', undefined],
    ["set adaptive_actions retry,swich", 22, expect.stringContaining("provider_switch"), undefined],
    ["set constructor 3", 5, expect.stringContaining('but received "constructor"'), undefined],
    ["0 constructor t1", 3, expect.stringContaining('but received "constructor"'), expect.any(String)],
  ])("%s", (line, column, expected, hint) => {
    const reading = parseTurnScript(`# first line\n${line}`);
    if (reading.ok) throw new Error("Expected a problem");
    const [problem] = reading.problems;
    expect(reading.problems).toHaveLength(1);
    expect([problem?.line, problem?.column, problem?.hint]).toEqual([2, column, hint]);
    const start = `Cannot read line 2, column ${column}: expected `;
    expect(problem?.message.slice(0, start.length)).toBe(start);
    expect(problem?.message.slice(start.length)).toEqual(expected);
  });

  test("has the first problem of each line, and keeps times and settings in order", () => {
    const reading = parseTurnScript("5 fly\n4 wait\nset epoch 3\nset epoch 3");
    expect(reading.ok ? [] : reading.problems.map(({ message }) => message)).toEqual([
      'Cannot read line 1, column 3: expected a verb but received "fly"',
      'Cannot read line 2, column 1: expected a time >= 5 ms but received "4"',
      "Cannot read line 3, column 1: expected set before the first step but received it later",
      "Cannot read line 4, column 1: expected set before the first step but received it later",
    ]);
    expect(parseTurnScript("set epoch 3\nset epoch 3")).toMatchObject({ problems: [{ line: 2, column: 5 }] });
  });

  test("is found however long or strange it is", () => {
    const long = parseTurnScript("0 wait\n".repeat(10_002));
    expect(long).toMatchObject({ ok: false, problems: [{ line: 10_001, received: "more" }] });
    const wide = parseTurnScript(`0 wait ${"& wait ".repeat(300)}`);
    expect(wide).toMatchObject({ ok: false, problems: [{ line: 1, column: 2001, received: "more" }] });
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const reading = parseTurnScript(text);
        for (const { line, column } of reading.ok ? [] : reading.problems)
          expect(column).toBeLessThanOrEqual((text.split(/\r?\n/)[line - 1]?.length ?? 0) + 1);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

const id = fc.stringMatching(/^[A-Za-z][\w.-]{0,8}$/);

function anyValue(shape: ValueShape): fc.Arbitrary<string | number> {
  switch (shape.is) {
    case "number":
      return fc.integer({ min: shape.min, max: 9999 });
    case "choice":
      return fc.constantFrom(...shape.of);
    case "list":
      return fc.subarray([...shape.of], { minLength: 1 }).map((words) => words.join(","));
    default:
      return shape.is === "text" ? fc.string({ unit: "binary" }) : id;
  }
}

const valuesOf = (shapes: ValueShapes, options: fc.RecordConstraints<string> = {}) =>
  fc.record(
    Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, anyValue(shape)])),
    options,
  );

const statement = fc
  .constantFrom(...Object.entries(SCRIPT_VERBS))
  .chain(([verb, { operands, options }]) =>
    fc
      .tuple(valuesOf(operands), valuesOf(options, { requiredKeys: [] }))
      .map(([needed, given]) => ({ verb, values: { ...needed, ...given } })),
  );

const script = fc
  .record({
    settings: valuesOf(SETTING_SHAPES, { requiredKeys: [] }),
    steps: fc.array(fc.tuple(fc.nat(500), fc.array(statement, { minLength: 1, maxLength: 3 }))),
  })
  .map(({ settings, steps }): TurnScript => {
    let at_ms = 0;
    const first = Object.keys(settings).length + 1;
    return {
      settings,
      steps: steps.map(([after, statements], index) => {
        at_ms += after;
        return { at_ms, statements, line: first + index };
      }),
    };
  });

test("every script that is written can be read again, and played", () => {
  fc.assert(
    fc.property(script, (written) => {
      const text = formatTurnScript(written);
      expect(parseTurnScript(text)).toEqual({ ok: true, script: written });
      expect(play(text).trace.violations).toEqual([]);
    }),
    { seed: 6, numRuns: 300 },
  );
});
