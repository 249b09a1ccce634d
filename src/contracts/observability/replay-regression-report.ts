/** A replay regression report: what the replay gate found in each fixture, and whether it lets the run pass. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  literalField,
  nestedField,
  textField,
  timeField,
} from "../core/fields.ts";
import { DIVERGENCE_CLASSES } from "./divergence-class.ts";
import { DIVERGENCE_REQUIREMENTS, ReplayDivergenceSchema } from "./replay-divergence.ts";
import { FIXTURE_GATES, REPLAY_GATES } from "./replay-gate.ts";

const rule = "CON-02";

const key = {
  class: enumField(DIVERGENCE_CLASSES, { rule, about: "What differs" }),
  scope: textField({ rule, about: "What it differs in, such as turn:<id>" }),
};

const MissingDivergenceSchema = wireObject(key);

const FailingDivergenceSchema = wireObject({
  ...key,
  message: textField({
    rule,
    about: "The difference in words; absent where one was expected and did not show up",
  }).optional(),
  diff_ms: integerField({
    rule,
    about: "Size of a timing difference",
    unit: "ms",
    clock: "monotonic",
  }).optional(),
  expected: booleanField({ rule, about: "Whether the policy expected it" }).optional(),
});

const FixtureResultSchema = wireObject({
  fixture_id: textField({ rule, about: "The fixture" }),
  gate: enumField(FIXTURE_GATES, { rule, about: "Where the fixture is replayed" }),
  timing_tolerance_ms: integerField({
    rule,
    about: "Largest timing difference that passes",
    unit: "ms",
    clock: "monotonic",
  }),
  divergences: listField(ReplayDivergenceSchema, { rule, about: "Everything that differs, in order" }),
  failing: listField(FailingDivergenceSchema, {
    rule,
    about: "What fails, in order, then what was expected and did not show up",
  }),
  unexplained: listField(ReplayDivergenceSchema, { rule, about: "What differs and nobody expected" }),
  missing_expected: listField(MissingDivergenceSchema, {
    rule,
    about: "What was expected and did not show up",
  }),
  missing_evidence: listField(textField({ rule, about: "What is missing, in words" }), {
    rule,
    about: "What the fixture cannot be judged without and was not there; each fails it",
  }),
  passed: booleanField({ rule, about: "Whether nothing fails and nothing is missing" }),
});

/** What the gate found in one fixture. */
export type ReplayFixtureResult = z.infer<typeof FixtureResultSchema>;

const count = (about: string) => integerField({ rule, about, unit: "items" });

const CountsSchema = wireObject({
  fixtures: count("Fixtures that were judged"),
  failed_fixtures: count("Fixtures that did not pass"),
  divergences: count("Divergences of all fixtures"),
  failing: count("Failing ones of all fixtures"),
  unexplained: count("Unexplained ones of all fixtures"),
  missing_expected: count("Expected ones that did not show up, of all fixtures"),
  missing_evidence: count("Missing pieces of evidence, of all fixtures"),
});

/** Schema of a replay regression report, closed. */
export const ReplayRegressionReportSchema = wireObject({
  schema_version: literalField("rspp.tooling.replay-regression-report.v1", {
    rule,
    about: "What the file is, and its version",
  }),
  generated_at_utc: timeField({ rule, about: "When the report was written" }),
  passed: booleanField({ rule, about: "Whether at least one fixture was judged and all of them passed" }),
  gate: enumField(REPLAY_GATES, { rule, about: "Gate that was run" }),
  fixtures: listField(FixtureResultSchema, { rule, about: "What was found, by fixture id" }),
  not_selected: listField(textField({ rule, about: "A fixture" }), {
    rule,
    about: "Fixtures that belong to the other gate alone",
  }),
  counts: nestedField(CountsSchema, { rule, about: "How much of everything" }),
});

/** What the replay gate found. */
export type ReplayRegressionReport = z.infer<typeof ReplayRegressionReportSchema>;

/** The contract of replay regression reports. */
export const replayRegressionReportContract = defineContract({
  address: "observability/replay-regression-report",
  kind: "replay_regression_report",
  since: "0.1.0",
  title: "Replay regression report",
  about: "What the replay gate found in each fixture, and whether it lets the run pass.",
  schema: ReplayRegressionReportSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...DIVERGENCE_REQUIREMENTS],
  example: {
    schema_version: "rspp.tooling.replay-regression-report.v1",
    generated_at_utc: "2026-02-09T22:19:06Z",
    passed: true,
    gate: "quick",
    fixtures: [
      {
        fixture_id: "rd-001-smoke",
        gate: "quick",
        timing_tolerance_ms: 15,
        divergences: [],
        failing: [],
        unexplained: [],
        missing_expected: [],
        missing_evidence: [],
        passed: true,
      },
    ],
    not_selected: [],
    counts: {
      fixtures: 1,
      failed_fixtures: 0,
      divergences: 0,
      failing: 0,
      unexplained: 0,
      missing_expected: 0,
      missing_evidence: 0,
    },
  },
});
