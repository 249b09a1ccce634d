/** The list of all invariants of the runtime semantics; nothing else enumerates them. */
import { AUTHORITY_EPOCHS } from "./families/authority-epochs.ts";
import { CANCEL_COMPLETION } from "./families/cancel-completion.ts";
import { CANCEL_FENCE } from "./families/cancel-fence.ts";
import { EDGE_POLICIES } from "./families/edge-policies.ts";
import { EVENT_ORDER } from "./families/event-order.ts";
import { FLOW_CONTROL } from "./families/flow-control.ts";
import { LANE_PRIORITY, RECORDING_ASIDE } from "./families/lane-priority.ts";
import { PLAN_FREEZING } from "./families/plan-freezing.ts";
import { RECORDING } from "./families/recording.ts";
import { SEQUENCE_GAPS } from "./families/sequence-gaps.ts";
import { STALE_WRITES } from "./families/stale-writes.ts";
import { SYNC_GROUPS } from "./families/sync-groups.ts";
import { TURN_BOUNDARIES } from "./families/turn-boundaries.ts";
import { TURN_SURROUNDINGS } from "./families/turn-surroundings.ts";
import type { Invariant } from "./invariant.ts";

const FAMILIES = ["LIFE", "PLAN", "CXL", "AUTH", "LANE", "ORD", "BUF", "SYNC", "REC"];

const place = ({ id }: Invariant): number => FAMILIES.indexOf(id.split("-")[1] ?? "");

/**
 * Every invariant of the runtime semantics, in the order of that document.
 *
 * @since 0.1.0
 */
export const invariants: readonly Invariant[] = Object.freeze(
  [
    ...TURN_BOUNDARIES,
    ...TURN_SURROUNDINGS,
    ...PLAN_FREEZING,
    ...CANCEL_FENCE,
    ...CANCEL_COMPLETION,
    ...AUTHORITY_EPOCHS,
    ...STALE_WRITES,
    ...LANE_PRIORITY,
    ...EVENT_ORDER,
    ...SEQUENCE_GAPS,
    ...EDGE_POLICIES,
    ...FLOW_CONTROL,
    ...SYNC_GROUPS,
    ...RECORDING,
    ...RECORDING_ASIDE,
  ].sort((left, right) => place(left) - place(right) || (left.id < right.id ? -1 : 1)),
);
