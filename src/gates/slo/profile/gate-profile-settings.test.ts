/** A profile means the same whatever it is pieced together from. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { gateProfileArbitrary } from "../../../arbitraries/deploy/gate-profile.ts";
import type { GateProfile } from "../../../contracts/deploy/gate-profile.ts";
import { DEFAULT_MVP_SLO_THRESHOLDS } from "../slo-thresholds.ts";
import { resolveGateProfile, segmentSettings } from "./gate-profile-settings.ts";

const profile = (fields: Partial<GateProfile> = {}): GateProfile => ({
  schema_version: "rspp.gate-profile.v1",
  profile_id: "p",
  ...fields,
});

describe("resolveGateProfile", () => {
  it("gives the MVP for a profile that says nothing", () => {
    const settings = resolveGateProfile(profile());
    expect(settings.thresholds).toEqual(DEFAULT_MVP_SLO_THRESHOLDS);
    expect(settings).toMatchObject({ mode: "compat", anchor: "auto", requireEndToEnd: true, overrides: [] });
    expect(new Set(Object.values(settings.levels))).toEqual(new Set(["error"]));
  });

  it("lets a profile win over what it extends, and the later of two over the earlier", () => {
    const a = profile({
      thresholds: { first_output_p95_ms: 1, cancel_fence_p95_ms: 1 },
      levels: { G1: "off" },
    });
    const b = profile({ thresholds: { first_output_p95_ms: 2 }, segment_by: ["region"] });
    const own = profile({ extends: ["strict", "a", "b"], thresholds: { end_to_end_p50_ms: 3 } });
    const settings = resolveGateProfile(own, { profiles: { a, b } });
    expect(settings.mode).toBe("strict");
    expect(settings.levels.G1).toBe("off");
    expect(settings.segmentBy).toEqual(["region"]);
    expect(settings.thresholds).toMatchObject({
      first_output_p95_ms: 2,
      cancel_fence_p95_ms: 1,
      end_to_end_p50_ms: 3,
    });
  });

  it("changes nothing by extending a profile that says nothing", () => {
    fc.assert(
      fc.property(gateProfileArbitrary(), (drawn) => {
        const base = { ...drawn, extends: [], confidence: 0.9 };
        const empty = profile({ profile_id: drawn.profile_id });
        expect(resolveGateProfile({ ...base, extends: ["empty"] }, { profiles: { empty } })).toEqual(
          resolveGateProfile(base),
        );
        expect(resolveGateProfile({ ...empty, extends: ["base"] }, { profiles: { base } })).toEqual(
          resolveGateProfile(base),
        );
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("refuses circles, unknown profiles and a confidence that is none", () => {
    const profiles = { a: profile({ extends: ["b"] }), b: profile({ extends: ["a"] }) };
    expect(() => resolveGateProfile(profile({ extends: ["a"] }), { profiles })).toThrow(
      'in a circle but received "a" > "b" > "a"',
    );
    expect(() => resolveGateProfile(profile({ extends: ["stric"] }))).toThrow("did you mean strict?");
    expect(() => resolveGateProfile(profile({ extends: ["__proto__"] }))).toThrow(RangeError);
    for (const confidence of [0.5, 1, 0])
      expect(() => resolveGateProfile(profile({ confidence }))).toThrow("above 0.5 and below 1");
    expect(() => resolveGateProfile(profile({ thresholds: { first_output_p95_ms: -1 } }))).toThrow(
      RangeError,
    );
  });
});

describe("segmentSettings", () => {
  it("applies every override whose tags are met, in their order", () => {
    const settings = resolveGateProfile(
      profile({
        overrides: [
          { where: { region: "eu" }, thresholds: { first_output_p95_ms: 10 }, levels: { G2: "warn" } },
          { where: { region: "eu", llm: "x" }, thresholds: { first_output_p95_ms: 20 } },
        ],
      }),
    );
    expect(segmentSettings(settings, { region: "eu" }).thresholds.first_output_p95_ms).toBe(10);
    expect(segmentSettings(settings, { region: "eu", llm: "x" }).thresholds.first_output_p95_ms).toBe(20);
    expect(segmentSettings(settings, { region: "eu", llm: "x" }).levels.G2).toBe("warn");
    expect(segmentSettings(settings, { llm: "x" })).toEqual({
      levels: settings.levels,
      thresholds: settings.thresholds,
    });
  });
});
