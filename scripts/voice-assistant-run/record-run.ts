/**
 * The recorded runs of the example: a good one, and the same assistant after a bad release.
 *
 * A function of nothing: no clock and no randomness but the seeds, so the committed files can be held
 * against a fresh recording byte for byte.
 */
import type { BaselineEvidence } from "../../src/contracts/observability/baseline-evidence.ts";
import { seededRandom } from "../../src/simulation/seeded-random.ts";
import { type RecordedSession, recordSession, type SessionScript } from "./record-session.ts";
import type { Ending } from "./turn-story.ts";

const SEED = 20260209;

const sessionId = (index: number) => `va-${String(index + 1).padStart(2, "0")}`;

/** Incidents of the good run by session and turn; all of them end as the semantics demand. */
const INCIDENTS: Readonly<Record<string, ReadonlyMap<number, Ending>>> = {
  "va-03": new Map([[7, "provider_failure"]]),
  "va-05": new Map([[12, "authority_loss"]]),
  "va-08": new Map([[4, "node_timeout_or_failure"]]),
  "va-10": new Map([[15, "transport_disconnect_or_stall"]]),
};
const REFUSALS: Readonly<Record<string, ReadonlyMap<number, "defer" | "reject">>> = {
  "va-04": new Map([[6, "defer"]]),
  "va-09": new Map([[13, "reject"]]),
};

type Run = { readonly sessions: number; readonly turns: number } & Pick<SessionScript, "slowdown">;

function recordSessions({ sessions, turns, slowdown }: Run): RecordedSession[] {
  const random = seededRandom(SEED);
  return Array.from({ length: sessions }, (_, index) => {
    const session_id = sessionId(index);
    return recordSession(random, {
      session_id,
      startsAfter: index * 7300,
      turns,
      endings: INCIDENTS[session_id] ?? new Map(),
      refusals: REFUSALS[session_id] ?? new Map(),
      slowdown,
    });
  });
}

/** The committed files by name. */
export function recordedFiles(): Readonly<
  Record<"baseline.json" | "baseline-regressed.json" | "events.ndjson", string>
> {
  const good = recordSessions({ sessions: 12, turns: 20, slowdown: () => 0 });
  // Of every session the later half of turns waits longer for the first output.
  const bad = recordSessions({ sessions: 5, turns: 12, slowdown: (turn) => (turn > 6 ? 900 : 0) });
  const events = good.flatMap((session) => session.events);
  events.sort((left, right) => left.wall_clock_timestamp_ms - right.wall_clock_timestamp_ms);
  return {
    "baseline.json": artifact(good.flatMap(({ entries }) => entries)),
    "baseline-regressed.json": artifact(bad.flatMap(({ entries }) => entries).map(withDefects)),
    "events.ndjson": events.map((event) => `${JSON.stringify(event)}\n`).join(""),
  };
}

/** The bad release accepts an output of a stale epoch and loses a redaction decision. */
function withDefects(entry: BaselineEvidence): BaselineEvidence {
  if (entry.turn_id === "va-05-t12") return { ...entry, accepted_stale_epoch_output: true };
  if (entry.turn_id === "va-02-t03") {
    return { ...entry, redaction_decisions: entry.redaction_decisions.slice(1) };
  }
  return entry;
}

/** One record a line: small, and a change shows as the records that it changed. */
function artifact(entries: readonly BaselineEvidence[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{
  "schema_version": "v1",
  "generated_at_utc": "2026-02-09T22:19:06Z",
  "entries": [
${lines.join(",\n")}
  ]
}
`;
}
