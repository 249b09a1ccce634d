/** `rspp-contracts verify`: runs the gates of a profile over a plan and writes the evidence of a release. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { canonicalJson } from "../../internal/canonical-json.ts";
import { quote } from "../../internal/quote.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import type { CliIo } from "../cli-io.ts";
import { EXIT, EXIT_HELP } from "../exit-code.ts";
import { loadGateProfile } from "../gates/load-gate-profile.ts";
import { unreadablePath } from "../input/find-inputs.ts";
import { shownPath } from "../input/input-path.ts";
import { DEFAULT_MAX_BYTES } from "../input/read-input.ts";
import { parseByteSize } from "../options/byte-size.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { givenTime, reportTime } from "../options/report-time.ts";
import { readReleasePolicy } from "../release/read-release-policy.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { createProgress } from "../terminal/progress.ts";
import { systemReason, UsageError } from "../usage-error.ts";
import { readCandidate } from "../verify/candidate.ts";
import { type VerifiedTexts, writeEvidenceFolder } from "../verify/evidence-folder.ts";
import { planGates, type VerifyProfile } from "../verify/plan-gates.ts";
import { DEFAULT_PLAN, readVerifyPlan } from "../verify/read-verify-plan.ts";
import { renderVerifyGithub } from "../verify/report/verify-github.ts";
import { renderVerifyHtml } from "../verify/report/verify-html.ts";
import { renderVerifyJson } from "../verify/report/verify-json.ts";
import { renderVerifyJunit } from "../verify/report/verify-junit.ts";
import { renderVerifyMarkdown } from "../verify/report/verify-markdown.ts";
import { renderVerifyText } from "../verify/report/verify-text.ts";
import type { VerifyReport } from "../verify/report/verify-words.ts";
import { runVerify, type VerifyOutcome } from "../verify/run-verify.ts";
import { VERIFIED_ARTIFACTS } from "../verify/verified-artifacts.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "markdown", "junit", "github"] as const;
const PROFILES: readonly VerifyProfile[] = ["quick", "full", "mvp"];
const EXIT_OF = {
  pass: EXIT.pass,
  fail: EXIT.violations,
  inconclusive: EXIT.inconclusive,
  unreadable: EXIT.usage,
} as const;

/** The command. */
export const verifyCommand: Command = {
  name: "verify",
  summary: "Runs the gates of a profile and writes the evidence of a release",
  usage: "<quick|full|mvp> [options]",
  options: {
    plan: { value: "file", about: `What to verify, JSON or YAML; ${DEFAULT_PLAN} unless told` },
    out: { value: "dir", about: "Where to write the evidence; .rspp unless told" },
    baseline: { value: "path", about: "Evidence of the run to compare with, in place of that of the plan" },
    commit: {
      value: "sha",
      about: "Commit that is verified; GITHUB_SHA or CI_COMMIT_SHA unless told, else zeros",
    },
    now: { value: "T", about: "Time of the reports, RFC 3339 in UTC; the clock unless told" },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    "max-bytes": {
      value: "size",
      about: "Largest JSON document, such as 64MiB (default); NDJSON may have any size",
    },
    ...COMMON_OPTIONS,
  },
  notes: [
    "Profiles: quick runs contracts, replay_quick and slo; full adds replay_full, regression and governance; mvp adds slo_mvp, live_end_to_end and fixed_decisions. A gate whose inputs the plan does not name fails. The regression gate follows the gate profile: regression.level warn only tells, off leaves it out.",
    "Evidence: contracts-report.json, replay-regression-report.json, slo-gates-report.json, and by profile slo-gates-mvp-report.json and conformance-governance-report.json; gate-run.json, release-readiness.json, summary.md and summary.html; records/ holds the hash of each. rspp-contracts release takes the directory with --evidence. With the same --now the same inputs give the same bytes.",
    `${EXIT_HELP}\nThe exit code is that of the gates. Inputs that cannot be read decide over violations, and violations over thin evidence.`,
  ],
  examples: [
    "rspp-contracts verify quick",
    "rspp-contracts verify full --baseline main/turns.ndjson --format github",
    "rspp-contracts verify mvp && rspp-contracts release specs/voice.json rollout.json --evidence .rspp",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    const profile = profileOf(options);
    const out = options.value("out") ?? ".rspp";
    const outcome = await verify(profile, options, io);
    const { texts, report } = withSummaries(outcome);
    await write(texts, { out, now: outcome.readiness.generated_at_utc, cwd: io.cwd });
    const render = {
      text: () => renderVerifyText(report, paletteFor(io)),
      json: () => renderVerifyJson(report),
      markdown: () => renderVerifyMarkdown(report),
      junit: () => renderVerifyJunit(report),
      github: () => renderVerifyGithub(report),
    };
    io.stdout.write(render[format]());
    io.stderr.write(`Wrote ${shownPath(out, io.cwd)}\n`);
    return EXIT_OF[outcome.verdict];
  },
};

function profileOf({ positionals }: ParsedOptions): VerifyProfile {
  const profile = PROFILES.find((known) => known === positionals[0]);
  if (profile !== undefined && positionals.length === 1) return profile;
  const received = positionals.length === 0 ? "none" : positionals.map((one) => quote(one)).join(" ");
  throw new UsageError(
    `Cannot verify: expected one of ${PROFILES.join(", ")} but received ${received}`,
    "Run rspp-contracts verify --help",
  );
}

async function verify(profile: VerifyProfile, options: ParsedOptions, io: CliIo): Promise<VerifyOutcome> {
  const { cwd } = io;
  const given = givenTime(options.value("now"), io);
  const now = given ?? reportTime(undefined, io);
  const planPath = options.value("plan") ?? DEFAULT_PLAN;
  const read = await readVerifyPlan(planPath, cwd);
  const baseline = options.value("baseline");
  if (baseline !== undefined && profile === "quick") {
    throw new UsageError(
      "Cannot use --baseline with quick: expected full or mvp but received a profile without regression gate",
    );
  }
  const plan =
    baseline === undefined || read.evidence === undefined
      ? read
      : { ...read, evidence: { ...read.evidence, baseline: [resolve(cwd, baseline)] } };
  const progress = createProgress(io);
  const maxBytes = parseByteSize("--max-bytes", options.value("max-bytes") ?? String(DEFAULT_MAX_BYTES));
  const reading = { io, progress, maxBytes, planName: shownPath(planPath, cwd), now };
  const settings = await loadGateProfile(plan.gate_profile ?? "mvp", cwd);
  const outcome = await runVerify({
    profile,
    gates: planGates({ plan, settings, profile, reading }),
    candidate: await readCandidate(plan, { io, commit: options.value("commit") }),
    policy: await readReleasePolicy(plan.readiness_policy, cwd),
    now,
    clock: given === undefined ? () => reportTime(undefined, io) : () => now,
    security: await readSecurity(plan.security_baseline, cwd),
    onGate: (id) => progress.show(`Gate ${id}`),
  });
  progress.clear();
  return outcome;
}

async function readSecurity(path: string | undefined, cwd: string): Promise<Uint8Array | undefined> {
  if (path === undefined) return undefined;
  const bytes = await readFile(resolve(cwd, path)).catch(async (error: unknown) => {
    throw await unreadablePath(error, { path, cwd });
  });
  return new Uint8Array(bytes);
}

/** Everything that is written, and what the summaries are made from. */
function withSummaries(outcome: VerifyOutcome): {
  readonly texts: VerifiedTexts;
  readonly report: VerifyReport;
} {
  const texts: VerifiedTexts = {
    ...outcome.reports,
    gate_run: `${canonicalJson(outcome.run)}\n`,
    release_readiness: `${canonicalJson(outcome.readiness)}\n`,
  };
  const written = VERIFIED_ARTIFACTS.flatMap((artifact) => {
    const text = texts[artifact.id];
    return text === undefined ? [] : [{ ...artifact, sha256: sha256Hex(text) }];
  });
  const report = { outcome, written };
  const summaries = {
    summary_markdown: renderVerifyMarkdown(report),
    summary_html: renderVerifyHtml(report),
  };
  return { texts: { ...texts, ...summaries }, report };
}

async function write(
  texts: VerifiedTexts,
  { out, now, cwd }: { readonly out: string; readonly now: string; readonly cwd: string },
): Promise<void> {
  await writeEvidenceFolder(resolve(cwd, out), texts, { now }).catch((error: unknown) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `Cannot write to ${shownPath(out, cwd)}: expected a writable directory but received ${systemReason(error)}`,
    );
  });
}
