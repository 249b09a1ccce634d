/** Which rules a run puts to the test. A rule that no run has put to the test is not passed. */
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import type { NodeFacts } from "../run/node-facts.ts";
import { canaryOutputs, carriesRaw } from "./raw-data.ts";
import { type PlacedStep, placedSteps } from "./step-places.ts";

/** What a run is looked at with. */
export interface Exercise {
  readonly node: NodeDefinition;
  readonly facts: NodeFacts;
  readonly isAnyOrder?: boolean;
}

const OF_ANY_CALL = [
  "NODE-LIFE-01",
  "NODE-LIFE-03",
  "NODE-LIFE-04",
  "NODE-LIFE-05",
  "NODE-SCOPE-03",
  "NODE-DET-03",
  "NODE-ROB-07",
] as const;

const OF_ANY_OUTPUT = [
  "NODE-ENV-01",
  "NODE-ENV-02",
  "NODE-ENV-03",
  "NODE-ENV-04",
  "NODE-ENV-05",
  "NODE-ENV-06",
  "NODE-ENV-08",
  "NODE-DATA-01",
] as const;

const ODD: readonly (readonly [prefix: string, rule: NodeRuleId])[] = [
  ["unknown-", "NODE-ROB-01"],
  ["malformed-", "NODE-ROB-02"],
  ["twice-", "NODE-ROB-03"],
  ["early-", "NODE-ROB-04"],
  ["late-", "NODE-ROB-05"],
];

/** The rules that the run puts to the test. */
export function exercisedRules(
  transcript: readonly TranscriptEntry[],
  { node, facts, isAnyOrder = false }: Exercise,
): ReadonlySet<NodeRuleId> {
  const rules = new Set<NodeRuleId>();
  const add = (...added: readonly NodeRuleId[]) => {
    for (const rule of added) rules.add(rule);
  };
  const turns = new Set<string | undefined>();
  let isMoved = false;
  let isReleased = false;
  for (const entry of transcript) {
    switch (entry.entry) {
      case "step": {
        const { kind } = entry.step;
        if (kind === "rotate_lease" || kind === "migrate") isMoved = true;
        isReleased = kind === "resume_output" || kind === "grant_credit";
        break;
      }
      case "hook": {
        const { hook, event_id } = entry;
        isReleased = false;
        if (hook !== "process") add("NODE-LIFE-02");
        else {
          add(...OF_ANY_CALL, "NODE-BND-01", "NODE-BND-02", "NODE-BND-04", "NODE-BND-05");
          if (isAnyOrder) add("NODE-ROB-06");
          for (const [prefix, rule] of ODD) if (event_id?.startsWith(prefix)) add(rule);
        }
        if (hook === "onBudgetExhausted") add("NODE-BUD-01");
        if (hook === "process" && (entry.took_ms ?? 0) >= node.descriptor.resources.timeout_ms)
          add("NODE-BUD-02");
        break;
      }
      case "dropped":
        for (const [prefix, rule] of ODD) if (entry.event_id.startsWith(prefix)) add(rule);
        break;
      case "output":
        add(...OF_ANY_OUTPUT);
        turns.add(entry.envelope.turn_id);
        if (isMoved) add("NODE-ENV-07");
        if (turns.size > 1) add("NODE-SCOPE-01");
        if (isReleased && entry.delivery === "delivered") add("NODE-BP-01");
        break;
    }
  }
  const takesTime = facts.longest_call > 0 || facts.longest_tail > 0;
  for (const step of placedSteps(transcript, facts))
    if (takesTime ? step.isBusy : step.hasInput) add(...rulesOfStep(step));
  if (transcript.some((entry) => carriesRaw(node, entry))) add("NODE-DATA-03");
  if (rules.has("NODE-DATA-03") && canaryOutputs(node, transcript).length > 0) add("NODE-DATA-02");
  return rules;
}

/** The rules that a step puts to the test that comes while the node works. */
function rulesOfStep({ entry: { step } }: PlacedStep): readonly NodeRuleId[] {
  switch (step.kind) {
    case "commit_turn":
    case "abort_turn":
    case "open_turn":
      return ["NODE-SCOPE-02"];
    case "cancel":
      return ["NODE-CXL-01", "NODE-CXL-02", "NODE-CXL-03", "NODE-BND-03"];
    case "barge_in":
      return ["NODE-CXL-05"];
    case "exhaust_budget":
      return [
        ...(step.outcome === "continue" ? [] : (["NODE-BUD-02"] as const)),
        ...(step.outcome === "terminate" ? (["NODE-BUD-03"] as const) : []),
      ];
    default:
      return [];
  }
}
