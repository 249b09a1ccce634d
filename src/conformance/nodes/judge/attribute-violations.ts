/**
 * From the violations of a run to findings by rule. The harness says what happened; here it is read once more where
 * one breach breaks another rule as well, or another one than it looks like:
 *
 * - a node that throws for an odd input breaks the rule of that kind of input, not that hooks do not fail;
 * - an attempt to change a frozen input throws, which is the breach of "input is left alone";
 * - a hook that fails in a random life fails because of the order of that life;
 * - chance that is drawn while the budget is used up makes the fallback one that nobody can repeat;
 * - a node outside that goes on after a cancel was not reached by it.
 */
import type { HookEntry, NodeViolation, TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import type { NodeFinding, NodeRun } from "../run/node-run.ts";
import { oddRuleOf } from "../scripts/odd-inputs.ts";

/** How a run is read. */
export interface Reading {
  readonly node: NodeDefinition;
  /** The script is a random life: any order of turns, interruptions and moves. */
  readonly isAnyOrder?: boolean;
}

const FROZEN = /read only property|not extensible|Cannot (?:add|delete|redefine|assign)/;

/** The first finding of each rule that the run breaks. */
export function attributeViolations({ transcript }: NodeRun, reading: Reading): readonly NodeFinding[] {
  const found = new Map<NodeRuleId, NodeFinding>();
  for (const [index, entry] of transcript.entries()) {
    if (entry.entry !== "violation") continue;
    for (const { rule, likely_cause = entry.likely_cause } of rulesOf(transcript, {
      index,
      entry,
      reading,
    })) {
      if (found.has(rule)) continue;
      const { message, expected, received } = entry;
      const cause = likely_cause === undefined ? {} : { likely_cause };
      found.set(rule, { rule, message, expected, received, ...cause, transcript, marked: index });
    }
  }
  return [...found.values()];
}

interface Attributed {
  readonly rule: NodeRuleId;
  readonly likely_cause?: string;
}

interface Place {
  readonly index: number;
  readonly entry: NodeViolation;
  readonly reading: Reading;
}

function rulesOf(transcript: readonly TranscriptEntry[], place: Place): readonly Attributed[] {
  const { entry, reading, index } = place;
  const { rule } = entry;
  switch (rule) {
    case "NODE-LIFE-01":
    case "NODE-LIFE-02": {
      const odd = rule === "NODE-LIFE-01" ? oddityOf(transcript, place) : undefined;
      if (odd !== undefined) return [odd];
      return reading.isAnyOrder ? [{ rule }, { rule: "NODE-ROB-06" }] : [{ rule }];
    }
    case "NODE-DET-03":
      return runsAt(transcript, { index, hook: "onBudgetExhausted" })
        ? [{ rule }, { rule: "NODE-BUD-04" }]
        : [{ rule }];
    case "NODE-CXL-01":
    case "NODE-CXL-02":
      return reading.node.descriptor.execution_mode === "in_process"
        ? [{ rule }]
        : [{ rule }, { rule: "NODE-BND-03" }];
    default:
      return [{ rule }];
  }
}

/** What was odd about the input that `process` failed on. */
function oddityOf(transcript: readonly TranscriptEntry[], { index, entry }: Place): Attributed | undefined {
  const { received } = entry;
  const call = transcript
    .slice(0, index)
    .findLast(
      (one): one is HookEntry => one.entry === "hook" && one.hook === "process" && one.error === received,
    );
  const rule = oddRuleOf(call?.event_id);
  if (rule === "NODE-ROB-02")
    return {
      rule,
      likely_cause:
        "The port has no schema, so that nobody refuses malformed payloads: give it one, or throw a RefusedInput",
    };
  if (rule !== undefined) return { rule };
  return call !== undefined && FROZEN.test(received) ? { rule: "NODE-ROB-07" } : undefined;
}

/** Whether a call of the hook ran when the entry was written. */
function runsAt(
  transcript: readonly TranscriptEntry[],
  { index, hook }: { readonly index: number; readonly hook: HookEntry["hook"] },
): boolean {
  const at_ms = transcript[index]?.at_ms ?? 0;
  const last = transcript.slice(0, index).findLast((one) => one.entry === "hook");
  return last?.entry === "hook" && last.hook === hook && last.at_ms + (last.took_ms ?? 0) >= at_ms;
}
