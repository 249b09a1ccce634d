/**
 * The package as a consumer gets it: packed, unpacked into an empty project, imported and required.
 *
 * The two dependencies are linked from this repository instead of being downloaded.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const SUBPATHS = Object.keys(PACKAGE.exports).filter(
  (subpath) => typeof PACKAGE.exports[subpath] === "object",
);

let project = "";
let home = "";

const run = (command: string, args: readonly string[], input?: string): string =>
  execFileSync(command, args, { cwd: project, encoding: "utf8", input, stdio: ["pipe", "pipe", "pipe"] });

beforeAll(() => {
  if (!existsSync(join(ROOT, "dist")))
    throw new Error("Cannot test the packed package without dist: run npm run build first");
  project = mkdtempSync(join(tmpdir(), "rspp-consumer-"));
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", project], { cwd: ROOT });
  home = join(project, "node_modules", "@rspp", "contracts");
  mkdirSync(home, { recursive: true });
  run("tar", ["-xzf", `rspp-contracts-${PACKAGE.version}.tgz`, "-C", home, "--strip-components=1"]);
  for (const name of Object.keys(PACKAGE.dependencies))
    symlinkSync(join(ROOT, "node_modules", name), join(project, "node_modules", name), "dir");
  mkdirSync(join(project, "node_modules", "@types"));
  symlinkSync(
    join(ROOT, "node_modules", "@types", "node"),
    join(project, "node_modules", "@types", "node"),
    "dir",
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const specifier = (subpath: string) => `@rspp/contracts${subpath.slice(1)}`;

test.each(SUBPATHS)("%s can be imported and required, with the same names", (subpath) => {
  const list =
    "process.stdout.write(JSON.stringify(Object.keys(m).filter((n) => n !== 'default' && n !== 'module.exports' && n !== '__esModule').sort()))";
  const imported = run("node", [
    "--input-type=module",
    "-e",
    `const m = await import("${specifier(subpath)}"); ${list}`,
  ]);
  const required = run("node", [
    "--input-type=commonjs",
    "-e",
    `const m = require("${specifier(subpath)}"); ${list}`,
  ]);
  expect(JSON.parse(imported).length).toBeGreaterThan(3);
  expect(JSON.parse(required)).toEqual(JSON.parse(imported));
});

test("schemas and conformance data resolve from the package", () => {
  const script = `
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    const manifest = require("@rspp/contracts/schemas/v1/manifest.json");
    for (const { id, file } of manifest.schemas) {
      if (require("@rspp/contracts/schemas/v1/" + file).$id !== id) throw new Error(file);
    }
    require("@rspp/contracts/conformance/v1/ids.lock.json");
    process.stdout.write(String(manifest.schemas.length));
  `;
  expect(Number(run("node", ["--input-type=module", "-e", script]))).toBeGreaterThanOrEqual(50);
});

const CONSUMER = `
import type { BaselineEvidence, ControlSignal, Diagnostic, EventRecord, ReplayDivergence, ResolvedTurnPlan, TurnMetrics, TurnTransition, DecisionOutcome, BaselineArtifact } from "@rspp/contracts/v1";
import { buildEvent, buildSignal, computePlanHash, CONTROL_SIGNALS, CONTRACT_VERSION, DEFAULT_MVP_SLO_THRESHOLDS, evaluateDivergences, evaluateMvpSloGates, freezePlan, LANES, nextTurnState, SIGNAL_RULES, toTurnMetrics, TURN_TRANSITIONS } from "@rspp/contracts/v1";
import { ControlSignalSchema, EventRecordSchema, ResolvedTurnPlanSchema } from "@rspp/contracts/v1/schemas";
import { assertControlSignal, CONTRACT_KINDS, isControlSignal, isEvent, isEventRecord, validate, validateText } from "@rspp/contracts/v1/validate";
import { checkTrace, createTraceChecker, invariants } from "@rspp/contracts/v1/trace";
import type { ConformanceReport, Subject } from "@rspp/contracts/v1/conformance";
import { conformanceSuite, createReferenceRuntime, defineSubject, runConformance } from "@rspp/contracts/v1/conformance";
import { buildReleaseManifest, compareEvidence, compareTraces, createGateOrchestrator, createGateProfileAccumulator, createGateRegistry, createMvpSloAccumulator, createTurnScanner, diffSchemas, evaluateDeprecation, evaluateMvpSloStrength, evaluateReplayRegression, evaluateReleaseReadiness, evaluateVersionSkew, mvpSloCombine, mvpSloSql, resolveGateProfile } from "@rspp/contracts/v1/gates";
import { checkBaselineCompleteness, createDiskEvidenceStore, createMemoryEvidenceStore, evidenceTags, readBaselineArtifact } from "@rspp/contracts/v1/evidence";
import { controlSignalArbitrary } from "@rspp/contracts/v1/arbitraries";

const signal: ControlSignal = buildSignal("abort", { turn_id: "t", reason: "cancelled" });
const record: EventRecord = buildEvent({ turn_id: "t" });
// @ts-expect-error abort needs a reason
buildSignal("abort", { turn_id: "t" });
const result = validate("control_signal", signal);
if (result.ok) result.value.signal satisfies string;
else result.diagnostics satisfies readonly Diagnostic[];
const subject: Subject = defineSubject({ name: "own", version: "1", capabilities: ["turns"], create: () => createReferenceRuntime() });
// @ts-expect-error there is no such capability
defineSubject({ name: "own", version: "1", capabilities: ["flying"], create: () => createReferenceRuntime() });
export const report: Promise<ConformanceReport> = runConformance(subject, { profile: "full", seed: 7 });
export type All = [BaselineArtifact, BaselineEvidence, DecisionOutcome, ReplayDivergence, ResolvedTurnPlan, TurnMetrics, TurnTransition];
export const used = [conformanceSuite, record, computePlanHash, CONTROL_SIGNALS, CONTRACT_VERSION, DEFAULT_MVP_SLO_THRESHOLDS, evaluateDivergences, evaluateMvpSloGates, freezePlan, LANES, nextTurnState, SIGNAL_RULES, toTurnMetrics, TURN_TRANSITIONS, ControlSignalSchema, EventRecordSchema, ResolvedTurnPlanSchema, assertControlSignal, CONTRACT_KINDS, isControlSignal, isEvent, isEventRecord, validateText, checkTrace([record, signal]).violations, createTraceChecker, invariants, createMvpSloAccumulator, checkBaselineCompleteness, readBaselineArtifact, controlSignalArbitrary, buildReleaseManifest, compareEvidence, compareTraces, createGateOrchestrator, createGateProfileAccumulator, createGateRegistry, createTurnScanner, diffSchemas, evaluateDeprecation, evaluateMvpSloStrength, evaluateReplayRegression, evaluateReleaseReadiness, evaluateVersionSkew, mvpSloCombine, mvpSloSql, resolveGateProfile, createDiskEvidenceStore, createMemoryEvidenceStore, evidenceTags];
`;

test.each(["NodeNext", "Bundler"])(
  "types hold for ESM and CommonJS consumers under %s resolution",
  (resolution) => {
    writeFileSync(join(project, "esm.mts"), CONSUMER);
    writeFileSync(join(project, "cjs.cts"), CONSUMER);
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          target: "ES2022",
          lib: ["ES2023", "DOM"],
          types: ["node"],
          skipLibCheck: false,
          module: resolution === "NodeNext" ? "NodeNext" : "ESNext",
          moduleResolution: resolution,
        },
        files: resolution === "NodeNext" ? ["esm.mts", "cjs.cts"] : ["esm.mts"],
      }),
    );
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    let output = "";
    try {
      output = run("node", [tsc, "-p", "."]);
    } catch (error) {
      output = String((error as { stdout?: string }).stdout);
    }
    expect(output).toBe("");
  },
);

test("the command line runs from the package and gives its exit codes", () => {
  const bin = join(home, PACKAGE.bin["rspp-contracts"]);
  expect(run("node", [bin, "--version"]).trim()).toBe(PACKAGE.version);
  const valid = run("node", [
    "--input-type=module",
    "-e",
    'import { buildSignal } from "@rspp/contracts"; console.log(JSON.stringify(buildSignal("connected")))',
  ]);
  expect(run("node", [bin, "validate", "-"], valid)).toMatch(/control_signal/);
  const codes = ["{}", "{"].map((text) => {
    try {
      run("node", [bin, "validate", "--kind", "event", "-"], text);
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  });
  expect(codes[0]).toBe(1);
  expect([1, 2]).toContain(codes[1]);
});
