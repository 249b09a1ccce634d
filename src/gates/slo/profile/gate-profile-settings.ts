/**
 * A gate profile with everything filled in: what it says, over what it extends, over the MVP.
 *
 * Resolving is separate from reading files, so that a profile means the same in a program, in a test and on the
 * command line.
 */
import type { GateLevel, GateProfile } from "../../../contracts/deploy/gate-profile.ts";
import { defined } from "../../../internal/defined.ts";
import { nearest } from "../../../internal/edit-distance.ts";
import { quote } from "../../../internal/quote.ts";
import { recordOf } from "../../../internal/record-of.ts";
import { readMvpSloOptions } from "../slo-options.ts";
import { type EndToEndAnchor, MVP_SLO_GATE_IDS, type MvpSloGateId } from "../slo-report.ts";
import { DEFAULT_MVP_SLO_THRESHOLDS, type MvpSloThresholds } from "../slo-thresholds.ts";
import { BUILT_IN_GATE_PROFILES } from "./built-in-profiles.ts";

/** What a broken gate does, by gate. */
export type GateLevels = Readonly<Record<MvpSloGateId, GateLevel>>;

/** What differs in segments that have certain tags. */
export interface SegmentOverride {
  readonly where: Readonly<Record<string, string>>;
  readonly levels: Partial<GateLevels>;
  readonly thresholds: Partial<MvpSloThresholds>;
}

/** What a run that is slower than its baseline does, and how much slower does not matter. */
export interface RegressionBudget {
  readonly level: GateLevel;
  /** Share of the baseline's figure. */
  readonly relative: number;
  readonly absolute_ms: number;
}

/** A profile in which nothing is left open. */
export interface GateProfileSettings {
  readonly profile_id: string;
  readonly mode: "compat" | "strict";
  /** Confidence of the intervals, above 0.5 and below 1. */
  readonly confidence: number;
  readonly anchor: "auto" | EndToEndAnchor;
  readonly requireEndToEnd: boolean;
  readonly maxMalformedLines: number;
  readonly levels: GateLevels;
  readonly thresholds: MvpSloThresholds;
  /** How the run is compared with a baseline, where there is one. */
  readonly regression: RegressionBudget;
  /** Tags by which the run is cut, each one or several joined by `+`. */
  readonly segmentBy: readonly string[];
  readonly overrides: readonly SegmentOverride[];
}

/** Where the profiles are found that a profile extends. */
export interface GateProfileLookup {
  /** Profiles by the name or path that `extends` has; built-in ones are known. */
  readonly profiles?: Readonly<Record<string, GateProfile>>;
}

const DEFAULTS: GateProfileSettings = {
  profile_id: "mvp",
  mode: "compat",
  confidence: 0.95,
  anchor: "auto",
  requireEndToEnd: true,
  maxMalformedLines: 0,
  levels: recordOf(MVP_SLO_GATE_IDS, () => "error" as const),
  thresholds: DEFAULT_MVP_SLO_THRESHOLDS,
  regression: { level: "error", relative: 0.1, absolute_ms: 10 },
  segmentBy: [],
  overrides: [],
};

/**
 * The settings that a profile and all that it extends add up to. Limits and levels are merged one by one, the
 * list of tags is replaced, and overrides are appended, so that those of the profile itself win. Throws RangeError
 * for a profile that extends itself or one that is not known, and for a confidence or limit out of range.
 *
 * @since 0.1.0
 */
export function resolveGateProfile(
  profile: GateProfile,
  { profiles = {} }: GateProfileLookup = {},
): GateProfileSettings {
  const known = { ...BUILT_IN_GATE_PROFILES, ...profiles };
  const settings = inLine(profile, known, []).reduce(applied, DEFAULTS);
  if (!(settings.confidence > 0.5 && settings.confidence < 1)) {
    throw new RangeError(
      `Cannot use gate profile ${quote(profile.profile_id)}: expected a confidence above 0.5 and below 1 but received ${settings.confidence}`,
    );
  }
  // The limits are vetted by those who know what they may be.
  readMvpSloOptions({ thresholds: settings.thresholds });
  for (const { thresholds } of settings.overrides) readMvpSloOptions({ thresholds });
  return settings;
}

/** The profiles in the order in which they are applied: what is extended before what extends it. */
function inLine(
  profile: GateProfile,
  known: Readonly<Record<string, GateProfile>>,
  trail: readonly string[],
): GateProfile[] {
  const extended = (profile.extends ?? []).flatMap((name) => {
    if (trail.includes(name)) {
      throw new RangeError(
        `Cannot use gate profile ${quote(profile.profile_id)}: expected profiles that do not extend each other in a circle but received ${[...trail, name].map((step) => quote(step)).join(" > ")}`,
      );
    }
    const found = Object.hasOwn(known, name) ? known[name] : undefined;
    if (found !== undefined) return inLine(found, known, [...trail, name]);
    const near = nearest(name, Object.keys(known));
    throw new RangeError(
      `Cannot use gate profile ${quote(profile.profile_id)}: expected extends to name one of ${Object.keys(known).join(", ")} but received ${quote(name)}${near === undefined ? "" : `; did you mean ${near}?`}`,
    );
  });
  return [...extended, profile];
}

function applied(before: GateProfileSettings, profile: GateProfile): GateProfileSettings {
  return {
    profile_id: profile.profile_id,
    mode: profile.mode ?? before.mode,
    confidence: profile.confidence ?? before.confidence,
    anchor: profile.anchor ?? before.anchor,
    requireEndToEnd: profile.require_end_to_end ?? before.requireEndToEnd,
    maxMalformedLines: profile.max_malformed_lines ?? before.maxMalformedLines,
    levels: { ...before.levels, ...defined(profile.levels ?? {}) },
    thresholds: { ...before.thresholds, ...defined(profile.thresholds ?? {}) },
    regression: { ...before.regression, ...defined(profile.regression ?? {}) },
    segmentBy: profile.segment_by ?? before.segmentBy,
    overrides: [
      ...before.overrides,
      ...(profile.overrides ?? []).map(({ where, levels, thresholds }) => ({
        where,
        levels: defined(levels ?? {}),
        thresholds: defined(thresholds ?? {}),
      })),
    ],
  };
}

/** The settings that hold for a segment: those of the run, changed by every override that its tags meet. */
export function segmentSettings(
  settings: GateProfileSettings,
  tags: Readonly<Record<string, string>>,
): Pick<GateProfileSettings, "levels" | "thresholds"> {
  let { levels, thresholds } = settings;
  for (const { where, ...changes } of settings.overrides) {
    if (!Object.entries(where).every(([name, value]) => Object.hasOwn(tags, name) && tags[name] === value))
      continue;
    levels = { ...levels, ...changes.levels };
    thresholds = { ...thresholds, ...changes.thresholds };
  }
  return { levels, thresholds };
}
