/**
 * Reads the folder of a verification for a release. Nothing in it may have changed since, not even what a release
 * does not rest on: a folder with a changed summary is not the one that was verified.
 */

import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { SourceArtifact } from "../../contracts/deploy/release-manifest.ts";
import type {
  EvidenceFound,
  EvidenceRefusal,
  EvidenceRefusalCode,
} from "../../evidence/store/evidence-store.ts";
import { DEFAULT_MAX_AHEAD_MS } from "../../evidence/store/evidence-store.ts";
import type { ReadinessArtifact } from "../../gates/release/evaluate-release-readiness.ts";
import { DEFAULT_MAX_AGE_MS, type ReadinessPolicy } from "../../gates/release/readiness-policy.ts";
import type { ReadinessInput } from "../../gates/release/readiness-report.ts";
import { quote } from "../../internal/quote.ts";
import { validateText } from "../../validators/validate-text.ts";
import { shownPath } from "../input/input-path.ts";
import { artifactStore, RECORDS, readVerified } from "./evidence-folder.ts";
import {
  evidenceRef,
  SHOWN_DIGITS,
  VERIFIED_ARTIFACTS,
  type VerifiedArtifact,
  verifiedArtifact,
} from "./verified-artifacts.ts";

/** Why a folder is refused although its reports may each be good. */
export interface FolderRefusal {
  readonly ok: false;
  readonly reason: EvidenceRefusalCode | "failed" | "invalid";
  readonly message: string;
  readonly hint: string;
}

/** What a folder holds for a release. */
export interface VerifiedFolder {
  readonly artifacts: Partial<Record<ReadinessInput, ReadinessArtifact>>;
  readonly refusal?: FolderRefusal | undefined;
  /** What a release rests on beside its reports. */
  readonly sources: Readonly<Record<string, SourceArtifact>>;
}

/** How a folder is read. */
export interface FolderReading {
  readonly cwd: string;
  readonly policy: ReadinessPolicy;
  /** RFC 3339 in UTC, wall clock. */
  readonly now: string;
  /** The version that is to go out, and the specification that it is of. */
  readonly pipelineVersion: string;
  readonly specRef: string;
}

/** Whether a directory was written by `verify`; anything else is a plain store of evidence. */
export async function isVerifiedFolder(root: string): Promise<boolean> {
  const found = await stat(join(root, RECORDS)).catch(() => undefined);
  return found?.isDirectory() === true;
}

const OTHERS = ["gate_run", "release_readiness", "summary_markdown", "summary_html"] as const;
const AGAIN = "Run rspp-contracts verify again";

/** The reports in a folder, each with why it could not be read, and what is wrong with the folder as a whole. */
export async function readVerifiedFolder(root: string, reading: FolderReading): Promise<VerifiedFolder> {
  const shown = (path: string) => shownPath(path, reading.cwd);
  const inWords = (refusal: EvidenceRefusal) => refusal.message.replaceAll(root, shown(root));
  const artifacts: Partial<Record<ReadinessInput, ReadinessArtifact>> = {};
  const reports = new Map<ReadinessInput, EvidenceFound>();
  for (const artifact of VERIFIED_ARTIFACTS) {
    const { id } = artifact;
    if (!isReport(id)) continue;
    const found = await readVerified(root, artifact);
    if (found.ok) {
      reports.set(id, found);
      artifacts[id] = { path: shown(found.path), content: found.payload };
    } else {
      const problem = await problemOf(found, join(root, artifact.file));
      artifacts[id] = { path: shown(found.path), problem, message: inWords(found), hint: found.hint };
    }
  }
  const { policy, now } = reading;
  const { max_age_ms = DEFAULT_MAX_AGE_MS, max_ahead_ms = DEFAULT_MAX_AHEAD_MS } = policy;
  const others = new Map<string, EvidenceFound>();
  for (const id of OTHERS) {
    const artifact = verifiedArtifact(id);
    const found = await artifactStore(root, artifact).verifyFresh(id, max_age_ms, {
      now,
      maxAheadMs: max_ahead_ms,
      kind: id,
      schema_version: artifact.schemaVersion,
    });
    if (!found.ok) {
      const reason = await problemOf(found, join(root, artifact.file));
      return { artifacts, sources: {}, refusal: { ok: false, reason, message: inWords(found), hint: AGAIN } };
    }
    others.set(id, found);
  }
  const [run, readiness] = [others.get("gate_run"), others.get("release_readiness")];
  if (run === undefined || readiness === undefined)
    throw new Error("Cannot read the folder without a gate run");
  const { sha256, generated_at_utc } = run.artifact;
  const sources = { gate_run: { path: shown(run.path), sha256, generated_at_utc } };
  const absent = VERIFIED_ARTIFACTS.filter(({ id }) => isReport(id) && isMissing(artifacts[id]));
  const refusal =
    refusalOfRun(run, { reports, reading, path: shown(run.path), absent }) ??
    refusalOfReadiness(readiness, { reports, absent, path: shown(readiness.path) }) ??
    refusalOfSummaries(others, { sha256, shown });
  return { artifacts, sources, refusal };
}

const isMissing = (artifact: ReadinessArtifact | undefined): boolean =>
  artifact !== undefined && "problem" in artifact && artifact.problem === "missing";

type ReportId = Exclude<(typeof VERIFIED_ARTIFACTS)[number]["id"], (typeof OTHERS)[number]>;

const isReport = (id: (typeof VERIFIED_ARTIFACTS)[number]["id"]): id is ReportId =>
  !OTHERS.some((other) => other === id);

/** A report without its record was put there by somebody else; one that is nowhere was never written. */
async function problemOf({ reason }: EvidenceRefusal, file: string) {
  if (reason === "invalid_id") return "unreadable";
  if (reason !== "missing") return reason;
  const left = await stat(file).catch(() => undefined);
  return left === undefined ? "missing" : "foreign";
}

/** What the run of a folder is held against. */
interface RunFacts {
  readonly reports: ReadonlyMap<ReadinessInput, EvidenceFound>;
  /** Artifacts of which nothing is there. */
  readonly absent: readonly VerifiedArtifact[];
  readonly reading: FolderReading;
  readonly path: string;
}

function refusalOfRun(
  run: EvidenceFound,
  { reports, absent, reading, path }: RunFacts,
): FolderRefusal | undefined {
  const refuse = refusalAt(path);
  const parsed = validateText("gate_run", run.payload);
  if (!parsed.ok) return refuse("invalid", "a valid gate_run", `${parsed.diagnostics.length} problems`);
  const { candidate_ref, results, spec_ref, status } = parsed.value;
  const verified = candidate_ref.slice(0, candidate_ref.lastIndexOf("@"));
  if (verified !== reading.pipelineVersion) {
    return refuse("foreign", `evidence of ${quote(reading.pipelineVersion)}`, `that of ${quote(verified)}`);
  }
  if (spec_ref !== reading.specRef) {
    const received = spec_ref === undefined ? "that of none" : `that of ${quote(spec_ref)}`;
    return refuse("foreign", `evidence of specification ${quote(reading.specRef)}`, received);
  }
  if (status !== "pass") {
    const open = results.filter((one) => one.status === "fail" || one.status === "not_evaluated");
    const gates = open.map(({ gate_id }) => gate_id).join(", ");
    return refuse("failed", "a run that passed", `one in which ${gates} did not`);
  }
  const named = [...new Set(results.flatMap(({ evidence_refs }) => evidence_refs))];
  const lost = absent.find(({ file }) => named.some((ref) => ref.startsWith(`${file}@`)));
  if (lost !== undefined) return refuse("missing", `${lost.file}, which it judged by,`, "nothing");
  for (const [id, { artifact }] of reports) {
    const { file } = verifiedArtifact(id);
    // No gate of ours judges the report of another tool, so no run names it.
    if (id === "security_baseline_report" || named.includes(evidenceRef(file, artifact.sha256))) continue;
    return refuse("swapped", `${file} of the same run`, "that of another run");
  }
  return undefined;
}

/** What the plan asked of a release holds, whatever the call of `release` asks. */
function refusalOfReadiness(
  readiness: EvidenceFound,
  { reports, absent, path }: Pick<RunFacts, "reports" | "absent" | "path">,
): FolderRefusal | undefined {
  const refuse = refusalAt(path);
  const parsed = validateText("release_readiness", readiness.payload);
  if (!parsed.ok)
    return refuse("invalid", "valid release_readiness", `${parsed.diagnostics.length} problems`);
  const { checks } = parsed.value;
  for (const [id, { artifact }] of reports) {
    const check = checks.find((one) => one.id === id);
    const isAnother =
      check?.status !== "fail" && !(check?.status === "pass" && check.sha256 === artifact.sha256);
    if (isAnother) return refuse("swapped", `readiness that judged this ${id}`, "that of another run");
  }
  const passed = checks.filter(({ status }) => status === "pass");
  // A report that is there and broken is told by its own check.
  const lost = passed.find(({ id }) => absent.some((one) => one.id === id));
  if (lost !== undefined) return refuse("missing", `${lost.path}, which it judged by,`, "nothing");
  if (parsed.value.passed) return undefined;
  const open = checks.flatMap((check) => (check.status === "fail" ? [`${check.id} (${check.reason})`] : []));
  return refuse("failed", "readiness by the policy of the plan", open.join(", "));
}

/** The summaries tell the hash of the gate run that they are about. */
function refusalOfSummaries(
  others: ReadonlyMap<string, EvidenceFound>,
  { sha256, shown }: { readonly sha256: string; readonly shown: (path: string) => string },
): FolderRefusal | undefined {
  for (const [id, { payload, path }] of others) {
    const isSame = new TextDecoder().decode(payload).includes(sha256.slice(0, SHOWN_DIGITS));
    if (!id.startsWith("summary_") || isSame) continue;
    return refusalAt(shown(path))("swapped", "the summary of the same run", "that of another run");
  }
  return undefined;
}

function refusalAt(path: string) {
  return (reason: FolderRefusal["reason"], expected: string, received: string): FolderRefusal => {
    const message = `Cannot release on ${path}: expected ${expected} but received ${received}`;
    return { ok: false, reason, message, hint: AGAIN };
  };
}
