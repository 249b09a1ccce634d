/** A small repository with everything that a verification reads, and a way to run commands in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { goodTurn } from "../../gates/slo/report/evaluated-run.test-kit.ts";
import { releaseCommand } from "../commands/release.ts";
import { verifyCommand } from "../commands/verify.ts";
import { parseOptions } from "../options/parse-options.ts";

/** Time of every report of the tests. */
export const NOW = "2026-02-16T23:00:00Z";

const live = contracts.live_provider_chain_report.example;
const nonStreaming = {
  ...live,
  execution_mode: "non_streaming",
  combinations: live.combinations.map(({ handoffs: _, ...one }) => ({
    ...one,
    steps: [{ step: "stt", output: { attempts: [{ streaming_used: false }] } }],
  })),
};
const streaming = {
  ...live,
  combinations: live.combinations.map((one) => ({
    ...one,
    latency: { ...one.latency, turn_completion_e2e_latency_ms: 1400 },
  })),
};
const deprecation = contracts.deprecation_policy.example;
const at = (observed_at_utc: string, expected_state: string) => ({
  field_path: "policy.legacy_mode",
  observed_at_utc,
  expected_state,
});

/** Turns of a run; latencies differ a little, and by `slower` ms. */
export const turns = (slower = 0, count = 400): string =>
  Array.from({ length: count }, (_, index) => {
    const turn = goodTurn(`turn-${index}`);
    const late = (index % 7) + slower;
    return `${JSON.stringify({ ...turn, first_output_at_ms: 500 + late, turn_terminal_at_ms: 900 + late })}\n`;
  }).join("");

/** The plan of the repository. */
export const PLAN = {
  schema_version: "rspp.verify-plan.v1",
  spec_ref: "specs/voice@1",
  rollout: "rollout.json",
  contracts: ["rollout.json", "events"],
  replay: { baseline: "recorded", candidate: "replayed", metadata: "fixtures.yaml" },
  evidence: { run: ["turns.ndjson"], baseline: ["main.ndjson"] },
  governance: {
    version_skew: "skew.json",
    deprecation: "deprecation.json",
    conformance_profile: "profile.json",
    conformance_results: "results.json",
  },
  live: { streaming: "live.json", non_streaming: "live-non.json", smoke: "smoke.json" },
  security_baseline: "security.json",
  readiness_policy: "release.json",
};

/** Files of a repository in which every gate passes. */
export const FILES: Readonly<Record<string, unknown>> = {
  "rspp.verify.yaml": PLAN,
  "rollout.json": contracts.rollout_config.example,
  "events/event.json": contracts.event_record.example,
  "recorded/greeting.json": contracts.replay_trace.example,
  "replayed/greeting.json": contracts.replay_trace.example,
  "fixtures.yaml": "fixtures:\n  greeting:\n    gate: both\n",
  "turns.ndjson": turns(),
  "main.ndjson": turns(),
  "skew.json": contracts.version_skew_policy.example,
  "deprecation.json": {
    ...deprecation,
    usage_checks: [
      at("2026-02-01T00:00:00Z", "warning"),
      at("2026-04-01T00:00:00Z", "enforced"),
      at("2026-07-01T00:00:00Z", "removed"),
    ],
  },
  "profile.json": contracts.conformance_profile.example,
  "results.json": contracts.conformance_results.example,
  "live.json": { ...streaming, of_another_tool: true },
  "live-non.json": nonStreaming,
  "smoke.json": { probe: { status: "passed" } },
  "security.json": {
    schema_version: "rspp.tooling.security-baseline-report.v1",
    generated_at_utc: NOW,
    passed: true,
  },
  "release.json": { require_mvp_gates: true, require_conformance_governance: true },
};

/** Writes a repository, changed where told; a file that is undefined is left out. */
export function writeRepository(directory: string, changes: Readonly<Record<string, unknown>> = {}): void {
  for (const [name, content] of Object.entries({ ...FILES, ...changes })) {
    if (content === undefined) continue;
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** A directory for repositories; whoever asks takes it away. */
export const scratchDirectory = (): string => mkdtempSync(join(tmpdir(), "rspp-verify-"));

/** A repository for one test. */
export function sampleRepository(changes: Readonly<Record<string, unknown>> = {}): string {
  const directory = scratchDirectory();
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  writeRepository(directory, changes);
  return directory;
}

/** What a call came to. */
export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a directory; errors are thrown, as commands throw them. */
export async function call(
  argv: readonly ["verify" | "release", ...string[]],
  cwd: string,
  {
    env = {},
    isTTY = false,
  }: { readonly env?: Readonly<Record<string, string>>; readonly isTTY?: boolean } = {},
): Promise<Called> {
  const [name, ...rest] = argv;
  const command = name === "verify" ? verifyCommand : releaseCommand;
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run(parseOptions(rest, command.options), {
    stdin: (async function* (): AsyncGenerator<Uint8Array> {})(),
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
    env,
    cwd,
    isTTY: { stdin: isTTY, stdout: isTTY, stderr: isTTY },
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

/** A whole verification at the time of the tests. */
export const verify = (cwd: string, ...more: string[]): Promise<Called> =>
  call(["verify", "mvp", "--now", NOW, ...more], cwd);

/** A release on the folder of a verification. */
export const release = (cwd: string, ...more: string[]): Promise<Called> =>
  call(["release", "specs/voice@1", "rollout.json", "--evidence", ".rspp", "--now", NOW, ...more], cwd);
