/** From a finding to what a report says of it. */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import { transcriptRows } from "../../../authoring/harness/transcript-window.ts";
import type { CheckFailure, TimelineRow } from "../../../contracts/conformance/conformance-report.ts";
import type { JsonObject } from "../../../contracts/conformance/stimulus.ts";
import { replayOptions } from "../../runner/check-failure.ts";
import { plainPayload } from "../compare/plain-payload.ts";
import type { NodeFinding, NodeScript } from "../run/node-run.ts";

/** Rows that are shown before and after the marked one. */
const WINDOW = { before: 24, after: 6 } as const;

/** Where a finding comes from. */
export interface FoundIn {
  readonly script: NodeScript;
  readonly seed: number;
  readonly path?: string;
  readonly command: (options: string) => string;
}

/** What a report says of a finding. */
export function nodeFailure(
  { rule, message, expected, received, likely_cause, transcript, marked }: NodeFinding,
  { script, seed, path, command }: FoundIn,
): CheckFailure {
  const from = Math.max(0, marked - WINDOW.before);
  const rows = transcriptRows(transcript, marked).slice(from, marked + WINDOW.after + 1);
  return {
    code: rule,
    requirement: rule,
    message,
    expected,
    received,
    ...(likely_cause !== undefined && { likely_cause }),
    seed,
    ...(path !== undefined && { path }),
    replay: command(replayOptions(rule, { seed, ...(path !== undefined && { path }) })),
    stimuli: script.map((step) => [stepAsJson(step)]),
    timeline: rows.map(
      ({ at_ms, from: side, name, turn_id, detail = "", marked: isMarked }): TimelineRow => ({
        at_ms,
        from: side,
        name,
        ...(turn_id !== undefined && { turn_id }),
        detail,
        ...(isMarked === true && { marked: true }),
      }),
    ),
  };
}

/** A step as JSON: typed arrays as base64. */
export const stepAsJson = (step: NodeStep): JsonObject =>
  step.kind === "input" && step.payload !== undefined
    ? { ...step, payload: plainPayload(step.payload) }
    : step;
