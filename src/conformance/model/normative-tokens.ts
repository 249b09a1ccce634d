/** What a conforming runtime must answer, without what it may: the part of a run that two runtimes have in common. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { Run, RunPlace } from "../check/run.ts";

/** Signals that may be left out, or that stand for a choice of the runtime. */
const OPTIONAL: ReadonlySet<unknown> = new Set([
  "turn_open_proposed",
  "admit",
  "lease_issued",
  "connected",
  "session_handoff",
  "circuit_event",
]);

const CONNECTION: ReadonlySet<unknown> = new Set(["connected"]);

/** One thing that has to be in the answer. */
export interface Token {
  /** Things of one strand keep their order; strands may be interleaved. */
  readonly strand: string;
  /** What it is, such as `abort:cancelled`. */
  readonly name: string;
  readonly at: RunPlace;
}

/** What has to be in the answer to an instant. */
export function tokensOf({ instants, outcomes }: Run, instant: number): Token[] {
  const isConnection = instants[instant]?.some(({ kind }) => kind === "connection") ?? false;
  return (outcomes[instant]?.events ?? []).flatMap((event, place) => {
    const { signal, late_after_cancel } = event;
    const isOptional = OPTIONAL.has(signal) && !(isConnection && CONNECTION.has(signal));
    // A late output may be told, as long as it is marked.
    if (isOptional || late_after_cancel === true) return [];
    return [{ strand: strandOf(event), name: tokenName(event), at: { instant, event: place } }];
  });
}

function strandOf({ session_id, signal, edge_id, turn_id, event_scope }: JsonObject): string {
  if (edge_id !== undefined) return `${session_id} edge ${edge_id}`;
  const isOfTurn = event_scope === "turn" && turn_id !== undefined && signal !== "playback_cancelled";
  return isOfTurn
    ? `${session_id} turn ${turn_id}`
    : `${session_id} ${signal === "playback_cancelled" ? "playback" : ""}`;
}

/** The name of an event, with what a runtime is not free to choose. */
function tokenName(event: JsonObject): string {
  const { signal, lane, reason, authority_epoch, seq_range, target_lane, amount } = event;
  switch (signal) {
    case undefined:
      return `${lane} record${event["merge_group_id"] === undefined ? "" : ` for ${countOf(event)}`}`;
    case "reject":
    case "defer":
      return "refusal";
    case "abort":
      return `abort:${reason}`;
    case "lease_rotated":
      return `lease_rotated:${authority_epoch}`;
    case "drop_notice":
      return `drop_notice:${target_lane}:${lengthOf(seq_range)}`;
    case "credit_grant":
      return `credit_grant:${target_lane}:${amount}`;
    default:
      return String(signal);
  }
}

const countOf = ({ merged_from_event_ids: ids }: JsonObject): number => (Array.isArray(ids) ? ids.length : 0);

const lengthOf = (range: unknown): string => {
  const { start, end } = (range ?? {}) as { start?: unknown; end?: unknown };
  return typeof start === "number" && typeof end === "number" ? String(end - start + 1) : "?";
};
