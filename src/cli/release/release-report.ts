/** What `release` says, as text, JSON and Markdown. */
import type { ReadinessCheck, ReleaseReadiness } from "../../contracts/deploy/release-readiness.ts";
import type { ReleaseManifestResult } from "../../gates/release/build-release-manifest.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { markdownCode, markdownText } from "../../internal/report-text/markdown-text.ts";
import { type Palette, PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import type { FolderRefusal } from "../verify/read-verified-folder.ts";

/** How a release came out. */
export interface ReleaseOutcome {
  readonly readiness: ReleaseReadiness;
  readonly result: ReleaseManifestResult | FolderRefusal;
}

const WORDS = { pass: "pass", fail: "FAIL", not_required: "none" } as const;

const headline = ({ result }: ReleaseOutcome): string =>
  result.ok ? `Release ${result.manifest.release_id} may go out` : "No release";

/** One line for each report, with what to do below each that fails. */
export function renderReleaseText(outcome: ReleaseOutcome, palette: Palette = PLAIN_PALETTE): string {
  const { readiness, result } = outcome;
  const lines = readiness.checks.flatMap((check) => {
    const paint = { pass: palette.pass, fail: palette.fail, not_required: palette.dim }[check.status];
    const line = `  ${paint(WORDS[check.status])}  ${check.id}  ${palette.dim(printable(detailOf(check)))}`;
    if (check.status !== "fail") return [line];
    return [line, `        ${printable(check.message)}`, `        ${printable(check.hint)}`];
  });
  const paint = result.ok ? palette.pass : palette.fail;
  const refusal =
    result.ok || result.reason === "not_ready"
      ? []
      : [`  ${result.reason}: ${printable(result.message)}`, `        ${result.hint}`];
  return `${paint(headline(outcome))}\n${[...lines, ...refusal].join("\n")}\n`;
}

function detailOf(check: ReadinessCheck): string {
  if (check.status === "pass") return `${check.path}, ${ageText(check.age_ms)}`;
  return check.status === "fail" ? `${check.reason}, ${check.path}` : "not required";
}

function ageText(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const size = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  return ms < 0 ? `dated ${size} ahead` : `${size} old`;
}

/** The readiness, and the manifest or why there is none. */
export function renderReleaseJson({ readiness, result }: ReleaseOutcome): string {
  const rest = result.ok
    ? { manifest: result.manifest }
    : { refusal: { reason: result.reason, message: result.message, hint: result.hint } };
  return `${canonicalJson({ released: result.ok, readiness, ...rest })}\n`;
}

/** A table for a step summary. */
export function renderReleaseMarkdown(outcome: ReleaseOutcome): string {
  const rows = outcome.readiness.checks.map((check) => {
    const next = check.status === "fail" ? `${check.message}. ${check.hint}` : detailOf(check);
    const reason = check.status === "fail" ? `${check.status} (${check.reason})` : check.status;
    return `| ${markdownCode(check.id)} | ${markdownText(reason)} | ${markdownText(next)} |`;
  });
  const { result } = outcome;
  const refusal =
    result.ok || result.reason === "not_ready"
      ? ""
      : `\n${markdownText(`${result.message}. ${result.hint}`)}\n`;
  return `## ${markdownText(headline(outcome))}\n\n| Report | Status | |\n| --- | --- | --- |\n${rows.join("\n")}\n${refusal}`;
}
