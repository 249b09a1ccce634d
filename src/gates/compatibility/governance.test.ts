/** Governance verdicts, each on a policy that holds and on one that is broken in one place. */
import { describe, expect, it } from "vitest";

import {
  ConformanceGovernanceReportSchema,
  type GovernanceViolation,
} from "../../contracts/compat/conformance-governance-report.ts";
import { conformanceProfileContract } from "../../contracts/compat/conformance-profile.ts";
import { conformanceResultsContract } from "../../contracts/compat/conformance-results.ts";
import {
  type DeprecationPolicy,
  deprecationPolicyContract,
} from "../../contracts/compat/deprecation-policy.ts";
import { versionSkewPolicyContract } from "../../contracts/compat/version-skew-policy.ts";
import { evaluateConformanceGovernance } from "./evaluate-conformance-governance.ts";
import { evaluateConformanceProfile, MVP_CONFORMANCE_CATEGORIES } from "./evaluate-conformance-profile.ts";
import { evaluateDeprecation } from "./evaluate-deprecation.ts";
import { evaluateVersionSkew } from "./evaluate-version-skew.ts";
import { readRfc3339 } from "./rfc-3339-time.ts";
import { supportedVersionCells } from "./supported-version-cells.ts";

const skew = versionSkewPolicyContract.example;
const profile = conformanceProfileContract.example;
const results = conformanceResultsContract.example;
const uses = [
  ["2025-12-31T23:59:59Z", "allowed"],
  ["2026-01-01T00:00:00Z", "warning"],
  ["2026-03-01T01:00:00+01:00", "enforced"],
  ["2026-06-01T00:00:00.000Z", "removed"],
] as const;
const deprecation: DeprecationPolicy = {
  ...deprecationPolicyContract.example,
  usage_checks: uses.map(([observed_at_utc, expected_state]) => ({
    field_path: "policy.legacy_mode",
    observed_at_utc,
    expected_state,
  })),
};
const codes = ({ violations }: { violations: readonly GovernanceViolation[] }) =>
  violations.map(({ code, path }) => `${code} ${path}`);

describe("version skew", () => {
  it("passes where every test agrees with the cells", () => {
    expect(evaluateVersionSkew(skew)).toEqual({
      policy_id: "voice-assistant",
      allowed_test_count: 1,
      disallowed_test_count: 1,
      passed: true,
      violation_count: 0,
      violations: [],
    });
  });

  it("tells a test that disagrees, and what the cells say", () => {
    const tests = skew.matrix_tests.map((test) => ({ ...test, allowed: true }));
    expect(evaluateVersionSkew({ ...skew, matrix_tests: tests }).violations).toEqual([
      {
        code: "matrix_test_disagrees",
        path: "matrix_tests[1].allowed",
        message:
          "Cannot accept matrix_tests[1].allowed: expected false, as runtime v2.0.0 with control plane v1.0.0 and schema v1.0.0 is not among allowed_cells, but received true",
        expected: false,
        received: true,
      },
      expect.objectContaining({ code: "disallowed_test_missing" }),
    ]);
  });

  it("fails a policy that has nothing in it", () => {
    const empty = { ...skew, policy_id: "", allowed_cells: [], matrix_tests: [] };
    expect(codes(evaluateVersionSkew(empty))).toEqual([
      "policy_id_missing policy_id",
      "allowed_cells_missing allowed_cells",
      "matrix_tests_missing matrix_tests",
      "allowed_test_missing matrix_tests",
      "disallowed_test_missing matrix_tests",
    ]);
  });

  it("refuses what is no policy, with the path", () => {
    const broken = { ...skew, matrix_tests: [{ ...skew.matrix_tests[0], allowed: "yes" }] };
    expect(() => evaluateVersionSkew(broken as never)).toThrow(
      new TypeError('Cannot evaluate policy.matrix_tests[0].allowed: expected a boolean but received "yes"'),
    );
    expect(() => evaluateVersionSkew(null as never)).toThrow(TypeError);
  });

  it("has a window of N and N-1 in which only the runtime may be ahead", () => {
    const cells = supportedVersionCells("v1.1.0", "v1.0.0");
    expect(
      cells.map(({ runtime_version, control_plane_version }) => [runtime_version, control_plane_version]),
    ).toEqual([
      ["v1.0.0", "v1.0.0"],
      ["v1.1.0", "v1.1.0"],
      ["v1.1.0", "v1.0.0"],
    ]);
    expect(supportedVersionCells("v1.0.0")).toHaveLength(1);
    expect(() => supportedVersionCells("")).toThrow(RangeError);
  });
});

describe("deprecation", () => {
  it("passes where every use is in its state, from the first instant of the state on", () => {
    expect(evaluateDeprecation(deprecation)).toMatchObject({ passed: true, rule_count: 1, check_count: 4 });
  });

  it.each([
    ["time_unreadable rules[0].enforce_from_utc", { enforce_from_utc: "2026-02-30T00:00:00Z" }],
    ["rule_out_of_order rules[0].enforce_from_utc", { enforce_from_utc: "2026-01-01T00:00:00Z" }],
    ["rule_out_of_order rules[0].remove_from_utc", { remove_from_utc: "2026-02-01T00:00:00Z" }],
  ])("tells %s", (expected, edit) => {
    const rules = deprecation.rules.map((rule) => ({ ...rule, ...edit }));
    const found = codes(evaluateDeprecation({ ...deprecation, rules }));
    expect(found[0]).toBe(expected);
    expect(found.filter((code) => code.startsWith("rule_unknown"))).toHaveLength(4);
  });

  it("tells a use that is in another state, counts the state as seen, and wants all three", () => {
    const [, warned] = deprecation.usage_checks;
    const usage_checks = [
      { ...warned, expected_state: "removed" as const },
    ] as typeof deprecation.usage_checks;
    expect(codes(evaluateDeprecation({ ...deprecation, usage_checks }))).toEqual([
      "usage_state_disagrees usage_checks[0].expected_state",
      "enforced_not_covered usage_checks",
      "removed_not_covered usage_checks",
    ]);
  });

  it("reads RFC 3339 and nothing else", () => {
    expect(readRfc3339("2026-01-01T00:00:00.5Z")).toBe(Date.UTC(2026, 0, 1) + 500);
    expect(readRfc3339("2024-02-29T23:30:00-01:00")).toBe(Date.UTC(2024, 2, 1, 0, 30));
    for (const text of [
      "2026-01-01",
      "2026-13-01T00:00:00Z",
      "2025-02-29T00:00:00Z",
      "2026-01-01T24:00:00Z",
      "2026-01-01T00:00:60Z",
      "2026-01-01t00:00:00z",
      "2026-01-01T00:00:00+24:00",
      "",
    ])
      expect(readRfc3339(text), text).toBeUndefined();
  });
});

describe("the conformance profile", () => {
  it("passes where every mandatory category is there and true", () => {
    expect(evaluateConformanceProfile(profile, results)).toMatchObject({ passed: true, conformant_count: 3 });
    expect(profile.mandatory_categories).toEqual([...MVP_CONFORMANCE_CATEGORIES]);
  });

  it("tells what is missing apart from what is false, and is not fooled by inherited names", () => {
    const wanted = {
      ...profile,
      mandatory_categories: ["transport_adapter", "provider_adapter", "toString"],
    };
    const given = { ...results, categories: { transport_adapter: true, provider_adapter: false } };
    expect(codes(evaluateConformanceProfile(wanted, given))).toEqual([
      'category_not_conformant results.categories["provider_adapter"]',
      'category_missing results.categories["toString"]',
    ]);
  });

  it("refuses results of another profile", () => {
    expect(codes(evaluateConformanceProfile(profile, { ...results, profile_id: "x" }))).toEqual([
      "profile_differs results.profile_id",
    ]);
  });
});

describe("the governance report", () => {
  const input = { skew, deprecation, profile, results, now: "2026-02-16T23:00:00Z" };

  it("passes only with all three, and is what its contract says", () => {
    const good = evaluateConformanceGovernance(input);
    expect(good.passed).toBe(true);
    const broken = [
      { skew: { ...skew, allowed_cells: [] } },
      { deprecation: { ...deprecation, usage_checks: [] } },
      { results: { ...results, categories: {} } },
    ].map((edit) => evaluateConformanceGovernance({ ...input, ...edit }));
    expect(broken.map(({ passed }) => passed)).toEqual([false, false, false]);
    for (const report of [good, ...broken]) {
      expect(ConformanceGovernanceReportSchema.safeParse(report).error).toBeUndefined();
    }
  });

  it("refuses a time that is none", () => {
    expect(() => evaluateConformanceGovernance({ ...input, now: "today" })).toThrow(TypeError);
  });
});
