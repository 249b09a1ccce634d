/**
 * The main job, from a fresh clone: installs, builds, validates a recorded voice-assistant run and gates
 * it, and writes the reports to `reports/`.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { BUILD, INSTALL, ROOT, runSteps } from "./steps.mjs";

const CLI = join("dist", "cli", "main.js");
const RUN = join("examples", "voice-assistant-run");
const installed = existsSync(join(ROOT, "node_modules", ".package-lock.json"));

runSteps([
  ...(installed ? [] : [INSTALL]),
  BUILD,
  {
    title: "Validate the events of the run",
    command: "node",
    args: [CLI, "validate", join(RUN, "events.ndjson"), "--kind", "event"],
  },
  {
    title: "Gate the run",
    command: "node",
    args: [CLI, "gates", join(RUN, "baseline.json"), "--out", "reports"],
  },
]);

console.log(`\nThe run passed. Open ${join("reports", "gates.html")} in a browser, or see a run that fails:`);
console.log(`  npx rspp-contracts gates ${join(RUN, "baseline-regressed.json")}`);
