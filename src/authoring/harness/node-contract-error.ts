/** The error of a node that broke rules, with the window of what happened around the first breach. */
import type { NodeViolation, TranscriptEntry } from "./transcript.ts";
import { transcriptWindow } from "./transcript-window.ts";

/** What was broken, and where in the transcript. */
export interface NodeBreaches {
  readonly broken: readonly NodeViolation[];
  readonly transcript: readonly TranscriptEntry[];
}

/** Thrown when a node broke rules that the test did not allow. */
export class NodeContractError extends Error {
  override readonly name = "NodeContractError";
  readonly violations: readonly NodeViolation[];

  constructor(node_id: string, { broken, transcript }: NodeBreaches) {
    super(messageOf(node_id, { broken, transcript }));
    this.violations = broken;
  }
}

function messageOf(node_id: string, { broken, transcript }: NodeBreaches): string {
  const [first] = broken;
  if (first === undefined) return `Node "${node_id}" broke no rule`;
  const cause = first.likely_cause === undefined ? [] : [`  likely cause: ${first.likely_cause}`];
  const others = broken
    .slice(1, 6)
    .map(({ rule, message, at_ms }) => `  [${rule}] ${message} (at ${at_ms} ms)`);
  const rest = broken.length - 6;
  return [
    `[${first.rule}] Node "${node_id}": ${first.message}`,
    `  expected: ${first.expected}`,
    `  received: ${first.received}`,
    ...cause,
    "",
    ...transcriptWindow(transcript, transcript.indexOf(first)).map((line) => `  ${line}`),
    ...(others.length > 0 ? ["", `  and ${broken.length - 1} more:`, ...others] : []),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join("\n");
}
