/**
 * Arbitrary legal histories of one turn: its control signals from the proposal to the close, as the truth
 * table of the runtime semantics (section 2) has them.
 */
import type { Arbitrary } from "fast-check";
import { array, boolean, constantFrom, integer, record } from "fast-check";

import type { ControlSignal } from "../../contracts/signals/control-signal.ts";
import type { SignalName } from "../../contracts/signals/signal-table.ts";
import { SIGNAL_RULES } from "../../contracts/signals/signal-table.ts";

/** Which turn to tell the history of. */
export interface TurnHistoryConstraints {
  readonly session_id?: string;
  readonly turn_id?: string;
  readonly authority_epoch?: number;
  /** `runtime_sequence` of the first signal. */
  readonly first_sequence?: number;
  /** `runtime_timestamp_ms` of the first signal. */
  readonly started_at_ms?: number;
  /** Ways in which the turn may end; all of them unless told. */
  readonly endings?: readonly TurnEnding[];
}

/** How a turn ends: before it opened, or by one of its terminal signals. */
export type TurnEnding = "refused" | "committed" | "cancelled" | "authority_lost" | "failed";

const ENDINGS = ["refused", "committed", "cancelled", "authority_lost", "failed"] as const;

/** A signal with the fields that tell it from the others of the turn. */
type Step = readonly [signal: SignalName, fields?: Readonly<Record<string, unknown>>];

const REFUSALS: readonly Step[] = [
  ["reject", { reason: "admission_capacity_reject" }],
  ["defer", { reason: "snapshot_stale" }],
  ["stale_epoch_reject", { event_scope: "session", reason: "stale_epoch" }],
  ["deauthorized_drain", { event_scope: "session", reason: "authority_revoked" }],
];

const ON_THE_WAY: readonly Step[] = [
  ["output_accepted"],
  ["budget_warning", { reason: "node_budget" }],
  ["silence"],
  ["barge_in"],
];

const FAILURES = [
  "node_timeout_or_failure",
  "provider_failure",
  "transport_disconnect_or_stall",
  "recording_evidence_unavailable",
];

const story = (endings: readonly TurnEnding[]) =>
  record({
    ending: constantFrom(...endings),
    isProposed: boolean(),
    isAdmitted: boolean(),
    isPlayed: boolean(),
    refusal: constantFrom(...REFUSALS),
    failure: constantFrom(...FAILURES),
    onTheWay: array(constantFrom(...ON_THE_WAY), { maxLength: 4 }),
    pauses: array(integer({ min: 0, max: 500 }), { minLength: 16, maxLength: 16 }),
  });

type Story = ReturnType<typeof story> extends Arbitrary<infer S> ? S : never;

/** Legal histories of one turn. Sequence numbers rise by one and times never fall. */
export function turnHistoryArbitrary(
  constraints: TurnHistoryConstraints = {},
): Arbitrary<readonly ControlSignal[]> {
  const { endings = ENDINGS } = constraints;
  return story(endings).map((told) => {
    let now = constraints.started_at_ms ?? 0;
    return stepsOf(told).map((step, index) => {
      now += told.pauses[index % told.pauses.length] ?? 0;
      return signalOf(step, index, now, constraints);
    });
  });
}

function stepsOf(told: Story): Step[] {
  const proposal: Step[] = [["turn_open_proposed"]];
  if (told.ending === "refused") return [...proposal, told.refusal];
  return [
    ...(told.isProposed ? proposal : []),
    ...(told.isAdmitted ? ([["admit", { reason: "admission_capacity_allow" }]] as const) : []),
    ["turn_open"],
    ...told.onTheWay,
    ...(told.isPlayed ? ([["playback_started"]] as const) : []),
    ...endOf(told),
    ["close"],
  ];
}

function endOf({ ending, isPlayed, failure }: Story): Step[] {
  const stopped: Step[] = isPlayed ? [["playback_cancelled"]] : [];
  switch (ending) {
    case "cancelled":
      return [["cancel", { scope: "turn" }], ...stopped, ["abort", { reason: "cancelled" }]];
    case "authority_lost":
      return [
        ["deauthorized_drain", { reason: "authority_revoked" }],
        ...stopped,
        ["abort", { reason: "authority_loss" }],
      ];
    case "failed":
      return [...stopped, ["abort", { reason: failure }]];
    default:
      return [...(isPlayed ? ([["playback_completed"]] as const) : []), ["commit"]];
  }
}

/** Midnight at the start of the histories, so that wall-clock times look like ones. */
const WALL_CLOCK_START_MS = 1_770_000_000_000;

function signalOf(
  [signal, fields]: Step,
  index: number,
  now: number,
  constraints: TurnHistoryConstraints,
): ControlSignal {
  const { event_scope, emitters } = SIGNAL_RULES[signal];
  const sequence = (constraints.first_sequence ?? 1) + index;
  const scope = event_scope === "any" ? (fields?.["event_scope"] ?? "turn") : event_scope;
  // Assembled from the signal table, which the compiler cannot follow; the tests hold it against the contract.
  return {
    schema_version: "v1.0",
    event_scope: scope,
    session_id: constraints.session_id ?? "sess-1",
    ...(scope === "turn" && { turn_id: constraints.turn_id ?? "turn-1" }),
    pipeline_version: "pipeline-v1",
    event_id: `evt-${sequence}`,
    lane: "ControlLane",
    transport_sequence: sequence,
    runtime_sequence: sequence,
    runtime_timestamp_ms: now,
    wall_clock_timestamp_ms: WALL_CLOCK_START_MS + now,
    authority_epoch: constraints.authority_epoch ?? 1,
    payload_class: "metadata",
    signal,
    emitted_by: emitters[0],
    ...fields,
  } as unknown as ControlSignal;
}
