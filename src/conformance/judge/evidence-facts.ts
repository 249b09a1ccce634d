/** Evidence tells what the stream shows: the turn that closed in its answer, how it ended, and when things happened. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { Finding } from "../check/finding.ts";
import type { Run } from "../check/run.ts";

/** What the stream shows of a turn. */
interface TurnFacts {
  readonly pipeline_version: unknown;
  readonly opened_at: unknown;
  /** Epochs from its opening to its close. */
  readonly epochs: Set<unknown>;
  terminal?: JsonObject;
  /** When its first data came out, whatever counts as output. */
  readonly outputs: Set<unknown>;
  readonly kinds: Set<string>;
  playback_started_at?: unknown;
  readonly cancels: Set<unknown>;
}

interface Entry {
  readonly entry: JsonObject;
  readonly instant: number;
}

/** The first evidence that is of no turn that closed with it, or that tells something else than the stream. */
export function foreignEvidence({ outcomes }: Run): Finding | undefined {
  const turns = new Map<string, TurnFacts>();
  for (const [instant, { events, evidence = [] }] of outcomes.entries()) {
    const closed = new Set<string>();
    for (const event of events) {
      note(turns, event);
      if (event["signal"] === "close") closed.add(keyOf(event));
    }
    for (const entry of evidence) {
      const key = keyOf(entry);
      const facts = turns.get(key);
      // Each close has room for one entry.
      if (!closed.delete(key) || facts === undefined) return ofNoEnd({ entry, instant });
      const finding = otherFact({ entry, instant }, facts);
      if (finding !== undefined) return finding;
    }
  }
  return undefined;
}

const keyOf = ({ session_id, turn_id }: JsonObject): string => JSON.stringify([session_id, turn_id]);

function note(turns: Map<string, TurnFacts>, event: JsonObject) {
  const { session_id, signal, runtime_timestamp_ms: at, authority_epoch, scope } = event;
  if (signal === "turn_open" && !turns.has(keyOf(event)))
    turns.set(keyOf(event), {
      pipeline_version: event["pipeline_version"],
      opened_at: at,
      epochs: new Set([authority_epoch]),
      outputs: new Set(),
      kinds: new Set(),
      cancels: new Set(),
    });
  if (signal === "cancel" && scope === "session")
    for (const [key, { cancels }] of turns)
      if (key.startsWith(JSON.stringify([session_id]).slice(0, -1))) cancels.add(at);
  const facts = turns.get(keyOf(event));
  if (facts === undefined) return;
  if (signal === "cancel") facts.cancels.add(at);
  if (signal === "playback_started") facts.playback_started_at ??= at;
  if (signal === "commit" || signal === "abort") facts.terminal ??= event;
  noteOutput(facts, event);
  facts.epochs.add(authority_epoch);
}

/** The first of each kind: outputs, what was accepted, and items on edges. */
function noteOutput({ kinds, outputs }: TurnFacts, event: JsonObject) {
  const { signal, lane, edge_id, runtime_timestamp_ms: at, late_after_cancel } = event;
  const isRecord = signal === undefined && lane === "DataLane" && late_after_cancel !== true;
  if (!isRecord && signal !== "output_accepted") return;
  const kind = signal === undefined ? (edge_id === undefined ? "output" : "edge") : "accepted";
  if (!kinds.has(kind)) outputs.add(at);
  kinds.add(kind);
}

function otherFact({ entry, instant }: Entry, facts: TurnFacts): Finding | undefined {
  const { terminal } = facts;
  const told: readonly (readonly [name: string, allowed: readonly unknown[]])[] = [
    ["pipeline_version", [facts.pipeline_version]],
    ["authority_epoch", [...facts.epochs]],
    ["terminal_outcome", [terminal?.["signal"]]],
    ["terminal_reason", terminal?.["signal"] === "abort" ? [terminal["reason"]] : [entry["terminal_reason"]]],
    // A proposal that opens a turn does so at once.
    ["turn_open_proposed_at_ms", [facts.opened_at]],
    ["turn_open_at_ms", [facts.opened_at]],
    ["turn_terminal_at_ms", [terminal?.["runtime_timestamp_ms"]]],
    ["first_output_at_ms", [...facts.outputs]],
    ["playback_started_at_ms", [facts.playback_started_at]],
    ["cancel_accepted_at_ms", [...facts.cancels]],
    ["decision_outcomes", hasOwnDecisions(entry) ? [entry["decision_outcomes"]] : ["those of the turn"]],
    ...MARKERS_OF_CANCEL.map((name) => [name, notBefore(entry[name], facts.cancels)] as const),
  ];
  for (const [name, allowed] of told) {
    const value = entry[name];
    // Which markers must be there is for completeness and for scenarios.
    if (value === undefined || allowed.includes(value)) continue;
    return {
      code: "evidence_not_of_stream",
      requirement: "INV-REC-01",
      message: `Evidence of turn "${entry["turn_id"]}" has another ${name} than its stream`,
      expected: `${name} ${allowed.map((one) => JSON.stringify(one) ?? "none").join(" or ") || "none"}`,
      received: JSON.stringify(value),
      likely_cause:
        "Evidence is written from a copy of the turn that is not kept up to date, or of another turn",
      at: { instant },
    };
  }
  return undefined;
}

/** A decision names its session, and the turn if it is of one. */
function hasOwnDecisions({ session_id, turn_id, decision_outcomes: decisions }: JsonObject): boolean {
  return (
    !Array.isArray(decisions) ||
    (decisions as readonly JsonObject[]).every(
      (one) => one["session_id"] === session_id && [undefined, turn_id].includes(one["turn_id"] as string),
    )
  );
}

const MARKERS_OF_CANCEL = ["cancel_fence_applied_at_ms", "cancel_sent_at_ms", "cancel_ack_at_ms"] as const;

/** The marker itself, where a cancel came before it; else the cancels, after which it would have to be. */
const notBefore = (marker: unknown, cancels: ReadonlySet<unknown>): readonly unknown[] =>
  [...cancels].some((at) => Number(at) <= Number(marker)) ? [marker] : [...cancels];

const ofNoEnd = ({ entry, instant }: Entry): Finding => ({
  code: "evidence_of_no_end",
  requirement: "INV-REC-01",
  message: `Evidence of turn "${entry["turn_id"]}" of session "${entry["session_id"]}" stands in an answer without its close`,
  expected: "evidence in the answer in which its turn closes, once",
  received: "evidence of a turn that does not close there, or a second entry",
  likely_cause: "Evidence is exported later or twice, or names another session or turn",
  at: { instant },
});
