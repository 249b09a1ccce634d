/** What a conforming runtime must answer, without what it may: the part of a run that two runtimes have in common. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { Run, RunPlace } from "../check/run.ts";

/** Signals that may be left out; that they stand in their place is for the judge of all runs. */
const OPTIONAL: ReadonlySet<unknown> = new Set([
  "turn_open_proposed",
  "admit",
  "session_handoff",
  "circuit_event",
]);

/** Signals of the session, whatever turn they name. */
const OF_SESSION: ReadonlySet<unknown> = new Set([
  "stale_epoch_reject",
  "connected",
  "reconnecting",
  "disconnected",
  "ended",
  "silence",
  "stall",
  "lease_issued",
  "lease_rotated",
  "migration_start",
  "migration_finish",
]);

/** One thing that has to be in the answer. */
export interface Token {
  /** Things of one strand keep their order; strands may be interleaved. */
  readonly strand: string;
  /** What it is, such as `abort:cancelled`. */
  readonly name: string;
  readonly at: RunPlace;
}

/** What has to be in the answer to an instant. */
export function tokensOf(run: Run, instant: number): Token[] {
  const tokens = (run.outcomes[instant]?.events ?? []).flatMap((event, place) => {
    const at = { instant, event: place };
    return isFree(event, { run, at })
      ? []
      : [{ strand: strandOf(event), name: tokenName(event), at, event } as const];
  });
  return summedUp(tokens);
}

/** Whether a runtime is free to tell it or not. */
function isFree(
  event: JsonObject,
  { run, at }: { readonly run: Run; readonly at: Required<RunPlace> },
): boolean {
  const { session_id, signal, late_after_cancel } = event;
  // A late output may be told, as long as it is marked.
  if (signal === undefined) return late_after_cancel === true;
  if (OPTIONAL.has(signal)) return true;
  const asks = (kind: string) =>
    run.instants[at.instant]?.some(
      (stimulus) => stimulus.kind === kind && "session_id" in stimulus && stimulus.session_id === session_id,
    ) ?? false;
  if (signal === "lease_issued") return !asks("lease");
  if (signal === "connected") return !asks("connection");
  return signal === "playback_cancelled" && !isPlaying(event, { run, at });
}

/** Whether playback of the turn had started, and not completed. Where it had not, nobody has to tell its end. */
function isPlaying(
  { session_id, turn_id }: JsonObject,
  { run, at }: { readonly run: Run; readonly at: Required<RunPlace> },
): boolean {
  const before = run.outcomes
    .slice(0, at.instant + 1)
    .flatMap(({ events }, instant) => (instant === at.instant ? events.slice(0, at.event) : events));
  const last = before.findLast(
    (one) =>
      one["session_id"] === session_id &&
      one["turn_id"] === turn_id &&
      String(one["signal"]).startsWith("playback_"),
  );
  return last?.["signal"] === "playback_started";
}

type Named = Token & { readonly event: JsonObject };

/** In how many notices drops are told, and in how many signals what falls due at once, is the runtime's to choose. */
function summedUp(tokens: readonly Named[]): Token[] {
  const kept = new Map<string, Token>();
  const counts = new Map<string, number>();
  for (const [place, { event, ...token }] of tokens.entries()) {
    const { signal, runtime_timestamp_ms } = event;
    const isDrop = signal === "drop_notice";
    const key = isDrop
      ? `${token.strand} ${token.name}`
      : signal === "shed" || signal === "discontinuity"
        ? `${token.strand} ${token.name} ${runtime_timestamp_ms}`
        : String(place);
    const count = (counts.get(key) ?? 0) + (isDrop ? lengthOf(event["seq_range"]) : 0);
    counts.set(key, count);
    const first = kept.get(key) ?? token;
    kept.set(key, isDrop ? { ...first, name: `${token.name}:${count}` } : first);
  }
  return [...kept.values()];
}

function strandOf({ session_id, signal, edge_id, turn_id, event_scope }: JsonObject): string {
  if (signal === "shed" || signal === "discontinuity") return `${session_id} ${signal}`;
  if (signal === "drop_notice") return `${session_id} drops on edge ${edge_id}`;
  if (OF_SESSION.has(signal)) return `${session_id} `;
  if (edge_id !== undefined) return `${session_id} edge ${edge_id}`;
  const isOfTurn = event_scope === "turn" && turn_id !== undefined && signal !== "playback_cancelled";
  return isOfTurn
    ? `${session_id} turn ${turn_id}`
    : `${session_id} ${signal === "playback_cancelled" ? "playback" : ""}`;
}

/** The name of an event, with what a runtime is not free to choose. */
function tokenName(event: JsonObject): string {
  const { signal, lane, reason, authority_epoch, target_lane, amount } = event;
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
      return `drop_notice:${target_lane}`;
    case "credit_grant":
      return `credit_grant:${target_lane}:${amount}`;
    default:
      return String(signal);
  }
}

const countOf = ({ merged_from_event_ids: ids }: JsonObject): number => (Array.isArray(ids) ? ids.length : 0);

const lengthOf = (range: unknown): number => {
  const { start, end } = (range ?? {}) as { start?: unknown; end?: unknown };
  return typeof start === "number" && typeof end === "number" ? end - start + 1 : Number.NaN;
};
