/** Gates a recorded run: the verdict, figure by figure, and the slowest turns by name. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { readBaselineArtifact, toTurnMetrics } from "@rspp/contracts/v1/evidence";
import { createMvpSloAccumulator, evaluateMvpSloGates } from "@rspp/contracts/v1/gates";

const file = new URL("voice-assistant-run/baseline.json", import.meta.url);
const reading = readBaselineArtifact(JSON.parse(readFileSync(file, "utf8")));
assert(reading.ok);
const turns = reading.value.entries.map(toTurnMetrics);

const report = evaluateMvpSloGates(turns);
for (const { gate_id, title, status, values, worst } of report.gates) {
  const figures = values
    .map(({ name, observed, limit }) => `${name} ${observed} (limit ${limit})`)
    .join(", ");
  console.log(gate_id, status, title, figures, worst[0] ? `slowest ${worst[0].turn_id}` : "");
}
assert.equal(report.passed, true);

// The same verdict from two workers that saw half of the run each.
const [left, right] = [createMvpSloAccumulator(), createMvpSloAccumulator()];
for (const [index, turn] of turns.entries()) (index % 2 === 0 ? left : right).add(turn);
const merged = createMvpSloAccumulator().merge(left).merge(right).report();
assert.deepEqual(merged, report);
