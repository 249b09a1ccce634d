import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { SUBJECT_CAPABILITIES } from "../../contracts/conformance/capability.ts";
import type { Expectation, Scenario } from "../../contracts/conformance/scenario.ts";
import { validate } from "../../validators/validate.ts";
import { judgeRun } from "../judge/judge-run.ts";
import { type BrokenParts, brokenParts } from "./broken-parts.test-kit.ts";
import { judgeScenario } from "./judge-scenario.ts";
import { neededCapabilities } from "./needed-capabilities.ts";
import { type ParameterValues, type ResolvedScenario, resolveScenario } from "./resolve-scenario.ts";
import { type Lean, runOnReference } from "./run-on-reference.test-kit.ts";

const FOLDER = fileURLToPath(new URL("../../../conformance/v1/scenarios/", import.meta.url));

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .sort();
const scenarios = files.map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Scenario);

const CASES = [
  ...["CT-003", "CT-004", "CT-006", "RD-001", "RD-002", "RD-003", "RD-004"],
  ...["CF-001", "CF-002", "CF-003", "CF-004", "AE-001", "AE-002", "AE-003", "AE-004", "AE-005"],
  ...["ML-001", "ML-002", "ML-003", "ML-004", "LK-001", "LK-002", "LK-003"],
  ...["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"],
];

const OPERATORS = ["exists", "in", "gte", "lte"];

const expectationsOf = ({ steps, finally: last = [] }: Scenario): Expectation[] => [
  ...steps.flatMap(({ expect: wanted = [] }) => wanted),
  ...last,
];

const bound = ({ vary = {} }: Scenario, which: "min" | "max"): ParameterValues =>
  Object.fromEntries(Object.entries(vary).map(([name, bounds]) => [name, bounds[which]]));

/** The smallest values, the largest ones, and a few between. */
function valuesOf(scenario: Scenario): ParameterValues[] {
  const { vary = {} } = scenario;
  if (Object.keys(vary).length === 0) return [{}];
  const between = fc.record(
    Object.fromEntries(Object.entries(vary).map(([name, bounds]) => [name, fc.integer(bounds)])),
  );
  const some = fc.sample(between, { numRuns: 4, seed: 11 });
  return [bound(scenario, "min"), bound(scenario, "max"), ...some];
}

/** Whether a broken runtime keeps what is expected; undefined when it breaks down, which no expectation sees. */
function isKept(resolved: ResolvedScenario, broken: BrokenParts): boolean | undefined {
  try {
    return judgeScenario(resolved, runOnReference(resolved, { broken })) === undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the reference runtime by a scenario, for some values of its parameters. */
function findings(scenario: Scenario, lean: Lean): unknown[] {
  const capabilities = SUBJECT_CAPABILITIES;
  return valuesOf(scenario).flatMap((values) => {
    const resolved = resolveScenario(scenario, values);
    const run = runOnReference(resolved, { lean });
    const found =
      judgeScenario(resolved, run) ?? judgeRun(run, { capabilities, evaluates: scenario.evaluates ?? [] });
    return found === undefined ? [] : [{ values, ...found }];
  });
}

describe("the scenario data", () => {
  test("has scenarios of every case", () => {
    expect([...new Set(scenarios.map(({ check_id }) => check_id))].sort()).toEqual([...CASES].sort());
    expect(scenarios.length).toBeGreaterThanOrEqual(360);
  });

  test.each(scenarios.map((scenario, index) => [scenario.scenario_id, files[index], scenario] as const))(
    "%s stands where its id says and says what it needs",
    (_, file, scenario) => {
      const { scenario_id, check_id, schema_version, needs } = scenario;
      expect(file).toBe(`${scenario_id}.json`);
      expect(scenario_id).toMatch(/^[A-Z0-9-]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(scenario_id.split("/")[0]).toBe(check_id);
      expect(schema_version).toBe("rspp.conformance.scenario.v1");
      expect(needs).toEqual(neededCapabilities(scenario));
    },
  );

  test("is valid by its contract, as are the stimuli that it resolves to", () => {
    for (const scenario of scenarios) {
      expect([scenario.scenario_id, validate("conformance_scenario", scenario)]).toMatchObject([
        scenario.scenario_id,
        { ok: true },
      ]);
      for (const stimulus of resolveScenario(scenario, bound(scenario, "max")).instants.flat())
        expect([scenario.scenario_id, validate("stimulus", stimulus)]).toMatchObject([
          scenario.scenario_id,
          { ok: true },
        ]);
    }
  });

  test("lets time pass in instants of its own", () => {
    for (const scenario of scenarios)
      for (const stimuli of resolveScenario(scenario, bound(scenario, "max")).instants)
        expect(stimuli.length === 1 || stimuli.every(({ kind }) => kind !== "advance")).toBe(true);
  });

  test("uses every parameter, and only those that there are", () => {
    for (const { scenario_id, vary = {}, ...rest } of scenarios) {
      const used = JSON.stringify([rest.steps, rest.finally]).matchAll(/"\$([a-z]\w*)"/g);
      const names = new Set(
        [...used].map(([, name]) => name).filter((name) => !OPERATORS.includes(name ?? "")),
      );
      expect([scenario_id, ...[...names].sort()]).toEqual([scenario_id, ...Object.keys(vary).sort()]);
      for (const { min, max } of Object.values(vary)) expect(min).toBeLessThan(max);
    }
  });

  test("has one meaning a failure code", () => {
    const causes = new Map<string, string | undefined>();
    for (const { code, likely_cause } of scenarios.flatMap(expectationsOf)) {
      expect(code).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
      expect(likely_cause?.length).toBeGreaterThan(20);
      expect([code, causes.get(code) ?? likely_cause]).toEqual([code, likely_cause]);
      causes.set(code, likely_cause);
    }
  });

  test("names a requirement for every expectation", () => {
    const known = /^(INV-[A-Z]+-\d\d|TURN-T([1-9]|1[0-2])|FAIL-F[1-8])$/;
    for (const { requirement = "" } of scenarios.flatMap(expectationsOf))
      expect(known.test(requirement) || CASES.includes(requirement), requirement).toBe(true);
  });
});

describe("the reference runtime keeps", () => {
  test.each(scenarios.map((scenario) => [scenario.scenario_id, scenario] as const))("%s", (_, scenario) => {
    expect(findings(scenario, "whole")).toEqual([]);
  });
});

describe("a runtime that leaves out all it may keeps", () => {
  test.each(scenarios.map((scenario) => [scenario.scenario_id, scenario] as const))("%s", (_, scenario) => {
    expect(findings(scenario, "lean")).toEqual([]);
  });
});

describe("a runtime that is broken in one part", () => {
  const isFoundBy = (scenario: Scenario, broken: BrokenParts): boolean =>
    (["min", "max"] as const).some(
      (which) => isKept(resolveScenario(scenario, bound(scenario, which)), broken) === false,
    );

  test.each(scenarios.map((scenario) => [scenario.scenario_id, scenario] as const))(
    "is found by %s",
    (_, scenario) => {
      expect(brokenParts().some((broken) => isFoundBy(scenario, broken))).toBe(true);
    },
  );

  test.each(brokenParts().map((broken) => [broken.name, broken] as const))("is found: %s", (_, broken) => {
    expect(scenarios.some((scenario) => isFoundBy(scenario, broken))).toBe(true);
  });
});
