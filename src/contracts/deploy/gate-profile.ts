/**
 * A gate profile: the budgets of a run as data, so that a limit is changed by a reviewed line in a file and not
 * by an argument in somebody's pipeline.
 *
 * Everything but the version and the name may be left out: it then comes from the profiles that this one extends,
 * in their order, and at last from the MVP.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  literalField,
  mapField,
  nestedField,
  numberField,
  ratioField,
  textField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

/** What a broken gate does: fails the run, is told, or is not looked at. */
export const GATE_LEVELS = ["error", "warn", "off"] as const;

/** What a broken gate does. */
export type GateLevel = (typeof GATE_LEVELS)[number];

const level = (gate: string) =>
  enumField(GATE_LEVELS, { rule: "GPR-03", about: `What a broken ${gate} does` }).optional();

const latency = (about: string) =>
  integerField({ rule: "GPR-04", about, unit: "ms", clock: "monotonic" }).optional();

const GateLevelsSchema = wireObject({
  G1: level("turn-open decision latency"),
  G2: level("first assistant output latency"),
  G3: level("cancellation fence latency"),
  G4: level("authority safety"),
  G5: level("replay baseline completeness"),
  G6: level("terminal lifecycle correctness"),
  G7: level("end-to-end latency"),
});

const GateThresholdsSchema = wireObject({
  turn_open_decision_p95_ms: latency("Largest p95 of the turn-open decision latency, G1"),
  first_output_p95_ms: latency("Largest p95 of the first assistant output latency, G2"),
  cancel_fence_p95_ms: latency("Largest p95 of the cancellation fence latency, G3"),
  stale_epoch_accepted_outputs: integerField({
    rule: "GPR-04",
    about: "Most accepted turns with an accepted stale-epoch output, G4",
    unit: "turns",
  }).optional(),
  baseline_completeness_ratio: ratioField({
    rule: "GPR-04",
    about: "Smallest share of accepted turns with complete evidence, G5",
  }).optional(),
  terminal_correctness_ratio: ratioField({
    rule: "GPR-04",
    about: "Smallest share of accepted turns that end with one terminal signal and close, G6",
  }).optional(),
  end_to_end_p50_ms: latency("Largest median of the end-to-end latency, G7"),
  end_to_end_p95_ms: latency("Largest p95 of the end-to-end latency, G7"),
});

const levels = nestedField(GateLevelsSchema, { rule: "GPR-03", about: "What each broken gate does" });
const thresholds = nestedField(GateThresholdsSchema, {
  rule: "GPR-04",
  about: "Limits that differ from those of the extended profiles",
});

const SegmentOverrideSchema = wireObject({
  where: mapField(textField({ rule: "GPR-05", about: "Value of the tag" }), {
    rule: "GPR-05",
    about: "Tags that a segment must have for this to hold; all of them",
  }),
  levels: levels.optional(),
  thresholds: thresholds.optional(),
});

const RegressionBudgetSchema = wireObject({
  level: enumField(GATE_LEVELS, { rule: "GPR-03", about: "What a run that is slower does" }).optional(),
  relative: ratioField({
    rule: "GPR-04",
    about: "Largest change that does not matter, as a share of the baseline's figure",
  }).optional(),
  absolute_ms: latency("The same in ms; the larger of the two holds"),
});

/** Schema of a gate profile, closed. */
export const GateProfileSchema = wireObject({
  schema_version: literalField("rspp.gate-profile.v1", {
    rule: "GPR-01",
    about: "What the file is, and its version",
  }),
  profile_id: textField({ rule: "GPR-02", about: "Name of the profile, shown in reports" }),
  extends: listField(
    textField({ rule: "GPR-02", about: "A built-in profile, mvp or strict, or the path of a file" }),
    { rule: "GPR-02", about: "Profiles that this one changes; a later one wins" },
  ).optional(),
  mode: enumField(["compat", "strict"], {
    rule: "GPR-02",
    about: "compat: the plain rule; strict: evidence that is too thin to decide is inconclusive",
  }).optional(),
  confidence: numberField(
    { rule: "GPR-02", about: "Confidence of the intervals, above 0.5 and below 1" },
    0,
  ).optional(),
  anchor: enumField(["auto", "playback", "terminal"], {
    rule: "GPR-02",
    about: "Where the end-to-end latency ends",
  }).optional(),
  require_end_to_end: booleanField({
    rule: "GPR-02",
    about: "Whether a run without end-to-end markers fails",
  }).optional(),
  max_malformed_lines: integerField({
    rule: "GPR-02",
    about: "Most lines that may be unreadable before the run fails",
    unit: "lines",
  }).optional(),
  levels: levels.optional(),
  thresholds: thresholds.optional(),
  regression: nestedField(RegressionBudgetSchema, {
    rule: "GPR-04",
    about: "How the run is compared with a baseline, where there is one",
  }).optional(),
  segment_by: listField(textField({ rule: "GPR-05", about: "Name of a tag" }), {
    rule: "GPR-05",
    about: "Tags by whose values the run is cut into segments, each judged by itself",
  }).optional(),
  overrides: listField(SegmentOverrideSchema, {
    rule: "GPR-05",
    about: "What differs in segments with certain tags; a later one wins",
  }).optional(),
});

/** The budgets of a run as data. */
export type GateProfile = z.infer<typeof GateProfileSchema>;

const profileRules = defineRules("docs/gates.md", {
  "GPR-01": ["MUST", 'schema_version is "rspp.gate-profile.v1"'],
  "GPR-02": ["MUST", "Every field that is there has its type; texts are not empty"],
  "GPR-03": ["MUST", "A gate is at level error, warn or off"],
  "GPR-04": ["MUST", "Limits in ms and in turns are whole numbers from 0; ratios are from 0 to 1"],
  "GPR-05": ["MUST", "Segments are told by tags with text values"],
});

/** The contract of gate profiles. */
export const gateProfileContract = defineContract({
  address: "deploy/gate-profile",
  kind: "gate_profile",
  since: "0.1.0",
  title: "Gate profile",
  about: "The budgets of a run as data: limits, levels and segments of the gates.",
  schema: GateProfileSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...profileRules],
  example: {
    schema_version: "rspp.gate-profile.v1",
    profile_id: "production",
    extends: ["mvp"],
    levels: { G3: "warn" },
    thresholds: { first_output_p95_ms: 900 },
    segment_by: ["region"],
    overrides: [{ where: { region: "ap-south" }, thresholds: { first_output_p95_ms: 1200 } }],
  },
});
