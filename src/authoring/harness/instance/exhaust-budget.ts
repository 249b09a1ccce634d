/** What happens when a budget is used up: the hook is asked once, and `process` has to follow. */

import { describeValue } from "../../../internal/describe-value.ts";
import { never } from "../../../internal/never.ts";
import { quote } from "../../../internal/quote.ts";
import { BUDGET_OUTCOMES, type BudgetOutcome } from "../../node/node-context.ts";
import { giveOutput } from "../outputs/give-output.ts";
import { takeOutputs } from "../outputs/take-outputs.ts";
import { type HarnessWorld, violate } from "../world/harness-world.ts";
import { contextOf } from "./instance-context.ts";
import { hooksOf, type NodeInstance, type ProcessCall } from "./node-instance.ts";
import { runHook } from "./run-hook.ts";

/** The timer of a budget has fired. Time in which the call waited for the consumer did not count. */
export function budgetRunsOut(
  world: HarnessWorld,
  { instance, call }: { readonly instance: NodeInstance; readonly call: ProcessCall },
): void {
  const isOver = instance.call !== call || call.outcome !== undefined;
  if (isOver || call.isBudgetSettled || call.held_since !== undefined || world.clock.now < call.budget_ends)
    return;
  call.exhausted += 1;
  call.isOverBudget = true;
  if (call.exhausted > 1) endCall(world, call, "the budget was used up for the second time");
  else if (hooksOf(instance).onBudgetExhausted === undefined)
    demandEnd(world, { instance, call, why: "the node has no onBudgetExhausted" });
  else void exhaustBudget(world, { instance, outcome: "degrade" });
}

/** A call whose budget is used up has to end soon, by itself. */
function demandEnd(
  world: HarnessWorld,
  {
    instance,
    call,
    why,
  }: { readonly instance: NodeInstance; readonly call: ProcessCall; readonly why: string },
): void {
  const { clock, node } = world;
  call.must_end = clock.now + node.descriptor.cancel.within_ms + 1;
  call.armEnd = () => {
    const left = Math.max(0, (call.must_end ?? 0) - clock.now);
    const timer = clock.schedule(left, () => {
      const isOver = instance.call !== call || call.outcome !== undefined;
      if (isOver || call.held_since !== undefined || clock.now < (call.must_end ?? 0)) return;
      endCall(world, call, why);
    });
    call.timers.push(timer);
  };
  call.armEnd();
}

function endCall(world: HarnessWorld, call: ProcessCall, why: string): void {
  if (!call.isInjected) breachOfEnd(world, call, why);
  call.preempt("timeout");
}

/** Asks the hook what to do, takes what it gives, and holds the call that runs to the outcome. */
export async function exhaustBudget(
  world: HarnessWorld,
  { instance, outcome }: { readonly instance: NodeInstance; readonly outcome: BudgetOutcome },
): Promise<void> {
  const { call } = instance;
  const hooks = hooksOf(instance);
  const turn = instance.turn ?? call?.turn ?? world.turn;
  const ask = hooks.onBudgetExhausted?.bind(hooks);
  if (call !== undefined) call.exhausted = Math.max(1, call.exhausted);
  if (ask === undefined && !world.faults.has("onBudgetExhausted")) {
    // Nobody can be asked: the runtime ends what runs.
    call?.preempt("timeout");
    if (outcome === "terminate") follow(world, { instance, call, answer: outcome });
    return;
  }
  const { isOk, value } = await runHook(world, {
    instance,
    hook: "onBudgetExhausted",
    invoke:
      ask === undefined
        ? undefined
        : () => {
            const given = ask(contextOf(world, { instance, turn }), outcome);
            try {
              return takeOutputs(world, () => given, {
                give: (output) => giveOutput(world, output, { instance }),
                isOver: () => false,
                over: never,
              });
            } catch (error) {
              // What a step throws comes when the hook has given its outputs.
              return Promise.reject(error);
            }
          },
  });
  const answered = value?.rest ?? outcome;
  const isKnown = (BUDGET_OUTCOMES as readonly unknown[]).includes(answered);
  if (isOk && !isKnown)
    violate(world, "NODE-BUD-01", {
      message: "onBudgetExhausted answered with something that is no outcome",
      expected: `one of ${BUDGET_OUTCOMES.join(", ")}, or nothing`,
      received: describeValue(answered),
    });
  follow(world, { instance, call, answer: isKnown ? (answered as BudgetOutcome) : outcome });
}

interface Followed {
  readonly instance: NodeInstance;
  readonly call: ProcessCall | undefined;
  readonly answer: BudgetOutcome;
}

function follow(world: HarnessWorld, { instance, call, answer }: Followed): void {
  const { clock, node } = world;
  const { resources } = node.descriptor;
  const turn = instance.turn ?? call?.turn ?? world.turn;
  if (answer === "terminate" && turn !== undefined && turn.phase === "open") {
    turn.phase = "over";
    turn.is_terminated = true;
    turn.stops_by = clock.now;
    if (world.turn === turn) world.turn = undefined;
    world.consumer.giveUp(({ turn_id }) => turn_id === turn.turn_id);
    world.globals.run(world.host, () => turn.controller.abort(new Error("The budget is used up")));
    call?.preempt("timeout");
    return;
  }
  if (call === undefined || instance.call !== call || call.outcome !== undefined) return;
  call.isOverBudget = answer !== "continue";
  call.isBudgetSettled = call.isOverBudget;
  if (answer === "continue") {
    call.budget_ends = clock.now + resources.timeout_ms;
    call.armBudget();
    return;
  }
  demandEnd(world, { instance, call, why: `the outcome is ${answer}` });
}

function breachOfEnd(world: HarnessWorld, { event }: ProcessCall, why: string): void {
  const { timeout_ms } = world.node.descriptor.resources;
  const { within_ms } = world.node.descriptor.cancel;
  violate(world, "NODE-BUD-02", {
    message: `process for event ${quote(event.type)} goes on although its budget of ${timeout_ms} ms is used up`,
    expected: `an end within ${within_ms} ms, as ${why}`,
    received: "no end",
    likely_cause: "The node waits for something without looking at ctx.budget or ending in onBudgetExhausted",
  });
}
