/** The gates over real providers: the live end-to-end gate, the fixed decisions, and the report that joins them. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import type { VerifyPlan } from "../../../contracts/deploy/verify-plan.ts";
import type {
  FixedDecisionsResult,
  LiveEndToEndResult,
} from "../../../contracts/observability/live-gate-fields.ts";
import type { LiveProviderChainReport } from "../../../contracts/observability/live-provider-chain-report.ts";
import type { GateOutcome } from "../../../gates/orchestration/gate.ts";
import { parseWireText } from "../../../internal/json-text/parse-wire-text.ts";
import { PLAIN_PALETTE } from "../../../internal/report-text/palette.ts";
import { unreadablePath } from "../../input/find-inputs.ts";
import { shownPath } from "../../input/input-path.ts";
import { diagnosticLines } from "../../report/finding-lines.ts";
import { UsageError } from "../../usage-error.ts";
import { judgeText } from "../../validation/judge-text.ts";
import type { VerifyReading } from "./verified-part.ts";

/** Reports of runs over real providers. */
export interface LiveEvidence {
  readonly streaming: LiveProviderChainReport;
  readonly nonStreaming: LiveProviderChainReport;
  /** Report of another tool; what is missing in it fails the decision that needs it. */
  readonly smoke: { readonly probe?: { readonly status?: string } } | undefined;
}

/** Reads the live reports. Throws UsageError for one that cannot be read. */
export async function readLiveEvidence(
  paths: NonNullable<VerifyPlan["live"]>,
  reading: VerifyReading,
): Promise<LiveEvidence> {
  const smoke = await readJson(paths.smoke, reading);
  const isObject = typeof smoke.value === "object" && smoke.value !== null;
  return {
    streaming: await readChainReport(paths.streaming, reading),
    nonStreaming: await readChainReport(paths.non_streaming, reading),
    smoke: isObject ? (smoke.value as NonNullable<LiveEvidence["smoke"]>) : undefined,
  };
}

/** Other tools write these reports, with fields of their own, so they are read as a consumer reads. */
async function readChainReport(path: string, reading: VerifyReading): Promise<LiveProviderChainReport> {
  const { name, value, bytes } = await readJson(path, reading);
  const kind = "live_provider_chain_report";
  const [judgement] = judgeText(bytes, {
    kind,
    unknownFields: "allow",
    warnings: false,
    maxBytes: reading.maxBytes,
  });
  if (judgement?.accepted === true) return value as LiveProviderChainReport;
  const lines = (judgement?.diagnostics ?? []).flatMap((one) =>
    diagnosticLines(judgement?.place(one) ?? one, { name, kind, palette: PLAIN_PALETTE }),
  );
  throw new UsageError(`Cannot use live report ${name}: expected a valid ${kind}\n${lines.join("\n")}`);
}

async function readJson(path: string, { io: { cwd }, maxBytes }: VerifyReading) {
  const name = shownPath(path, cwd);
  const bytes = await readFile(resolve(cwd, path)).catch(async (error: unknown) => {
    throw await unreadablePath(error, { path, cwd });
  });
  const parsed = parseWireText(new Uint8Array(bytes), { maxLength: maxBytes });
  if (parsed.ok) return { name, bytes: new Uint8Array(bytes), value: parsed.value };
  const [first] = parsed.problems;
  throw new UsageError(
    `Cannot use ${name}: expected JSON but received text with ${first?.code ?? "a fault"}`,
  );
}

/** The live end-to-end gate as an answer of a gate. */
export function liveOutcome({
  passed,
  samples,
  violations,
  waived,
  ...rest
}: LiveEndToEndResult): GateOutcome {
  const figures = {
    samples_count: samples,
    ...(rest.p50_ms !== undefined && { p50_ms: rest.p50_ms }),
    ...(rest.p95_ms !== undefined && { p95_ms: rest.p95_ms }),
    ...(waived && { waived_count: violations.length }),
  };
  const told = passed ? [] : violations.map(({ code, message }) => ({ code, message }));
  return { status: passed ? "pass" : "fail", violations: told, metrics: figures };
}

/** The fixed decisions as an answer of a gate. */
export function decisionsOutcome({ passed, decisions }: FixedDecisionsResult): GateOutcome {
  const violations = decisions.flatMap((decision) =>
    decision.violations.map(({ code, message }) => ({ code, message })),
  );
  return { status: passed ? "pass" : "fail", violations };
}
