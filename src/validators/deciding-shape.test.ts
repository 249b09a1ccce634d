import { describe, expect, it } from "vitest";

import { isStimulus } from "./generated/stimulus.ts";
import { validate } from "./validate.ts";

const diagnosticsOf = (kind: Parameters<typeof validate>[0], value: unknown) => {
  const result = validate(kind, value);
  return result.ok ? [] : result.diagnostics.map(({ rule, path, hint }) => ({ rule, path, hint }));
};

describe("objects that one field tells apart", () => {
  it("are measured by the variant that they say they are", () => {
    expect(diagnosticsOf("stimulus", { kind: "advance", ms: -1, turn_id: "turn-1" })).toMatchObject([
      { rule: "STM-03", path: "/ms" },
      { rule: "CON-03", path: "/turn_id" },
    ]);
  });

  it("may have fields of one name with different lists", () => {
    const recorder = { kind: "recorder", session_id: "sess-1", state: "stall" };
    expect(diagnosticsOf("stimulus", recorder)).toMatchObject([{ rule: "STM-04", path: "/state" }]);
    expect(isStimulus({ ...recorder, kind: "connection" })).toBe(true);
  });

  it("are told which variants there are when they are none of them, and nothing else", () => {
    expect(diagnosticsOf("stimulus", { kind: "canel", scope: 7 })).toEqual([
      { rule: "STM-01", path: "/kind", hint: 'Did you mean "cancel"?' },
    ]);
    expect(diagnosticsOf("stimulus", { knd: "advance", ms: 1 })).toEqual([
      { rule: "STM-01", path: "/kind", hint: 'Rename "knd" to "kind"' },
    ]);
  });

  it.each(["toString", "__proto__", 7, null, ["advance"]])("are not of the kind %j", (kind) => {
    expect(isStimulus({ kind, ms: 1 })).toBe(false);
    expect(diagnosticsOf("stimulus", { kind, ms: 1 })).toMatchObject([{ rule: "STM-01", path: "/kind" }]);
  });

  it("are found inside of others", () => {
    const request = { id: 1, op: "apply", stimuli: [{ kind: "advance", ms: 5 }, { kind: "nope" }] };
    expect(diagnosticsOf("subject_request", request)).toMatchObject([
      { rule: "STM-01", path: "/stimuli/1/kind" },
    ]);
  });

  it("let fields of a later minor through in open mode", () => {
    expect(isStimulus({ kind: "advance", ms: 1, later: true }, { unknownFields: "allow" })).toBe(true);
  });
});

describe("values of several types and of any", () => {
  const judge = { kind: "judge", contract: "event" };

  it.each([null, [], "text", 0, { kind: "advance" }])("may be %j where anything goes", (artifact) => {
    expect(isStimulus({ ...judge, artifact })).toBe(true);
  });

  it("have to be there all the same", () => {
    expect(diagnosticsOf("stimulus", judge)).toMatchObject([{ rule: "STM-04", path: "/artifact" }]);
  });

  it("are told of both types where there are two", () => {
    const scenario = (times: unknown) => ({
      schema_version: "rspp.conformance.scenario.v1",
      scenario_id: "CF-001/one",
      check_id: "CF-001",
      title: "One",
      needs: [],
      steps: [{ apply: [], times }],
    });
    expect(diagnosticsOf("conformance_scenario", scenario("$items"))).toEqual([]);
    expect(diagnosticsOf("conformance_scenario", scenario(3))).toEqual([]);
    const result = validate("conformance_scenario", scenario(1.5));
    expect(result.ok ? "" : result.diagnostics[0]?.message).toBe(
      'Cannot accept "times": expected an integer >= 0 or a supported form such as "$items" but received 1.5',
    );
  });
});
