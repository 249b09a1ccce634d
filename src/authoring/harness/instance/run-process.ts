/** Runs one call of `process`, from the event to its outcome. */

import { describeValue } from "../../../internal/describe-value.ts";
import { never } from "../../../internal/never.ts";
import { quote } from "../../../internal/quote.ts";
import type { OutcomeClass } from "../../node/node-definition.ts";
import type { NodeEvent, NodeOutput } from "../../node/node-event.ts";
import { isRefusal } from "../../node/refused-input.ts";
import type { NodeRuleId } from "../../rules/node-rules.ts";
import { giveOutput } from "../outputs/give-output.ts";
import { type Taken, takeOutputs } from "../outputs/take-outputs.ts";
import { isPayloadArray } from "../payload.ts";
import type { Oddity } from "../steps/input-oddity.ts";
import type { HookEntry } from "../transcript.ts";
import { type Breach, type HarnessWorld, type TurnState, violate } from "../world/harness-world.ts";
import { canEnd } from "../world/stillness.ts";
import { controllerOf } from "./controller-of.ts";
import { budgetRunsOut } from "./exhaust-budget.ts";
import { contextOf } from "./instance-context.ts";
import { rememberSamples } from "./judge-samples.ts";
import { hooksOf, type NodeInstance, type ProcessCall, type QueuedInput } from "./node-instance.ts";
import { errorText } from "./run-hook.ts";
import { isOfCancel } from "./turn-cancelled.ts";

/** The rule that an error breaks, by what was odd about the input. */
const RULE_OF: { readonly [O in Oddity]: NodeRuleId } = {
  unknown_type: "NODE-ROB-01",
  malformed: "NODE-ROB-02",
  duplicate: "NODE-ROB-03",
  out_of_order: "NODE-ROB-04",
  late: "NODE-ROB-05",
};

/** The rule that an outcome breaks, where the node is behind a boundary and the boundary said so. */
const BOUNDARY_RULE_OF: { readonly [O in OutcomeClass]?: NodeRuleId } = {
  timeout: "NODE-BND-01",
  overload: "NODE-BND-02",
  infrastructure_failure: "NODE-BND-04",
};

/** Calls `process` with the event and takes what it gives; undefined when that is over at once. Never rejects. */
export function runProcess(
  world: HarnessWorld,
  instance: NodeInstance,
  input: QueuedInput,
): Promise<void> | undefined {
  const { event, turn } = input;
  const { clock } = world;
  const started = clock.now;
  const call = beginCall(world, { instance, event, turn });
  const { entry } = call;
  const fault = world.faults.get("process");
  world.faults.delete("process");
  call.isInjected = fault !== undefined;
  instance.call = call;
  const came = world.received.get(event.envelope.event_id);
  if (came?.order === Number.POSITIVE_INFINITY) came.order = world.calls_begun;
  world.calls_begun += 1;
  instance.last_event = event;
  instance.last_events.set(turn, event);
  instance.reported = undefined;
  call.armBudget = () => {
    const left = Math.max(0, call.budget_ends - clock.now);
    call.timers.push(clock.schedule(left, () => budgetRunsOut(world, { instance, call })));
  };
  call.armBudget();
  world.transcript.push(entry);
  const running: Running = { instance, call, input, started, fault };
  let isCalled = false;
  let taken: Taken | Promise<Taken>;
  try {
    if (fault === "throw") throw new Error("Injected fault");
    const context = contextOf(world, { instance, turn });
    const begin = () => {
      const given = fault === "hang" ? never() : hooksOf(instance).process(context, event);
      isCalled = true;
      return given;
    };
    taken = takeOutputs(world, begin, {
      give: (output: NodeOutput) => giveOutput(world, output, { instance, event }),
      isOver: () => call.outcome !== undefined,
      over: call.whenPreempted,
    });
  } catch (error) {
    if (isCalled && !canEnd(world)) return endLater(world, running, Promise.reject(error));
    endProcess(world, running, { error });
    return canEnd(world) ? undefined : Promise.resolve();
  }
  if (taken instanceof Promise || !canEnd(world)) return endLater(world, running, taken);
  endProcess(world, running, { taken });
  return undefined;
}

/** A call and what it was made for. */
interface Running {
  readonly instance: NodeInstance;
  readonly call: ProcessCall;
  readonly input: QueuedInput;
  /** When it began, in ms. */
  readonly started: number;
  readonly fault: "throw" | "hang" | undefined;
}

/** How it went: one of both. */
type Went = { readonly taken: Taken } | { readonly error: unknown };

/** Ends a call after others have had their turn. */
async function endLater(
  world: HarnessWorld,
  running: Running,
  taking: Taken | Promise<Taken>,
): Promise<void> {
  let went: Went;
  try {
    went = { taken: await taking };
  } catch (error) {
    went = { error };
  }
  endProcess(world, running, went);
}

function endProcess(
  world: HarnessWorld,
  { instance, call, input: { event, oddity, samples }, started, fault }: Running,
  went: Went,
): void {
  const { clock } = world;
  const { entry } = call;
  const isFailed = "error" in went;
  const error = isFailed ? went.error : undefined;
  if (!isFailed) judgeRest(world, went.taken);
  for (const timer of call.timers) timer.cancel();
  entry.took_ms = clock.now - started;
  entry.outcome = outcomeOf({ instance, call, error, isFailed });
  if (entry.outcome === "infrastructure_failure" || entry.outcome === "overload") instance.hasFailed = true;
  if (isFailed && entry.outcome !== "cancelled") {
    entry.error = errorText(error);
    if (fault === undefined && entry.outcome === "infrastructure_failure" && instance.reported === undefined)
      violate(world, oddity === undefined ? "NODE-LIFE-01" : RULE_OF[oddity], {
        message: `process threw for event ${quote(event.type)}${oddity === undefined ? "" : ` (${oddity.replaceAll("_", " ")})`}`,
        expected: "outputs, or a RefusedInput",
        received: errorText(error),
      });
  }
  const { reported } = instance;
  const broken = reported === undefined || fault !== undefined ? undefined : BOUNDARY_RULE_OF[reported];
  if (broken !== undefined)
    violate(world, broken, {
      message: `The boundary ended process for event ${quote(event.type)} with the outcome ${reported}`,
      expected: "the outcome success, blocked or cancelled",
      received: `${reported}${entry.error === undefined ? "" : `: ${entry.error}`}`,
    });
  const { payload } = event;
  if (samples !== undefined && isPayloadArray(payload))
    rememberSamples(world, { instance, given: payload, samples });
  if (world.consumer.isUnderPressure) instance.held.causes.add(event.envelope.event_id);
  instance.call = undefined;
}

function judgeRest(world: HarnessWorld, { rest, isSteps }: Taken): void {
  if (!isSteps && rest !== undefined && rest !== null) violate(world, "NODE-ENV-02", noOutputs(rest));
}

const noOutputs = (given: unknown): Breach => ({
  message: `process gave ${describeValue(given)} in place of outputs`,
  expected: "an iterable of outputs, or nothing",
  received: describeValue(given),
  likely_cause: "An output is returned: yield it, or return an array",
});

function beginCall(
  world: HarnessWorld,
  {
    instance,
    event,
    turn,
  }: {
    readonly instance: NodeInstance;
    readonly event: NodeEvent;
    readonly turn: TurnState | undefined;
  },
): ProcessCall {
  const { clock } = world;
  const { turn_id } = event.envelope;
  const entry: HookEntry = {
    at_ms: clock.now,
    entry: "hook",
    hook: "process",
    ...(turn_id !== undefined && { turn_id }),
    event_id: event.envelope.event_id,
  };
  let preempted: Promise<void> | undefined;
  let isPreempted = false;
  let end = () => {};
  const call: ProcessCall = {
    event,
    turn,
    isOfOpenTurn: turn === undefined || turn.phase === "open",
    controller: controllerOf(world, { instance, turn }),
    entry,
    budget_ends: clock.now + world.node.descriptor.resources.timeout_ms,
    held_since: undefined,
    armBudget: () => {},
    must_end: undefined,
    armEnd: () => {},
    exhausted: 0,
    isOverBudget: false,
    isBudgetSettled: false,
    timers: [],
    isInjected: false,
    outcome: undefined,
    whenPreempted() {
      preempted ??= new Promise((resolve) => {
        end = resolve;
        if (isPreempted) resolve();
      });
      return preempted;
    },
    preempt(outcome) {
      call.outcome ??= outcome;
      isPreempted = true;
      end();
    },
  };
  return call;
}

interface Ended {
  readonly instance: NodeInstance;
  readonly call: ProcessCall;
  readonly error: unknown;
  readonly isFailed: boolean;
}

function outcomeOf({ instance, call, error, isFailed }: Ended): OutcomeClass {
  if (instance.reported !== undefined) return instance.reported;
  if (call.outcome !== undefined) return call.outcome;
  const { signal } = call.controller;
  const isStopped = call.isOfOpenTurn && signal.aborted;
  if (!isFailed) return isStopped ? "cancelled" : call.isOverBudget ? "timeout" : "success";
  if (isRefusal(error)) return "blocked";
  return signal.aborted && isOfCancel(error, signal.reason) ? "cancelled" : "infrastructure_failure";
}
