import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { BaselineArtifactSchema } from "../contracts/observability/baseline-artifact.ts";
import {
  BASELINE_EXAMPLE,
  type BaselineEvidence,
  BaselineEvidenceSchema,
} from "../contracts/observability/baseline-evidence.ts";
import { GO_NAMES, goName } from "./go-baseline-entry.ts";
import { readBaselineArtifact } from "./read-baseline-artifact.ts";

const artifact = (...entries: unknown[]) => ({
  schema_version: "v1",
  generated_at_utc: "2026-02-09T22:19:06Z",
  entries,
});

/** The record as the Go runtime would write it. */
const goForm = (entry: Partial<BaselineEvidence>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).map(([name, value]) => [goName(name), value]));

const diagnosticsOf = (value: unknown) => {
  const reading = readBaselineArtifact(value);
  return reading.ok ? [] : reading.diagnostics;
};

describe("readBaselineArtifact", () => {
  it("hands a canonical artifact back as it came", () => {
    const value = artifact(BASELINE_EXAMPLE);
    const reading = readBaselineArtifact(value);
    expect(reading.ok && reading.value).toBe(value);
  });

  it("translates records of the Go runtime, each for itself", () => {
    const reading = readBaselineArtifact(artifact(goForm(BASELINE_EXAMPLE), BASELINE_EXAMPLE));
    expect(reading).toEqual({ ok: true, value: artifact(BASELINE_EXAMPLE, BASELINE_EXAMPLE) });
  });

  it("knows the names of Go", () => {
    expect(
      ["session_id", "merge_rule_id", "turn_open_proposed_at_ms", "audio_ingress_at_ms"].map(goName),
    ).toEqual(["SessionID", "MergeRuleID", "TurnOpenProposedAtMS", "AudioIngressAtMS"]);
    expect(GO_NAMES.size).toBe(Object.keys(BaselineEvidenceSchema.shape).length);
  });

  it("takes null and missing in a Go record as Go does: a zero value or no marker", () => {
    const entry = {
      SessionID: "s",
      TurnID: null,
      RedactionDecisions: [{ action: "drop" }, null],
      TurnOpenAtMS: null,
    };
    expect(readBaselineArtifact(artifact(entry))).toEqual({
      ok: true,
      value: artifact({
        session_id: "s",
        turn_id: "",
        pipeline_version: "",
        event_id: "",
        envelope_snapshot: "",
        payload_tags: [],
        redaction_decisions: [
          { payload_class: "", action: "drop" },
          { payload_class: "", action: "" },
        ],
        plan_hash: "",
        snapshot_provenance: {},
        decision_outcomes: [],
        invocation_outcomes: [],
        determinism_seed: 0,
        ordering_markers: [],
        merge_rule_id: "",
        merge_rule_version: "",
        authority_epoch: 0,
        migration_markers: [],
        terminal_outcome: "",
        terminal_reason: "",
        close_emitted: false,
        accepted_stale_epoch_output: false,
      }),
    });
  });

  it("does not take null or missing for anything in a canonical record", () => {
    expect(diagnosticsOf(artifact({ ...BASELINE_EXAMPLE, turn_open_at_ms: null }))).toMatchObject([
      { rule: "CON-02", path: "/entries/0/turn_open_at_ms", received: "null" },
    ]);
    expect(diagnosticsOf(artifact({ ...BASELINE_EXAMPLE, plan_hash: undefined }))).toMatchObject([
      { rule: "CON-02", path: "/entries/0/plan_hash", received: "nothing" },
    ]);
  });

  it("points at the names that the record was written with", () => {
    const entry = { ...goForm(BASELINE_EXAMPLE), InvocationOutcomes: 5 };
    expect(diagnosticsOf(artifact(BASELINE_EXAMPLE, entry))).toEqual([
      {
        rule: "CON-02",
        severity: "error",
        path: "/entries/1/InvocationOutcomes",
        message: 'Cannot accept "InvocationOutcomes": expected an array but received 5',
        expected: "an array",
        received: "5",
        source: "contracts-v1 wire format",
      },
    ]);
  });

  it("refuses unknown names in either form and says which name is near", () => {
    const { SessionID, ...go } = goForm(BASELINE_EXAMPLE);
    expect(diagnosticsOf(artifact({ ...go, SesionID: SessionID }))).toMatchObject([
      { rule: "CON-03", path: "/entries/0/SesionID", hint: 'Did you mean "SessionID"?' },
    ]);
    expect(diagnosticsOf(artifact({ ...go, SessionID, session_id: "s" }))).toMatchObject([
      { rule: "CON-03", path: "/entries/0/session_id" },
    ]);
    const { session_id, ...canonical } = BASELINE_EXAMPLE;
    expect(diagnosticsOf(artifact({ ...canonical, sesion_id: session_id }))).toMatchObject([
      { rule: "CON-02", path: "/entries/0/session_id", hint: 'Rename "sesion_id" to "session_id"' },
      { rule: "CON-03", path: "/entries/0/sesion_id", hint: 'Did you mean "session_id"?' },
    ]);
  });

  it.each([
    [null, "CON-01", ""],
    [[], "CON-01", ""],
    [{ ...artifact(BASELINE_EXAMPLE), schema_version: "v2" }, "CON-02", "/schema_version"],
    [
      { ...artifact(BASELINE_EXAMPLE), generated_at_utc: "2026-02-30T00:00:00Z" },
      "CON-02",
      "/generated_at_utc",
    ],
    [{ ...artifact(BASELINE_EXAMPLE), entries: null }, "CON-02", "/entries"],
    [artifact(), "CON-02", "/entries"],
    [artifact(BASELINE_EXAMPLE, 7), "CON-02", "/entries/1"],
    [{ ...artifact(BASELINE_EXAMPLE), note: "" }, "CON-03", "/note"],
  ])("refuses what is no artifact: %j", (value, rule, path) => {
    expect(diagnosticsOf(value)).toMatchObject([{ rule, path }]);
  });

  it("lists at most 100 diagnostics and counts the others", () => {
    const broken = { ...goForm(BASELINE_EXAMPLE), PayloadTags: 5, Mystery: 1 };
    const reading = readBaselineArtifact(artifact(...Array.from({ length: 80 }, () => broken)));
    expect(reading.ok ? [] : [reading.diagnostics.length, reading.omitted]).toEqual([100, 60]);
  });

  it("reads canonical artifacts exactly when the schema accepts them", () => {
    const names = Object.keys(BASELINE_EXAMPLE);
    const value = fc.oneof(
      fc.constantFrom(undefined, null, "", 0, -1, 1.5, 2 ** 53, true, [], {}, [{}], ["a"], [null]),
      fc.constantFrom(...Object.values(BASELINE_EXAMPLE)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names, "extra"), value, (name, replacement) => {
        const changed = artifact({ ...BASELINE_EXAMPLE, [name]: replacement });
        const given: unknown = JSON.parse(JSON.stringify(changed));
        expect(readBaselineArtifact(given).ok).toBe(BaselineArtifactSchema.safeParse(given).success);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
