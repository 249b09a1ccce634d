/**
 * How long the conformance kit takes: the full profile on the reference runtime in process and through stdio, and a
 * session of half an hour. Build first.
 *
 * Usage: node bench/conformance/figures.mjs
 */
import { fileURLToPath } from "node:url";

import { openSession, referenceSubject, runConformance, spawnSubject } from "../../dist/v1/conformance.js";

const SUBJECT = fileURLToPath(new URL("../../examples/subjects/reference-stdio.mjs", import.meta.url));
const ROUNDS = 3;

async function measure(name, limit, work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    times.push((performance.now() - began) / 1000);
  }
  const median = times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
  console.log(`${name}: ${median.toFixed(2)} s (limit ${limit} s, ${median <= limit ? "met" : "missed"})`);
}

async function fullProfile(subject) {
  const { passed, subjects } = await runConformance(subject, { profile: "full" });
  if (!passed) throw new Error(`Cannot measure: ${JSON.stringify(subjects[0].summary)}`);
}

/** A turn every five seconds: propose, output, playback, complete. */
async function halfAnHour() {
  const session_id = "sess-1";
  const turns = Array.from({ length: 360 }, (_, index) => {
    const turn = { session_id, turn_id: `t${index}` };
    return [
      [{ kind: "propose_turn", ...turn }],
      [{ kind: "advance", ms: 400 }],
      [{ kind: "output", ...turn, text: "answer" }],
      [{ kind: "playback", ...turn, phase: "started" }],
      [{ kind: "advance", ms: 1200 }],
      [{ kind: "complete_turn", ...turn }],
      [{ kind: "playback", ...turn, phase: "completed" }],
      [{ kind: "advance", ms: 3400 }],
    ];
  });
  const { fault } = await referenceSubject().run({ seed: 1, instants: [[openSession()], ...turns.flat()] });
  if (fault !== undefined) throw new Error(fault.message);
}

await measure("full profile in process", 10, () => fullProfile(referenceSubject()));
await measure("full profile through stdio", 20, () =>
  fullProfile(spawnSubject({ command: process.execPath, args: [SUBJECT] })),
);
await measure("session of 30 minutes", 1, halfAnHour);
