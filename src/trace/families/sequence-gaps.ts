/**
 * Gaps in the sequence of an edge: INV-BUF-02.
 *
 * `runtime_sequence` may count the events of a whole session or those of each edge by itself. As long as no
 * number of a session occurs twice it may count the session, and then a number that another edge used is
 * no gap. A gap is proven when its turn closes, the session ends or the stream does: until then a
 * `drop_notice` may still explain it.
 */

import { MOST_EDGES } from "../facts/session-facts.ts";
import type { Invariant, Judge, Moment } from "../invariant.ts";
import { type EventRef, stillRef } from "../view/event-ref.ts";
import type { EventView } from "../view/event-view.ts";
import { edgeKey, edgeName } from "./edge-name.ts";
import { isEmpty, type Range, subtract } from "./ranges.ts";

interface Gap {
  readonly key: string;
  readonly edge_id: string;
  readonly lane: string;
  readonly before: EventRef;
  readonly at: EventRef;
  readonly turn_id: string | undefined;
  /** Numbers that nothing explains so far. */
  missing: Range[];
}

interface Edges {
  /** Index up to which the recording dropped events by itself. */
  blindUpTo: number;
  /** Ranges of drop notices by edge and lane. */
  readonly dropped: Map<string, Range[]>;
  /** Whether numbers count each edge by itself; unknown, and so false, until one occurs twice. */
  isPerEdge: boolean;
  /** Numbers from the first to the highest are known to be used or not. */
  lowest: number;
  highest: number;
  /** Numbers below the highest that no event of the session used. */
  unused: Range[];
  gaps: Gap[];
}

const noEdges = (): Edges => ({
  blindUpTo: -1,
  dropped: new Map(),
  isPerEdge: false,
  lowest: -1,
  highest: -1,
  unused: [],
  gaps: [],
});

/** Open gaps, notices of an edge and unused ranges of a session that are kept. */
const MOST_KEPT = 64;

/** Takes note of the number, and of how the session counts. */
function count({ runtime_sequence: number }: EventView, edges: Edges, isRepeated: boolean) {
  if (number > edges.highest) {
    if (edges.highest >= 0 && number > edges.highest + 1) {
      edges.unused.push({ start: edges.highest + 1, end: number - 1 });
      if (edges.unused.length > MOST_KEPT) edges.unused.shift();
    }
    if (edges.lowest < 0) edges.lowest = number;
    edges.highest = number;
    return;
  }
  const one = { start: number, end: number };
  const isUnused = edges.unused.some(({ start, end }) => start <= number && number <= end);
  if (isUnused) edges.unused = subtract(edges.unused, one);
  else if (!isRepeated && number >= edges.lowest) edges.isPerEdge = true;
  if (isUnused && !edges.isPerEdge) for (const gap of edges.gaps) gap.missing = subtract(gap.missing, one);
}

function explain(event: EventView, edges: Edges) {
  const range = rangeOf(event.seq_range);
  if (range === undefined || event.edge_id === undefined) return;
  const key = edgeKey(event.edge_id, event.target_lane);
  const known = edges.dropped.get(key) ?? [];
  known.push(range);
  if (known.length > MOST_KEPT) known.shift();
  if (edges.dropped.has(key) || edges.dropped.size < MOST_EDGES) edges.dropped.set(key, known);
  // Where the session counts, what another edge dropped has its number and is no gap of this one.
  if (!edges.isPerEdge) edges.unused = subtract(edges.unused, range);
  for (const gap of edges.gaps)
    if (gap.key === key || !edges.isPerEdge) gap.missing = subtract(gap.missing, range);
}

function rangeOf(value: unknown): Range | undefined {
  const { start, end } = (typeof value === "object" ? (value ?? {}) : {}) as Partial<Range>;
  return typeof start === "number" && typeof end === "number" ? { start, end } : undefined;
}

/** Follows an edge; a jump in its numbers that nothing before explains becomes an open gap. */
function follow(moment: Moment, edges: Edges, judge: Judge) {
  const { event } = moment;
  const { edge_id, lane, turn_id } = event;
  if (edge_id === undefined) return;
  const { previous } = moment;
  if (previous === undefined || event.runtime_sequence <= previous.runtime_sequence) return;
  if (previous.event_index <= edges.blindUpTo) return judge.unknown();
  if (event.runtime_sequence === previous.runtime_sequence + 1) return judge.holds();
  const key = edgeKey(edge_id, lane);
  const [before, at] = [stillRef(previous), moment.ref()];
  const missing = missingBetween(before, at, { event, edges, key });
  if (missing.length === 0) return judge.holds();
  edges.gaps.push({ key, edge_id, lane, before, at, turn_id, missing });
  const first = edges.gaps.length > MOST_KEPT ? edges.gaps.shift() : undefined;
  if (first !== undefined) settle(first, edges, judge);
}

function missingBetween(
  before: EventRef,
  at: EventRef,
  { event, edges, key }: { readonly event: EventView; readonly edges: Edges; readonly key: string },
): Range[] {
  const jump = { start: before.runtime_sequence + 1, end: at.runtime_sequence - 1 };
  // An event that others were merged into stands for as many numbers as it names.
  const merged = event.merged_from_event_ids;
  if (Array.isArray(merged) && jump.end - jump.start + 1 <= merged.length) return [];
  const candidates = edges.isPerEdge
    ? [jump]
    : edges.unused
        .map(({ start, end }) => ({ start: Math.max(start, jump.start), end: Math.min(end, jump.end) }))
        .filter((range) => !isEmpty(range));
  return (edges.dropped.get(key) ?? []).reduce(subtract, candidates);
}

function settle(gap: Gap, edges: Edges, judge: Judge) {
  const { edge_id, lane, before, at, turn_id, missing } = gap;
  const [first] = missing;
  if (first === undefined) return judge.holds();
  const words = missing.map(({ start, end }) => (start === end ? `${start}` : `${start} to ${end}`));
  judge.broken({
    action: `accept a gap on ${edgeName(edge_id, lane)}`,
    expected: `a drop_notice or merge lineage for runtime_sequence ${words.join(", ")}`,
    received: `none between ${before.runtime_sequence} and ${at.runtime_sequence}`,
    window: [before],
    at,
    turn_id,
    ...(!edges.isPerEdge && { hint: "If the recording leaves events out, do not judge this invariant" }),
  });
}

function settleWhere(edges: Edges, judge: Judge, isOver: (gap: Gap) => boolean) {
  const over = edges.gaps.filter(isOver);
  if (over.length === 0) return;
  edges.gaps = edges.gaps.filter((gap) => !over.includes(gap));
  for (const gap of over) settle(gap, edges, judge);
}

/** A function of its own, because one inside of the check would cost an object for every event. */
function settleTurn({ event }: Moment, edges: Edges, judge: Judge) {
  settleWhere(edges, judge, ({ turn_id }) => turn_id === event.turn_id);
}

const gaps: Invariant = {
  id: "INV-BUF-02",
  text: "Every gap in an edge's sequence is explained by a drop_notice whose range covers it, or by merge lineage",
  source: "semantics section 6 (F-044)",
  needs: ["field:edge_id", ["lane:DataLane", "lane:TelemetryLane"]],
  on: ["*"],
  check(moment, judge) {
    const { event, sameId, previous } = moment;
    // What happens before the first event on a named edge is part of no gap.
    const isEdge =
      event.edge_id !== undefined && (event.signal === undefined || event.kind === "drop_notice");
    const edges = isEdge ? moment.memory(noEdges) : moment.remembered<Edges>();
    if (edges === undefined) return;
    const isOutOfOrder = previous !== undefined && event.runtime_sequence <= previous.runtime_sequence;
    count(event, edges, sameId !== undefined || isOutOfOrder);
    if (event.signal === undefined) return follow(moment, edges, judge);
    if (event.kind === "drop_notice") explain(event, edges);
    // What the recording dropped by itself says nothing about the edges.
    else if (event.kind === "recording_level_downgraded") {
      for (const _ of edges.gaps) judge.unknown();
      edges.gaps = [];
      edges.blindUpTo = event.index;
    } else if (event.kind === "close") settleTurn(moment, edges, judge);
    else if (event.kind === "ended") settleWhere(edges, judge, () => true);
  },
  atEnd(moment, judge) {
    const edges = moment.remembered<Edges>();
    if (edges !== undefined) settleWhere(edges, judge, () => true);
  },
};

/** INV-BUF-02. */
export const SEQUENCE_GAPS: readonly Invariant[] = [gaps];
