/** Sums up a check: what was not evaluated and why, and what limits the verdict. */
import { CONDITION_BITS, type FieldCondition } from "../conditions.ts";
import type { UsedIds } from "../facts/used-ids.ts";
import { type Invariant, needInWords } from "../invariant.ts";
import type { Occasions, Tally } from "../tally.ts";
import type { TraceSettings } from "../trace-options.ts";
import type { NotEvaluated, TraceResult } from "./trace-result.ts";

/** What a check counted and still remembers. */
export interface Counted {
  readonly tally: Tally;
  readonly ids: UsedIds;
}

/** The verdict on a stream that was followed to its end. */
export function sumUp(counted: Counted, settings: TraceSettings): TraceResult {
  const { tally } = counted;
  const occasions = settings.invariants.map((one, place) => [one, tally.occasions[place]!] as const);
  return {
    violations: [...tally.kept],
    incomplete_turns: [...tally.keptIncomplete],
    not_evaluated: occasions
      .filter(([, { checked }]) => checked === 0)
      .map(([one, { unknown }]) => notEvaluated(one, { tally, settings, unknown })),
    summary: {
      events: tally.events,
      sessions: tally.sessions,
      turns_opened: tally.turnsOpened,
      turns_closed: tally.turnsClosed,
      incomplete_turns: tally.incomplete,
      violations: tally.violations,
      duplicates: tally.duplicates,
      unreadable_events: tally.unreadable,
      invariants: occasions.map(([{ id }, counts]: readonly [Invariant, Occasions]) => ({ id, ...counts })),
      notes: notesOf(counted, settings),
    },
  };
}

type Known = { readonly tally: Tally; readonly settings: TraceSettings; readonly unknown: number };

function notEvaluated({ id, needs }: Invariant, { tally, settings, unknown }: Known): NotEvaluated {
  const isThere = (need: Invariant["needs"][number]): boolean => {
    if (typeof need !== "string") return need.some(isThere);
    if (need === "plans") return settings.hasPlans;
    if (need === "evidence") return settings.hasEvidence;
    const [kind, name = ""] = need.split(":");
    if (kind === "field") return (tally.fields & CONDITION_BITS[`field:${name}` as FieldCondition]) !== 0;
    return tally.seen[name] === true;
  };
  const missing = needs.filter((need) => !isThere(need)).map(needInWords);
  const reason =
    missing.length > 0
      ? `Missing: ${missing.join("; ")}`
      : unknown > 0
        ? `The evidence was incomplete on ${unknown === 1 ? "the one occasion" : `all ${unknown} occasions`}`
        : "Nothing in the stream put it to the test";
  return { id, reason, needs: needs.length === 0 ? "events" : needs.map(needInWords).join("; ") };
}

function notesOf({ tally, ids }: Counted, { bounds }: TraceSettings): string[] {
  const notes: readonly (readonly [count: number, note: string])[] = [
    [
      tally.unreadable,
      `${tally.unreadable} events were not judged, the first at index ${tally.firstUnreadable}: expected an object with session_id, event_id, a known lane, runtime_sequence and runtime_timestamp_ms`,
    ],
    [
      ids.forgotten,
      `INV-ORD-02 and INV-ORD-04 looked back over the last ${ids.limit} events of the stream: ${ids.forgotten} older event ids were forgotten; raise rememberedIds to look further back`,
    ],
    [
      tally.forgottenTurns,
      `${tally.forgottenTurns} closed turns were forgotten, so late events of them were not judged; raise rememberedTurns to remember more`,
    ],
    [
      tally.forgottenSessions,
      `${tally.forgottenSessions} sessions were forgotten after the longest silence, and sessions that began later were judged as if the stream began within them; raise maxSessions to follow more`,
    ],
    [
      tally.abandonedTurns,
      `${tally.abandonedTurns} open turns were given up as incomplete because too many were open in one session`,
    ],
    [
      tally.unfollowed,
      `${tally.unfollowed} events travelled on an edge beyond the first 256 of their session and lane, where INV-ORD-01, INV-ORD-03 and INV-BUF-02 do not judge`,
    ],
    [
      tally.violations - tally.kept.length,
      `${tally.violations - tally.kept.length} more violations are counted but not listed; raise maxReported to list them`,
    ],
    [
      tally.incomplete - tally.keptIncomplete.length,
      `${tally.incomplete - tally.keptIncomplete.length} more incomplete turns are counted but not listed; raise maxReported to list them`,
    ],
  ];
  return [
    ...notes.filter(([count]) => count > 0).map(([, note]) => note),
    ...(bounds.startsMidway
      ? ["Turns that the stream begins within were judged from their first event on"]
      : []),
  ];
}
