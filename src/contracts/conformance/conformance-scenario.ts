/** A scenario: a script of stimuli with what a conforming runtime answers, as data. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  integerField,
  listField,
  literalField,
  mapField,
  objectField,
  patternField,
  textField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { capabilitiesField, capabilitiesOnce } from "./capability-fields.ts";
import { countField, ExpectationSchema } from "./expectation.ts";
import type { Immutable } from "./immutable.ts";

const rule = "SCN-02";
const bound = (about: string) => integerField({ rule: "SCN-06", about, unit: "values" });

const BoundsSchema = wireObject(
  { min: bound("Least value; failures shrink towards it"), max: bound("Greatest value") },
  {
    checks: [
      { rule: "SCN-06", must: { ordered: ["min", "max"] }, at: "max", expected: "a max at or above min" },
    ],
  },
);

const ScenarioStepSchema = wireObject({
  after_ms: countField("How much time passes before the stimuli", {
    unit: "ms",
    clock: "monotonic",
  }).optional(),
  apply: listField(objectField({ rule, about: "A stimulus, with parameters in it" }), {
    rule,
    about: "Stimuli of one instant; session_id is sess-1 unless told. Empty only lets time pass",
  }),
  times: countField(
    "How often the step is done, 1 unless told. # in a text stands for the 1-based repetition",
    { unit: "repetitions" },
  ).optional(),
  expect: listField(ExpectationSchema, { rule, about: "What must hold of each answer" }).optional(),
});

/** Schema of a scenario, closed. */
export const ConformanceScenarioSchema = wireObject(
  {
    schema_version: literalField("rspp.conformance.scenario.v1", {
      rule: "SCN-01",
      about: "What the file is, and its version",
    }),
    scenario_id: patternField(/^[^/\s]+\/[^/\s]+$/, {
      rule: "SCN-07",
      about: "<check id>/<name>",
      example: "CF-003/late-output",
    }),
    check_id: textField({ rule, about: "Check that the scenario belongs to" }),
    title: textField({ rule, about: "What happens, in a few words" }),
    needs: capabilitiesField({
      rule: "SCN-05",
      about: "Capabilities without which the scenario is left out, each once",
    }),
    vary: mapField(BoundsSchema, { rule, about: "Parameters and their bounds" }).optional(),
    plan: objectField({
      rule,
      about: "Changes to the standard plan, as an RFC 7396 merge patch",
    }).optional(),
    steps: listField(ScenarioStepSchema, { rule, about: "The script, one step after the other", min: 1 }),
    finally: listField(ExpectationSchema, { rule, about: "What must hold of the whole run" }).optional(),
    evaluates: listField(textField({ rule, about: "Id of an invariant" }), {
      rule,
      about: "Invariants that the run must give occasion to judge; others hold where they can be judged",
    }).optional(),
  },
  { checks: [capabilitiesOnce("needs", "SCN-05")] },
);

/** A script with its expectations. */
export type ConformanceScenario = Immutable<z.infer<typeof ConformanceScenarioSchema>>;

/** One step: time passes, then stimuli of one instant. */
export type ScenarioStep = Immutable<z.infer<typeof ScenarioStepSchema>>;

const scenarioRules = defineRules("docs/subject-protocol.md", {
  "SCN-01": ["MUST", 'schema_version is "rspp.conformance.scenario.v1"'],
  "SCN-02": ["MUST", "Every other field is there where it is required and has its type"],
  "SCN-03": ["MUST", "A count is a safe non-negative integer, or $name of a parameter"],
  "SCN-04": ["MUST", "An expectation has a failure code, in snake_case or the id of a rule"],
  "SCN-05": ["MUST", "Capabilities that are needed are known, each once"],
  "SCN-06": ["MUST", "Bounds of a parameter are safe non-negative integers with min <= max"],
  "SCN-07": ["MUST", "scenario_id is the check id, a slash and a name"],
});

/** The contract of scenarios. */
export const conformanceScenarioContract = defineContract({
  address: "conformance/conformance-scenario",
  kind: "conformance_scenario",
  since: "0.1.0",
  title: "Conformance scenario",
  about: "A script of stimuli with what a conforming runtime answers, as data.",
  schema: ConformanceScenarioSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...scenarioRules],
  example: {
    schema_version: "rspp.conformance.scenario.v1",
    scenario_id: "CF-003/late-output",
    check_id: "CF-003",
    title: "Output after a cancel is not delivered",
    needs: ["turns", "cancel"],
    steps: [
      { apply: [{ kind: "propose_turn", turn_id: "turn-1" }] },
      {
        apply: [{ kind: "cancel", scope: "turn", turn_id: "turn-1" }],
        expect: [{ code: "missing_cancel", emits: [{ signal: "cancel" }] }],
      },
      {
        apply: [{ kind: "output", turn_id: "turn-1", text: "too late" }],
        expect: [{ code: "late_output_delivered", never: [{ signal: "output_accepted" }] }],
      },
    ],
  },
});
