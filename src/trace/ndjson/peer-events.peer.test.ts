/** Events of the Go implementation, as its contract tests have them, through the checker. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createNdjsonTraceChecker } from "./ndjson-trace-checker.ts";

const PEER = fileURLToPath(new URL("../../../../shared/data/peer-go/contract-fixtures", import.meta.url));
const isPresent = existsSync(PEER);
if (!isPresent) console.warn(`Skipping the events of the Go implementation: ${PEER} is absent`);

/** The valid events, one a line; each in a session of its own, since each is a stream by itself. */
function validEvents(): { name: string; line: string }[] {
  return ["event", "control_signal"].flatMap((kind) =>
    readdirSync(`${PEER}/${kind}/valid`).map((name) => {
      const event = JSON.parse(readFileSync(`${PEER}/${kind}/valid/${name}`, "utf8"));
      return { name, line: `${JSON.stringify({ ...event, session_id: name })}\n` };
    }),
  );
}

describe.skipIf(!isPresent)("events of the Go implementation", () => {
  test("have all their place in a stream, and break nothing of a recording that begins midway", () => {
    const events = validEvents();
    const checker = createNdjsonTraceChecker({ startsMidway: true });
    checker.push(new TextEncoder().encode(events.map(({ line }) => line).join("")));
    const { violations, unreadable_lines, summary } = checker.end();
    expect(unreadable_lines).toEqual([]);
    expect(violations.map(({ id, session_id }) => `${id} ${session_id}`)).toEqual([]);
    expect(summary).toMatchObject({ events: events.length, sessions: events.length });
    expect(events.length).toBeGreaterThanOrEqual(14);
  });
});
