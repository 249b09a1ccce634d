/**
 * NODE-BP-02 and NODE-BP-03: a consumer that pauses and goes on gets what one gets that never pauses.
 *
 * The consumer pauses before the first input of a burst and goes on after the last one; or it takes one output at a
 * time. Where it goes on at the same instant, no time is lost, and every node has to give the same: types, payloads and
 * turns, in the same order. Where time goes by, calls are held up, which does not count for their budget; but a node
 * that looks at time may give something else by right. So the runs are compared only where neither more time before the
 * burst nor more time between its inputs changes the outputs. And the consumer pauses once more after the burst, where no
 * call runs any more: what timers give then waits, but the node works at the same times as without a pause. Times and
 * numbers are never compared. The scripts have no cancels and no ends of turns: what was held back would be fenced.
 *
 * What is missing of an input from before the consumer went on was lost (BP-03); what is missing of a later input, or
 * comes in another order, shows that the node does not go on as it did (BP-02).
 */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import { type NodeBench, type NodeRun, type NodeScript, runScript } from "../run/node-run.ts";
import { firstDifference } from "./compare-outputs.ts";
import { type Compared, type Comparison, NOT_COMPARED } from "./comparisons.ts";
import { judgePressure, textsOf } from "./judge-pressure.ts";
import { pinned } from "./pinned-script.ts";

const BOTH = ["NODE-BP-02", "NODE-BP-03"] as const;

const OF_TIME =
  "What the node gives depends on when it gives it, so that runs with and without a pause differ by right";

/** Runs the script with a fast consumer, and with slow ones. */
export const comparePressure: Comparison = async (given, { bench }) => {
  const script = [...pinned(given), timeToCatchUp(given)];
  const burst = isOneTurn(script) ? burstOf(script) : undefined;
  if (burst === undefined) return NOT_COMPARED;
  const plain = await runScript(bench, script);
  if (plain.fault !== undefined) return { ...NOT_COMPARED, fault: plain.fault };
  const exercised = new Set<NodeRuleId>();
  let isOfTime = false;
  const judge = async (fast: NodeRun, inserts: Inserted): Promise<Compared | undefined> => {
    const slow = await runScript(bench, inserted(script, inserts));
    if (slow.fault !== undefined) return { ...NOT_COMPARED, fault: slow.fault };
    const findings = judgePressure(fast, slow);
    if (findings.length > 0) return { findings, exercised: BOTH };
    if (isHeldUp(slow)) for (const rule of BOTH) exercised.add(rule);
    return undefined;
  };
  for (const wait of [0, ...pausesOf(plain)]) {
    const time: readonly NodeStep[] = wait === 0 ? [] : [{ kind: "advance", ms: wait }];
    const fast =
      wait === 0 ? plain : await runScript(bench, inserted(script, { ...burst, before: [], after: time }));
    if (wait > 0 && !(await isFreeOfTime(fast, { bench, script, burst, time }))) {
      isOfTime = true;
      continue;
    }
    for (const [before, after] of consumers(time)) {
      const compared = await judge(fast, { ...burst, before, after });
      if (compared !== undefined) return compared;
    }
  }
  const { to } = burst;
  if (script[to]?.kind === "advance" && isAtRest(plain, script, to)) {
    const [before, after] = [[{ kind: "pause_output" }], [{ kind: "resume_output" }]] as const;
    const compared = await judge(plain, { from: to, to: to + 1, before, after });
    if (compared !== undefined) return compared;
  }
  const incomparable = { rules: BOTH, reason: OF_TIME };
  return { findings: [], exercised: [...exercised], ...(isOfTime && { incomparable }) };
};

/** At the end a node that works at a pace has time for what it could not give while it was held up. */
const timeToCatchUp = (script: NodeScript): NodeStep => {
  const whole = script.reduce((sum, step) => sum + (step.kind === "advance" ? step.ms : 0), 0);
  return { kind: "advance", ms: Math.min(20_000, 500 + 2 * whole) };
};

/** Whether no call runs any more right before the step, so that nothing but outputs of timers can be held up. */
function isAtRest({ transcript }: NodeRun, script: NodeScript, step: number): boolean {
  const at = transcript.findIndex((entry) => entry.entry === "step" && entry.step === script[step]);
  const now = transcript[at]?.at_ms ?? 0;
  return transcript.every(
    (entry, index) => index > at || entry.entry !== "hook" || entry.at_ms + (entry.took_ms ?? 0) <= now,
  );
}

/**
 * Pauses in which time goes by, in ms: a short one, and one that is longer than all that the node does for an input.
 * Time in which a call is held up does not count for its budget; that of the other hooks does.
 */
function pausesOf({ transcript }: NodeRun): readonly number[] {
  const calls = transcript.flatMap((entry) => (entry.entry === "hook" ? [entry] : []));
  if (calls.some(({ hook }) => hook === "onBudgetExhausted")) return [];
  const longest = Math.max(0, ...calls.map(({ hook, took_ms = 0 }) => (hook === "process" ? took_ms : 0)));
  return [20, longest + 50];
}

/** What a consumer does before and after a burst. */
function consumers(
  time: readonly NodeStep[],
): readonly (readonly [before: readonly NodeStep[], after: readonly NodeStep[]])[] {
  const one = { kind: "grant_credit", amount: 1 } as const;
  return [
    [[{ kind: "pause_output" }], [...time, { kind: "resume_output" }]],
    [[{ kind: "grant_credit", amount: 0 }], [one, ...time, one, one, { kind: "resume_output" }]],
  ];
}

/** Whether nothing but one turn opens; what was held back when it ends would be fenced. */
const isOneTurn = (script: NodeScript): boolean =>
  script.every(
    ({ kind }, index) => kind === "input" || kind === "advance" || (kind === "open_turn" && index === 0),
  );

interface Burst {
  /** Index of the first input and of what follows the last one at its instant. */
  readonly from: number;
  readonly to: number;
}

/** The longest inputs in a row; undefined where there are none. */
function burstOf(script: NodeScript): Burst | undefined {
  let longest: Burst | undefined;
  let from = 0;
  for (const [index, { kind }] of [...script, { kind: "end" }].entries()) {
    if (kind === "input") continue;
    if (index > from && index - from > (longest === undefined ? 0 : longest.to - longest.from))
      longest = { from, to: index };
    from = index + 1;
  }
  return longest;
}

interface Inserted extends Burst {
  readonly before: readonly NodeStep[];
  readonly after: readonly NodeStep[];
}

const inserted = (script: NodeScript, { from, to, before, after }: Inserted): NodeScript => [
  ...script.slice(0, from),
  ...before,
  ...script.slice(from, to),
  ...after,
  ...script.slice(to),
];

interface Timed {
  readonly bench: NodeBench;
  readonly script: NodeScript;
  readonly burst: Burst;
  readonly time: readonly NodeStep[];
}

/** Whether neither time before the burst nor time between its inputs changes what comes of it. */
async function isFreeOfTime(fast: NodeRun, { bench, script, burst, time }: Timed): Promise<boolean> {
  const texts = textsOf(fast);
  const { from, to } = burst;
  const spread = script.slice(from, to).flatMap((step) => [step, ...time]);
  const later = inserted(script, { ...burst, before: time, after: time });
  const apart = [...script.slice(0, from), ...spread, ...script.slice(to)];
  for (const variant of [later, apart]) {
    const run = await runScript(bench, variant);
    if (run.fault !== undefined || firstDifference(texts, textsOf(run)) !== undefined) return false;
  }
  return true;
}

/** Whether an output waited: it was given on as the consumer went on. */
function isHeldUp({ transcript }: NodeRun): boolean {
  return transcript.some((entry, index) => {
    if (entry.entry !== "output") return false;
    const before: TranscriptEntry | undefined = transcript[index - 1];
    return (
      before?.entry === "step" &&
      (before.step.kind === "resume_output" || before.step.kind === "grant_credit")
    );
  });
}
