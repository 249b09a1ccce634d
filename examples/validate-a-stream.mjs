/** Validates a recorded event stream in bounded memory and stops at nothing but the end. */
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";

import { createNdjsonValidator } from "@rspp/contracts/v1/validate";

const stream = createReadStream(new URL("voice-assistant-run/events.ndjson", import.meta.url));
const signals = new Map();

const validator = createNdjsonValidator("event", {
  onValid: ({ signal }) => signals.set(signal, (signals.get(signal) ?? 0) + 1),
  onRefused: ({ diagnostics }, line) => console.error(`line ${line}`, diagnostics[0]?.message),
});
for await (const chunk of stream) validator.push(chunk);
const totals = validator.end();

console.log(totals, "of which", signals.get("turn_open"), "turn_open and", signals.get("abort"), "abort");
assert.equal(totals.refused, 0);
assert.equal(signals.get("close"), signals.get("turn_open"));
