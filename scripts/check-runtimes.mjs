/**
 * Runs a smoke test of the packed package on other runtimes: Node 22, 24 and 26, Bun and Deno.
 *
 * Not part of `verify`: it downloads the runtimes from the package registry into a temporary folder.
 * Usage: npm run check:runtimes
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { BUILD, ROOT, runSteps } from "./steps.mjs";

const SMOKE = `
import * as v1 from "@rspp/contracts/v1";
import { isEvent, validate, validateText } from "@rspp/contracts/v1/validate";
import { ControlSignalSchema } from "@rspp/contracts/v1/schemas";
import { createMemoryEvidenceStore, readBaselineArtifact } from "@rspp/contracts/v1/evidence";
import {
  compareEvidence, createMvpSloAccumulator, createTurnScanner, diffSchemas, encodeTurnLine, evaluateMvpSloStrength,
} from "@rspp/contracts/v1/gates";
import { controlSignalArbitrary } from "@rspp/contracts/v1/arbitraries";
import { checkTrace } from "@rspp/contracts/v1/trace";
import { referenceSubject, runConformance, spawnSubject } from "@rspp/contracts/v1/conformance";
import { createNodeHarness, defineNode, runNodeConformance } from "@rspp/contracts/v1/authoring";
import fc from "fast-check";

const signal = v1.buildSignal("abort", { turn_id: "turn-1", reason: "cancelled" });
const conformance = await runConformance(referenceSubject());
const spawned = await runConformance(spawnSubject({ command: "exit 3" }), { checks: ["CF-001"] });
const text = { payload_class: "text_raw" };
const node = defineNode({
  node_id: "late",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { text },
  outputs: { late: text },
  create: () => ({
    async *process(ctx, event) {
      if (event.type !== "text") return;
      const began = Date.now();
      await ctx.time.sleep(100);
      setTimeout(() => {}, 5);
      yield { type: "late", payload: "after " + (Date.now() - began) + " ms" };
    },
  }),
});
const harness = await createNodeHarness(node);
await harness.feed("text", "hello");
await harness.advanceBy(200);
await harness.close();
const suite = await runNodeConformance(node);
const checks = {
  harness: harness.outputs()[0].payload === "after 100 ms",
  suite: suite.subjects[0].summary.executed > 30 && suite.subjects[0].summary.fail === 0,
  guard: isEvent(signal) && isEvent(v1.buildEvent()),
  refusal: !validate("control_signal", { ...signal, emitted_by: "RK-25" }).ok,
  text: validateText("event", JSON.stringify(signal)).ok && !validateText("event", '{"a":1,"a":2}').ok,
  zod: ControlSignalSchema.safeParse(signal).success,
  hash: v1.computePlanHash({ a: 1 }) === "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862",
  gates: v1.evaluateMvpSloGates([]).passed === false && createMvpSloAccumulator().report().passed === false,
  evidence: !readBaselineArtifact({}).ok,
  trace: checkTrace([v1.buildSignal("commit", { turn_id: "turn-1" })]).violations.length > 0,
  conformance: conformance.passed && conformance.subjects[0].summary.executed > 20,
  process: spawned.subjects[0].results[0].reason.startsWith("subject_not_started"),
  arbitrary: fc.sample(controlSignalArbitrary(), 100).every((each) => isEvent(each)),
};
const turns = Array.from({ length: 100 }, (_, index) => ({
  turn_id: "turn-" + index, accepted: true, happy_path: true, turn_open_proposed_at_ms: 0, turn_open_at_ms: 50 + index,
  turn_terminal_at_ms: 900, first_output_at_ms: 400 + index, baseline_complete: true, accepted_stale_epoch_output: false,
  terminal_events: ["commit", "close"],
}));
for (const engine of ["auto", "wasm", "javascript", "parse"]) {
  const scanner = createTurnScanner({ engine });
  for (const turn of turns) scanner.push(new TextEncoder().encode(encodeTurnLine(turn)));
  scanner.end();
  const plain = createMvpSloAccumulator();
  for (const turn of turns) plain.add(turn);
  checks["scanner " + engine] = JSON.stringify(scanner.report()) === JSON.stringify(plain.report());
}
checks.wasm = createTurnScanner().engine === "wasm";
checks.strict = evaluateMvpSloStrength(turns, { mode: "strict" }).verdict !== "inconclusive";
checks.baseline = compareEvidence(turns, turns, { pairBy: "turn_id" }).verdict === "pass";
checks.schemas = diffSchemas({ type: "string" }, { type: "number" }).verdict === "breaking";
const store = createMemoryEvidenceStore();
const stored = { artifact_id: "a", kind: "turn_metrics", schema_version: "v1", generated_at_utc: "2026-03-01T00:00:00Z", payload: "{}" };
await store.put(stored);
checks.store = (await store.get("a")).ok;
const failed = Object.keys(checks).filter((name) => !checks[name]);
if (failed.length > 0) throw new Error("failed: " + failed.join(", "));
console.log("ok");
`;

const RUNTIMES = [
  { name: "node 22", packages: ["node@22"], command: ["node_modules/node/bin/node"] },
  { name: "node 24", packages: ["node@24"], command: ["node_modules/node/bin/node"] },
  { name: "node 26", packages: ["node@26"], command: ["node_modules/node/bin/node"] },
  { name: "bun", packages: ["bun@1"], command: ["node_modules/.bin/bun", "run"] },
  {
    name: "deno",
    packages: ["deno@2"],
    command: ["node_modules/.bin/deno", "run", "--allow-read", "--allow-env", "--allow-run"],
  },
];

runSteps([BUILD]);
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const home = mkdtempSync(join(tmpdir(), "rspp-runtimes-"));
execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", home], { cwd: ROOT });

for (const { name, packages, command } of RUNTIMES) {
  const project = join(home, name.replace(" ", "-"));
  mkdirSync(project);
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "smoke", private: true, type: "module" }),
  );
  writeFileSync(join(project, "smoke.mjs"), SMOKE);
  const tarball = join(home, `rspp-contracts-${version}.tgz`);
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", tarball, ...packages], {
    cwd: project,
    stdio: "inherit",
  });
  const [program, ...args] = command;
  const esm = execFileSync(join(project, program), [...args, "smoke.mjs"], {
    cwd: project,
    encoding: "utf8",
  });
  const shown = execFileSync(
    join(project, program),
    name === "deno" || name === "bun" ? ["--version"] : ["-v"],
    { encoding: "utf8" },
  );
  console.log(`${name} (${shown.split("\n")[0].trim()}): ${esm.trim()}`);
}
rmSync(home, { recursive: true, force: true });
