import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { NODE_STEP_KINDS, type NodeStep } from "../harness/node-step.ts";
import { formatNodeScript } from "./format-node-script.ts";
import type { NodeScript } from "./node-script.ts";
import { parseNodeScript, readNodeScript } from "./parse-node-script.ts";

const HEAD = '{"schema_version":"rspp.node.script.v1"}';

const STEPS: { readonly [K in NodeStep["kind"]]: NodeStep } = {
  input: {
    kind: "input",
    type: "audio",
    payload: Int16Array.of(1, -2),
    turn_id: null,
    envelope: { runtime_sequence: 1 },
  },
  advance: { kind: "advance", ms: 20 },
  open_turn: { kind: "open_turn", turn_id: "t" },
  commit_turn: { kind: "commit_turn" },
  abort_turn: { kind: "abort_turn", reason: "lost" },
  cancel: { kind: "cancel", scope: "node", turn_id: "t", reason: "user" },
  barge_in: { kind: "barge_in" },
  exhaust_budget: { kind: "exhaust_budget", outcome: "fallback" },
  rotate_lease: { kind: "rotate_lease" },
  pause_output: { kind: "pause_output", type: "x" },
  resume_output: { kind: "resume_output" },
  grant_credit: { kind: "grant_credit", amount: 2 },
  skew_clock: { kind: "skew_clock", ms: -500 },
  disconnect: { kind: "disconnect" },
  reconnect: { kind: "reconnect" },
  migrate: { kind: "migrate", lose: ["session_hot"] },
  inject_fault: { kind: "inject_fault", hook: "process", fault: "hang" },
};

const script = fc.record<NodeScript>(
  {
    node_id: fc.constant("echo"),
    seed: fc.nat(),
    config: fc.constantFrom<unknown>({ threshold: 0.5 }, [1], "x"),
    steps: fc.array(fc.constantFrom(...Object.values(STEPS)), { maxLength: 8 }),
  },
  { requiredKeys: ["steps"] },
);

const problemsOf = (text: string): string[] => {
  const reading = readNodeScript(text);
  return reading.ok
    ? []
    : reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

describe("scripts", () => {
  test("of every kind of step are the same when they are read again, in both forms", () => {
    fc.assert(
      fc.property(script, fc.constantFrom("json", "ndjson"), (given, as) => {
        const text = formatNodeScript(given, { as });
        expect(parseNodeScript(text)).toEqual(given);
        expect(formatNodeScript(parseNodeScript(text), { as })).toBe(text);
        expect(parseNodeScript(text.replaceAll("\n", "\r\n"))).toEqual(given);
      }),
      { seed: 31, numRuns: 200 },
    );
    expect(Object.keys(STEPS)).toEqual(NODE_STEP_KINDS);
  });

  test("have canonical lines", () => {
    expect(formatNodeScript([STEPS.input, STEPS.advance])).toBe(
      `${HEAD}\n{"envelope":{"runtime_sequence":1},"kind":"input","payload":{"$bytes":"AQD+/w==","$type":"int16"},"turn_id":null,"type":"audio"}\n{"kind":"advance","ms":20}\n`,
    );
    expect(() => formatNodeScript([{ kind: "input", type: "x", payload: Number.NaN }])).toThrow(
      /received NaN/,
    );
  });

  test("of nothing but a head, and without a last line end, are scripts", () => {
    expect(parseNodeScript(HEAD)).toEqual({ steps: [] });
    expect(parseNodeScript(`${HEAD}\n{"kind":"barge_in"}`)).toEqual({ steps: [{ kind: "barge_in" }] });
  });

  test.each([
    ["", ["1:1 Cannot read the JSON text: expected a value but received no text"]],
    ["[]", ["1:1 Cannot read the head: expected an object but received an array of length 0"]],
    [
      '{"schema_version":"rspp.node.script.v2"}\n',
      [
        '1:19 Cannot read the head: expected one of rspp.node.script.v1 at schema_version but received "rspp.node.script.v2"',
      ],
    ],
    [
      '{"kind":"barge_in"}\n',
      [
        "1:1 Cannot read the head: expected one of rspp.node.script.v1 at schema_version but received nothing",
      ],
    ],
    [
      `${HEAD}\n\n{"kind":"barge_in"}\n{"kind":"bargein"}\n{"kind":"advance","ms":-1}\n{"kind":"advance","ms":1,"m":2}\nx`,
      [
        "2:1 Cannot read the JSON text: expected a value but received no text",
        `4:9 Cannot read the step: expected kind as one of ${NODE_STEP_KINDS.join(", ")} (did you mean "barge_in"?) at kind but received "bargein"`,
        "5:24 Cannot read the step: expected an integer from 0 to 9007199254740991 at ms but received -1",
        "6:30 Cannot read the step: expected one of the fields kind, ms at m but received 2",
        '7:1 Cannot read the JSON text: expected a value but received "x"',
      ],
    ],
    [
      `${HEAD}\n{"kind":"migrate","lose":["session_hot","all"]}\n{}\n7\n`,
      [
        '2:41 Cannot read the step: expected one of turn_ephemeral, session_hot, session_durable at lose[1] but received "all"',
        `3:1 Cannot read the step: expected kind as one of ${NODE_STEP_KINDS.join(", ")} but received nothing`,
        "4:1 Cannot read the step: expected a step but received 7",
      ],
    ],
    [
      `${HEAD}\n{"kind":"input","type":"a","payload":{"$bytes":"AAA","$type":"int32"}}`,
      ["2:38 Cannot read bytes: expected whole samples of 4 bytes but received 2 bytes"],
    ],
    [
      `${HEAD}\n{"kind":"cancel","kind":"cancel"}`,
      [
        '2:18 Cannot accept a repeated name: expected each name once in an object but received "kind" again, first at line 1, column 2',
      ],
    ],
    [
      `${HEAD}\n{"entry":"output","at_ms":0}`,
      ["2:1 Cannot read the output: expected a non-empty string at type but received nothing"],
    ],
    [
      '{\n  "schema_version": "rspp.node.script.v1",\n  "steps": [\n    {"kind": "advance", "ms": 1.5}, 3\n  ],\n  "outputs": [1]\n}\n',
      [
        "4:31 Cannot read the step: expected an integer from 0 to 9007199254740991 at ms but received 1.5",
        "4:37 Cannot read the step: expected a step but received 3",
        "6:15 Cannot read the output: expected an object but received 1",
      ],
    ],
    [
      '{"schema_version":"rspp.node.script.v1","steps":{}}',
      ["1:49 Cannot read the script: expected an array at steps but received an object {}"],
    ],
    ['{\n "steps": [}', [expect.stringMatching(/^2:12 Cannot read the JSON text/)]],
  ])("%# that are none are told with every place", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test("that are none throw with the name of the file", () => {
    expect(() => parseNodeScript(`${HEAD}\nx\n7`, { name: "run.ndjson" })).toThrow(
      /expected a head and steps but received 2 problems\n {2}run\.ndjson:2:1: Cannot read the JSON text.*\n {2}run\.ndjson:3:1: Cannot/,
    );
  });
});
