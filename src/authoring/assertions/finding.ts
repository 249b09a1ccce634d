/** What a check of a run found: whether it holds, what was expected, what was there instead, and where. */

import type { TranscriptEntry } from "../harness/transcript.ts";
import { transcriptWindow } from "../harness/transcript-window.ts";
import type { NodeRuleId } from "../rules/node-rules.ts";
import type { Transcribed } from "../script/output-marbles.ts";

/** What a check of a run found. */
export interface Finding {
  readonly holds: boolean;
  /** As it stands after "expected". */
  readonly expected: string;
  /** As it stands after "received"; also where the check holds, for those who expect the opposite. */
  readonly received: string;
  /** The entry of the transcript around which the window is drawn; the last one unless told. */
  readonly at?: TranscriptEntry | undefined;
  readonly rule?: NodeRuleId;
  /** Further lines. */
  readonly lines?: readonly string[];
}

/** The message of a finding: what was expected and received, and what happened around it. */
export function findingText(
  { transcript }: Transcribed,
  { expected, received, at, rule, lines = [] }: Finding,
  { isNegated = false }: { readonly isNegated?: boolean } = {},
): string {
  const prefix = rule === undefined ? "" : `[${rule}] `;
  const marked = at === undefined ? transcript.length - 1 : transcript.indexOf(at);
  const window = marked < 0 ? [] : transcriptWindow(transcript, marked);
  return [
    `${prefix}Cannot accept the run: expected ${isNegated ? "not " : ""}${expected} but received ${received}`,
    ...lines.map((line) => `  ${line}`),
    ...(window.length > 0 ? ["", ...window.map((line) => `  ${line}`)] : []),
  ].join("\n");
}
