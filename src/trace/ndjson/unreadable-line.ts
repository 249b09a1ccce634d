/** Why a line of an NDJSON stream is no event that can be judged, with its place. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import { LANES } from "../../contracts/events/lane.ts";
import { describeValue } from "../../internal/describe-value.ts";
import type { JsonReading } from "../../internal/json-text/json-problem.ts";

/** A line that was not judged. */
export interface UnreadableLine {
  /** 1-based. */
  readonly line: number;
  readonly diagnostics: readonly Diagnostic[];
}

const COUNT = "an integer >= 0";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isLane = (value: unknown): boolean => (LANES as readonly unknown[]).includes(value);

/** Fields without which an event has no place in a stream. */
const PLACING: readonly (readonly [name: string, isFit: (value: unknown) => boolean, expected: string])[] = [
  ["session_id", isText, "a text that is not empty"],
  ["event_id", isText, "a text that is not empty"],
  ["lane", isLane, LANES.join(", ")],
  ["runtime_sequence", isCount, COUNT],
  ["runtime_timestamp_ms", isCount, COUNT],
];

/** What an event lacks that cannot be placed in a stream, with line 1 and the column. */
export function unplacedDiagnostics({ value, locate }: Extract<JsonReading, { ok: true }>): Diagnostic[] {
  if (!isRecord(value)) return [unplaced("", "an event", describeValue(value))];
  const signal = ["signal", isText, "the name of a signal"] as const;
  const needed = value["lane"] === "ControlLane" ? [...PLACING, signal] : PLACING;
  return needed
    .filter(([name, isFit]) => !isFit(value[name]))
    .map(([name, , expected]) => {
      const found = locate(`/${name}`) ?? locate("");
      const received = name in value ? describeValue(value[name]) : "nothing";
      return { ...unplaced(`/${name}`, expected, received), ...found };
    });
}

function unplaced(path: string, expected: string, received: string): Diagnostic {
  const what = path === "" ? "the event" : `the event by ${path.slice(1)}`;
  return {
    rule: "TRC-01",
    severity: "error",
    path,
    message: `Cannot place ${what}: expected ${expected} but received ${received}`,
    expected,
    received,
    source: "trace check",
    line: 1,
    column: 1,
  };
}
