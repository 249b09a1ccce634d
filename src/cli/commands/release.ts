/** `rspp-contracts release`: the manifest of a release, if its evidence lets it go out. */
import { resolve } from "node:path";

import type { RolloutConfig } from "../../contracts/deploy/rollout-config.ts";
import { writeDurably } from "../../evidence/store/disk-evidence-store.ts";
import { buildReleaseManifest, sourcesOfReadiness } from "../../gates/release/build-release-manifest.ts";
import { evaluateReleaseReadiness } from "../../gates/release/evaluate-release-readiness.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import type { CliIo } from "../cli-io.ts";
import { EXIT, EXIT_HELP } from "../exit-code.ts";
import { shownPath } from "../input/input-path.ts";
import { readDocument } from "../input/read-document.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { reportTime } from "../options/report-time.ts";
import { readReleaseEvidence } from "../release/read-release-evidence.ts";
import { parseMaxAge, readReleasePolicy } from "../release/read-release-policy.ts";
import {
  type ReleaseOutcome,
  renderReleaseJson,
  renderReleaseMarkdown,
  renderReleaseText,
} from "../release/release-report.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { systemReason, UsageError } from "../usage-error.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "markdown"] as const;

/** The command. */
export const releaseCommand: Command = {
  name: "release",
  summary: "Writes the manifest of a release if its evidence lets it go out",
  usage: "<spec-ref> <rollout.json> --evidence <dir> [options]",
  options: {
    evidence: { value: "dir", about: "Directory that verify wrote, or a store of evidence" },
    policy: { value: "file", about: "JSON file with what the release needs beside the three reports" },
    "max-age": { value: "age", about: "Oldest report that is taken, such as 24h (default)" },
    now: { value: "T", about: "Time of the release, RFC 3339 in UTC; the clock unless told" },
    out: { value: "file", about: "Where to write the manifest; release-manifest.json unless told" },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    ...COMMON_OPTIONS,
  },
  notes: [
    "Reports: contracts_report, replay_regression_report and slo_gates_report always; slo_gates_mvp_report, security_baseline_report and conformance_governance_report if the policy asks for them or they are there.",
    'Policy: a JSON object such as {"require_mvp_gates": true, "require_conformance_governance": true, "max_age_ms": 3600000}.',
    "A report that is missing, changed, of another kind or version, too old, dated more than 5 minutes ahead, or that did not pass keeps the release from going out. Nothing is written then.",
    "A directory that verify wrote is taken as a whole: its gate run must have passed, for this pipeline_version, over these very reports, and no file in it may have changed since.",
    EXIT_HELP,
  ],
  examples: [
    "rspp-contracts release specs/voice.json rollout.json --evidence .rspp",
    "rspp-contracts release specs/voice.json rollout.json --evidence evidence/ --policy release.json --max-age 2h",
    "rspp-contracts release specs/voice.json rollout.json --evidence evidence/ --format markdown >> $GITHUB_STEP_SUMMARY",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    const outcome = await judge(options, io);
    const { result } = outcome;
    if (result.ok) {
      const path = options.value("out") ?? "release-manifest.json";
      await write(path, { text: `${canonicalJson(result.manifest)}\n`, cwd: io.cwd });
      io.stderr.write(`Wrote ${shownPath(path, io.cwd)}\n`);
    }
    if (format === "json") io.stdout.write(renderReleaseJson(outcome));
    else if (format === "markdown") io.stdout.write(renderReleaseMarkdown(outcome));
    else io.stdout.write(renderReleaseText(outcome, paletteFor(io)));
    return result.ok ? EXIT.pass : EXIT.violations;
  },
};

async function judge(options: ParsedOptions, io: CliIo): Promise<ReleaseOutcome> {
  const [specRef, rolloutPath, ...more] = options.positionals;
  if (specRef === undefined || rolloutPath === undefined || more.length > 0) {
    throw new UsageError(
      `Cannot release: expected a specification and a rollout configuration but received ${options.positionals.length} arguments`,
      "Run rspp-contracts release --help",
    );
  }
  const directory = options.value("evidence");
  if (directory === undefined) {
    throw new UsageError(
      "Cannot release: expected --evidence but received none",
      "Name the directory that the reports were stored in: --evidence evidence/",
    );
  }
  const now = reportTime(options.value("now"), io);
  const maxAge = options.value("max-age");
  const policy = {
    ...(await readReleasePolicy(options.value("policy"), io.cwd)),
    ...(maxAge !== undefined && { max_age_ms: parseMaxAge(maxAge) }),
  };
  const rollout = await readRollout(rolloutPath, io.cwd);
  const pipelineVersion = rollout.pipeline_version;
  const { artifacts, refusal, sources } = await readReleaseEvidence(directory, {
    cwd: io.cwd,
    policy,
    now,
    pipelineVersion,
    specRef,
  });
  const readiness = evaluateReleaseReadiness({ artifacts, policy, now });
  const allSources = { ...sourcesOfReadiness(readiness), ...sources };
  const result = buildReleaseManifest(specRef, { rollout, readiness, sources: allSources, now });
  return { readiness, result: refusal ?? result };
}

async function readRollout(path: string, cwd: string): Promise<RolloutConfig> {
  try {
    return await readDocument<RolloutConfig>(path, {
      cwd,
      kind: "rollout_config",
      what: "rollout configuration",
    });
  } catch (error) {
    if (!(error instanceof UsageError) || !error.message.includes("ROL-01")) throw error;
    throw new UsageError(
      error.message,
      "pipeline_version has to name the same thing for ever, such as pipeline-v2: latest, main, HEAD, ranges and wildcards come to name something else",
    );
  }
}

async function write(
  path: string,
  { text, cwd }: { readonly text: string; readonly cwd: string },
): Promise<void> {
  await writeDurably(resolve(cwd, path), new TextEncoder().encode(text)).catch((error: unknown) => {
    throw new UsageError(
      `Cannot write ${shownPath(path, cwd)}: expected a writable path but received ${systemReason(error)}`,
    );
  });
}
