/** What one gate of a verification is made of: its answer, and the report that it wrote on the way. */
import type { GateOutcome, GateStage } from "../../../gates/orchestration/gate.ts";
import { canonicalJson } from "../../../internal/canonical-json.ts";
import { RELATIVE_PATHS } from "../../input/find-inputs.ts";
import type { InputReading } from "../../input/read-input.ts";
import { UsageError } from "../../usage-error.ts";
import type { VerifiedArtifactId } from "../verified-artifacts.ts";

/** The world of a verification. */
export interface VerifyReading extends InputReading {
  /** Name of the plan, as messages show it. */
  readonly planName: string;
  /** Time of every report, RFC 3339 in UTC, wall clock. */
  readonly now: string;
}

/** The answer of a gate, with the report behind it. */
export interface VerifiedPart {
  readonly outcome: GateOutcome;
  /** Absent where there was nothing to report on. */
  readonly report?: { readonly id: VerifiedArtifactId; readonly text: string | Uint8Array } | undefined;
}

/** A gate of a verification. */
export interface VerifyGate {
  readonly id: string;
  readonly stage: Extract<GateStage, "quick" | "full" | "mvp">;
  readonly required: boolean;
  /** Reports that it judges by; the run names each with its hash. */
  readonly reports: readonly VerifiedArtifactId[];
  judge(): Promise<VerifiedPart>;
}

/** Code of a gate whose inputs the plan does not name. */
export const INPUT_MISSING = "input_missing";

/** Code of a gate whose inputs cannot be read. */
export const INPUT_UNREADABLE = "input_unreadable";

/** The text of a report: canonical JSON, so that equal reports are equal bytes. */
export const reportText = (report: unknown): string => `${canonicalJson(report)}\n`;

/** A gate whose inputs the plan does not name fails: missing evidence is no pass. */
export function withoutInput(gate: string, part: string, { planName }: VerifyReading): VerifiedPart {
  const message = `Cannot judge ${gate}: expected "${part}" in ${planName} but received nothing`;
  return { outcome: { status: "fail", violations: [{ code: INPUT_MISSING, message }] } };
}

/** The gate's answer, or that its inputs cannot be read: then it fails alone, and the others are still judged. */
export async function readable(judge: () => Promise<VerifiedPart>): Promise<VerifiedPart> {
  try {
    return await judge();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // A report is the same on every machine, so it does not say where this one has its files.
    const hint = error.hint?.startsWith(RELATIVE_PATHS) ? "Paths are relative to the plan" : error.hint;
    const message = hint === undefined ? error.message : `${error.message}\n${hint}`;
    return { outcome: { status: "fail", violations: [{ code: INPUT_UNREADABLE, message }] } };
  }
}

/** What is found at the first call is given at every later one: several gates judge the same evidence. */
export function once<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

/** What was read, or undefined where it could not be: then another gate says so. */
export async function ifReadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
