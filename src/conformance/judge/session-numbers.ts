/** The numbers of a session: they count from 1, and each is that of an event or of an item that was dropped. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { Finding } from "../check/finding.ts";
import type { Run, RunPlace } from "../check/run.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Placed {
  readonly event: JsonObject;
  readonly at: RunPlace;
}

/** The first event whose `runtime_sequence` does not go on where the session stood. */
export function brokenNumbers({ outcomes }: Run): Finding | undefined {
  const sessions = new Map<unknown, Placed[]>();
  for (const [instant, { events }] of outcomes.entries()) {
    for (const [place, event] of events.entries()) {
      const list = sessions.get(event["session_id"]) ?? [];
      list.push({ event, at: { instant, event: place } });
      sessions.set(event["session_id"], list);
    }
  }
  for (const list of sessions.values()) {
    const finding = brokenCount(list);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function brokenCount(list: readonly Placed[]): Finding | undefined {
  const dropped = list.flatMap(({ event }) =>
    event["signal"] === "drop_notice" ? [event["seq_range"] as Range] : [],
  );
  let last = 0;
  for (const { event, at } of list) {
    const number = Number(event["runtime_sequence"]);
    const next = afterDrops(last, { dropped, number });
    if (next === number) {
      last = number;
      continue;
    }
    return {
      code: "runtime_sequence_wrong",
      requirement: "INV-ORD-01",
      message: `Event "${event["event_id"]}" does not go on where session "${event["session_id"]}" stood`,
      expected: `runtime_sequence ${next}`,
      received: String(number),
      likely_cause:
        "Numbers count the events of the session from 1, in the order in which they were emitted; only those of dropped items are left out, and stand in the seq_range of a drop_notice",
      at,
    };
  }
  return undefined;
}

/** The next number, past those that dropped items have, but not past that of the event. */
function afterDrops(
  last: number,
  { dropped, number }: { readonly dropped: readonly Range[]; readonly number: number },
): number {
  let next = last + 1;
  for (;;) {
    const range = dropped.find(({ start, end }) => start <= next && next <= end);
    if (range === undefined || next >= number) return next;
    next = range.end + 1;
  }
}
