/** Replay fixture metadata with everything filled in that may be left out. */
import { DIVERGENCE_CLASSES } from "../../contracts/observability/divergence-class.ts";
import type {
  ReplayFixture,
  ReplayFixtureMetadata,
} from "../../contracts/observability/replay-fixture-metadata.ts";
import { FIXTURE_GATES, type FixtureGate } from "../../contracts/observability/replay-gate.ts";
import {
  BOOLEAN,
  INTEGER,
  integerFrom,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  optional,
  TEXT,
} from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import type { ExpectedDivergence } from "./evaluate-divergences.ts";

/** What holds for one fixture, nothing left out but thresholds that do not exist. */
export interface FixtureSettings {
  readonly fixture_id: string;
  readonly gate: FixtureGate;
  /** In ms of the monotonic clock. */
  readonly timing_tolerance_ms: number;
  readonly expected_divergences: readonly ExpectedDivergence[];
  /** In ms of the monotonic clock. */
  readonly final_attempt_latency_threshold_ms?: number;
  /** In ms of the monotonic clock. */
  readonly total_invocation_latency_threshold_ms?: number;
  /** Where the thresholds hold. */
  readonly invocation_latency_scopes: readonly string[];
}

const EXPECTED = objectOf({ class: oneOf(DIVERGENCE_CLASSES), scope: TEXT, approved: optional(BOOLEAN) });
const THRESHOLD = optional(integerFrom(1));
const METADATA = objectOf({
  fixtures: mapOf(
    objectOf({
      gate: optional(oneOf(FIXTURE_GATES)),
      timing_tolerance_ms: optional(INTEGER),
      final_attempt_latency_threshold_ms: THRESHOLD,
      total_invocation_latency_threshold_ms: THRESHOLD,
      invocation_latency_scopes: optional(listOf(TEXT)),
      expected_divergences: optional(listOf(EXPECTED)),
    }),
  ),
});

/** Fixtures by their id, in the order in which they are written. */
export type FixturesById = ReadonlyMap<string, FixtureSettings>;

/**
 * Reads fixture metadata. Throws TypeError or RangeError that names a field that is not well formed, such as
 * `metadata.fixtures["rd-001"].gate`.
 *
 * @since 0.1.0
 */
export function readFixtureMetadata(metadata: ReplayFixtureMetadata): FixturesById {
  const { fixtures } = requireShape("metadata", metadata, METADATA) as ReplayFixtureMetadata;
  return new Map(Object.entries(fixtures).map(([id, fixture]) => [id, fixtureSettings(id, fixture)]));
}

/** A fixture with its defaults; one that nobody wrote about has the strictest. */
export function fixtureSettings(fixture_id: string, fixture: ReplayFixture = {}): FixtureSettings {
  const {
    gate = "full",
    timing_tolerance_ms = 0,
    expected_divergences = [],
    invocation_latency_scopes = [derivedScope(fixture_id)],
    final_attempt_latency_threshold_ms: final,
    total_invocation_latency_threshold_ms: total,
  } = fixture;
  return {
    fixture_id,
    gate,
    timing_tolerance_ms,
    expected_divergences,
    ...(final !== undefined && { final_attempt_latency_threshold_ms: final }),
    ...(total !== undefined && { total_invocation_latency_threshold_ms: total }),
    invocation_latency_scopes,
  };
}

/** Fixture `rd-002-recompute` replays turn `turn-rd-002`: its name up to its number. */
function derivedScope(fixture_id: string): string {
  const numbered = /^[A-Za-z]+-?\d+(?=-|$)/.exec(fixture_id)?.[0];
  return `turn:turn-${numbered ?? fixture_id}`;
}
