/**
 * Replay fixture metadata: by fixture, in which gate it is replayed and what its replay may differ in.
 *
 * What is left out is the strictest: the full gate, no tolerance, nothing expected, no thresholds.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, enumField, integerField, listField, mapField, textField } from "../core/fields.ts";
import { DIVERGENCE_CLASSES } from "./divergence-class.ts";
import { FIXTURE_GATES } from "./replay-gate.ts";

const rule = "CON-02";

const milliseconds = (about: string, min: number) =>
  integerField({ rule, about, unit: "ms", clock: "monotonic" }, min).optional();

const ExpectedDivergenceSchema = wireObject({
  class: enumField(DIVERGENCE_CLASSES, { rule, about: "What may differ" }),
  scope: textField({ rule, about: "What it may differ in, such as turn:<id>" }),
  approved: booleanField({ rule, about: "Required for ORDERING_DIVERGENCE to pass" }).optional(),
});

const ReplayFixtureSchema = wireObject({
  gate: enumField(FIXTURE_GATES, { rule, about: "Gate that replays it; full unless told" }).optional(),
  timing_tolerance_ms: milliseconds("Largest timing difference that passes; 0 unless told", 0),
  final_attempt_latency_threshold_ms: milliseconds("Longest that a last attempt may take", 1),
  total_invocation_latency_threshold_ms: milliseconds("Longest that a whole invocation may take", 1),
  invocation_latency_scopes: listField(textField({ rule, about: "A scope, such as turn:<id>" }), {
    rule,
    about: "Where the thresholds hold; unless told, the turn that the fixture is named after",
  }).optional(),
  expected_divergences: listField(ExpectedDivergenceSchema, {
    rule,
    about: "Differences that somebody announced; each must show up, once",
  }).optional(),
});

/** What holds for one fixture. */
export type ReplayFixture = z.infer<typeof ReplayFixtureSchema>;

/** Schema of replay fixture metadata, closed. */
export const ReplayFixtureMetadataSchema = wireObject({
  fixtures: mapField(ReplayFixtureSchema, { rule, about: "What holds for each fixture, by its id" }),
});

/** What holds for each fixture. */
export type ReplayFixtureMetadata = z.infer<typeof ReplayFixtureMetadataSchema>;

/** The contract of replay fixture metadata. */
export const replayFixtureMetadataContract = defineContract({
  address: "observability/replay-fixture-metadata",
  kind: "replay_fixture_metadata",
  since: "0.1.0",
  title: "Replay fixture metadata",
  about: "By fixture, in which gate it is replayed and what its replay may differ in.",
  schema: ReplayFixtureMetadataSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    fixtures: {
      "rd-001-smoke": {
        gate: "quick",
        timing_tolerance_ms: 15,
        expected_divergences: [{ class: "PLAN_DIVERGENCE", scope: "turn:turn-1" }],
      },
    },
  },
});
