/**
 * The main job, from a fresh clone: installs, builds, runs a loopback session of the reference runtime, checks
 * its events, trace and evidence, gates it, and does the same for a recorded voice-assistant run. Reports go to
 * `reports/`.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { BUILD, INSTALL, ROOT, runSteps } from "./steps.mjs";

const CLI = join("dist", "cli", "main.js");
const LOOPBACK = join("reports", "loopback");
const RECORDED = join("examples", "voice-assistant-run");
const installed = existsSync(join(ROOT, "node_modules", ".package-lock.json"));

const cli = (title, ...args) => ({ title, command: "node", args: [CLI, ...args] });
const events = join(LOOPBACK, "events.ndjson");
const plans = join(LOOPBACK, "plans.ndjson");
const evidence = join(LOOPBACK, "evidence.json");

runSteps([
  ...(installed ? [] : [INSTALL]),
  BUILD,
  cli("Run a loopback session", "loopback", "--turns", "200", "--seed", "1", "--out", LOOPBACK),
  cli("Validate its events", "validate", events, "--kind", "event"),
  cli("Check its trace", "trace", events, "--plan", plans, "--evidence", evidence),
  cli("Gate its evidence", "gates", evidence, "--out", LOOPBACK),
  cli("Validate a recorded run", "validate", join(RECORDED, "events.ndjson"), "--kind", "event"),
  cli("Gate the recorded run", "gates", join(RECORDED, "baseline.json"), "--out", "reports"),
]);

console.log(`
Both runs passed. Open ${join("reports", "gates.html")} and ${join(LOOPBACK, "gates.html")} in a browser, or see a run that fails:
  npx rspp-contracts gates ${join(RECORDED, "baseline-regressed.json")}`);
