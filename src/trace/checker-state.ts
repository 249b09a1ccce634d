/** The state of a check as JSON, so that it can be saved and resumed. */
import { describeValue } from "../internal/describe-value.ts";
import type { SessionFacts } from "./facts/session-facts.ts";
import type { UsedIdsState } from "./facts/used-ids-state.ts";
import type { WaitingEvent } from "./reorder-buffer.ts";
import type { Tally } from "./tally.ts";
import type { TraceBounds } from "./trace-options.ts";

/** What a check knows. */
export interface TraceContent {
  readonly bounds: TraceBounds;
  /** Ids of the invariants, in their order. */
  readonly invariants: readonly string[];
  readonly sessions: ReadonlyMap<string, SessionFacts>;
  readonly waiting: ReadonlyMap<string, WaitingEvent[]>;
  readonly tally: Tally;
  readonly ids: UsedIdsState;
}

/** A saved check: JSON that only this package reads. */
export interface TraceCheckerState {
  readonly kind: "trace_checker_state";
  readonly version: 1;
  readonly content: unknown;
}

/** Writes a state that shares nothing with the check. */
export function writeCheckerState(content: TraceContent): TraceCheckerState {
  // A second reference would become a second turn.
  for (const session of content.sessions.values()) session.lastTurn = undefined;
  // Events are kept as text: their names are not ours, and one of them may be the mark of a Map.
  const waiting = [...content.waiting].map(([id, list]): [string, unknown] => [
    id,
    list.map((one) => ({ ...one, event: JSON.stringify(one.event) })),
  ]);
  const plain = toPlain({ ...content, waiting: new Map(waiting) });
  return { kind: "trace_checker_state", version: 1, content: plain };
}

/** Reads a state. Throws a TypeError for anything else. */
export function readCheckerState(state: unknown): TraceContent {
  const { kind, version, content } = (
    typeof state === "object" ? (state ?? {}) : {}
  ) as Partial<TraceCheckerState>;
  const isContent = typeof content === "object" && content !== null;
  if (kind === "trace_checker_state" && version === 1 && isContent) {
    const read = fromPlain(content) as TraceContent;
    const waiting = [...read.waiting].map(([id, list]): [string, WaitingEvent[]] => [
      id,
      list.map((one) => ({ ...one, event: JSON.parse(String(one.event)) as unknown })),
    ]);
    return { ...read, waiting: new Map(waiting) };
  }
  throw new TypeError(
    `Cannot resume a trace check: expected a trace_checker_state of version 1 but received ${describeValue(state)}`,
  );
}

const MAP = "$map";

function toPlain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Map) return { [MAP]: [...value].map(toPlain) };
  // Array.from fills the holes of places that were never used.
  if (Array.isArray(value)) return Array.from(value, (item) => toPlain(item) ?? null);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, toPlain(inner)]])),
  );
}

function fromPlain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(fromPlain);
  const entries = (value as { readonly [MAP]?: unknown })[MAP];
  if (Array.isArray(entries)) return new Map(entries.map(fromPlain) as [unknown, unknown][]);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fromPlain(inner)]));
}
