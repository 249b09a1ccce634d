/** Runs one call of `process`, from the event to its outcome. */
import { quote } from "../../../internal/quote.ts";
import type { OutcomeClass } from "../../node/node-definition.ts";
import type { NodeEvent, NodeOutput } from "../../node/node-event.ts";
import { isRefusal } from "../../node/refused-input.ts";
import type { NodeRuleId } from "../../rules/node-rules.ts";
import { giveOutput } from "../outputs/give-output.ts";
import { takeOutputs } from "../outputs/take-outputs.ts";
import { isPayloadArray, isSameArray } from "../payload.ts";
import type { Oddity } from "../steps/input-oddity.ts";
import type { HookEntry } from "../transcript.ts";
import { type HarnessWorld, type TurnState, violate } from "../world/harness-world.ts";
import { budgetRunsOut } from "./exhaust-budget.ts";
import { contextOf } from "./instance-context.ts";
import { hooksOf, type NodeInstance, type ProcessCall, type QueuedInput } from "./node-instance.ts";
import { errorText, never } from "./run-hook.ts";

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

/** Calls `process` with the event and takes what it gives. Never rejects. */
export async function runProcess(
  world: HarnessWorld,
  instance: NodeInstance,
  { event, turn, oddity }: QueuedInput,
): Promise<void> {
  const { clock } = world;
  const started = clock.now;
  const call = beginCall(world, { event, turn });
  const { entry } = call;
  const fault = world.faults.get("process");
  world.faults.delete("process");
  instance.call = call;
  instance.last_event = event;
  instance.reported = undefined;
  const { payload } = event;
  const before = isPayloadArray(payload) ? payload.slice() : undefined;
  const timer = clock.schedule(world.node.descriptor.resources.timeout_ms, () =>
    budgetRunsOut(world, { instance, call }),
  );
  world.transcript.push(entry);
  let error: unknown;
  let isFailed = false;
  try {
    if (fault === "throw") throw new Error("Injected fault");
    const context = contextOf(world, { instance, turn });
    const given =
      fault === "hang"
        ? never()
        : world.globals.run(world.host, () => hooksOf(instance).process(context, event));
    await takeOutputs(world, given, {
      give: (output: NodeOutput) => giveOutput(world, output, { instance, event }),
      isOver: () => call.outcome !== undefined,
      over: call.preempted,
    });
  } catch (thrown) {
    error = thrown;
    isFailed = true;
  }
  timer.cancel();
  entry.took_ms = clock.now - started;
  entry.outcome = outcomeOf({ instance, call, error, isFailed });
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
  if (before !== undefined && isPayloadArray(payload) && !isSameArray(before, payload))
    violate(world, "NODE-ROB-07", {
      message: `process changed the payload of event ${quote(event.type)}`,
      expected: "an input that is left alone",
      received: "other samples after the call than before",
      likely_cause: "Samples are changed in place; others may read the same memory: work on a copy",
    });
  if (world.consumer.isUnderPressure) instance.held.causes.add(event.envelope.event_id);
  instance.call = undefined;
  world.open_work -= 1;
}

function beginCall(
  world: HarnessWorld,
  { event, turn }: { readonly event: NodeEvent; readonly turn: TurnState | undefined },
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
  let end = () => {};
  const preempted = new Promise<void>((resolve) => {
    end = resolve;
  });
  const call: ProcessCall = {
    event,
    turn,
    entry,
    budget_ends: clock.now + world.node.descriptor.resources.timeout_ms,
    exhausted: 0,
    outcome: undefined,
    preempted,
    preempt(outcome) {
      call.outcome ??= outcome;
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
  const isStopped = call.turn !== undefined && call.turn.phase !== "open";
  if (!isFailed) return isStopped ? "cancelled" : call.exhausted > 0 ? "timeout" : "success";
  if (isRefusal(error)) return "blocked";
  const isAbort = error instanceof Error && (error.name === "AbortError" || error.name === "TurnCancelled");
  const isReason = call.turn !== undefined && error === call.turn.controller.signal.reason;
  return isStopped && (isReason || isAbort) ? "cancelled" : "infrastructure_failure";
}
