/** What happens when a budget is used up: the hook is asked once, and `process` has to follow. */
import { describeValue } from "../../../internal/describe-value.ts";
import { quote } from "../../../internal/quote.ts";
import { BUDGET_OUTCOMES, type BudgetOutcome } from "../../node/node-context.ts";
import { giveOutput } from "../outputs/give-output.ts";
import { takeOutputs } from "../outputs/take-outputs.ts";
import { type HarnessWorld, violate } from "../world/harness-world.ts";
import { contextOf } from "./instance-context.ts";
import { hooksOf, type NodeInstance, type ProcessCall } from "./node-instance.ts";
import { runHook } from "./run-hook.ts";

/** The budget of a call is used up. A node without the hook is stopped. */
export function budgetRunsOut(
  world: HarnessWorld,
  { instance, call }: { readonly instance: NodeInstance; readonly call: ProcessCall },
): void {
  if (instance.call !== call || call.outcome !== undefined) return;
  call.exhausted += 1;
  if (hooksOf(instance).onBudgetExhausted === undefined) {
    call.preempt("timeout");
    return;
  }
  if (call.exhausted > 1) {
    breachOfEnd(world, call, "the budget was used up for the second time");
    call.preempt("timeout");
    return;
  }
  void exhaustBudget(world, { instance, outcome: "degrade" });
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
  const { isOk, value } = await runHook(world, {
    instance,
    hook: "onBudgetExhausted",
    invoke:
      ask === undefined
        ? undefined
        : () =>
            takeOutputs(world, ask(contextOf(world, { instance, turn }), outcome), {
              give: (output) => giveOutput(world, output, { instance }),
              isOver: () => false,
              over: new Promise(() => {}),
            }),
  });
  const answered = value === undefined || value === null ? outcome : value;
  const isKnown = (BUDGET_OUTCOMES as readonly unknown[]).includes(answered);
  if (isOk && !isKnown)
    violate(world, "NODE-BUD-01", {
      message: "onBudgetExhausted answered with something that is no outcome",
      expected: `one of ${BUDGET_OUTCOMES.join(", ")}, or nothing`,
      received: describeValue(value),
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
  const { cancel, resources } = node.descriptor;
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
  if (answer === "continue") {
    call.budget_ends = clock.now + resources.timeout_ms;
    clock.schedule(resources.timeout_ms, () => budgetRunsOut(world, { instance, call }));
    return;
  }
  clock.schedule(cancel.within_ms + 1, () => {
    if (instance.call !== call || call.outcome !== undefined || isHeldUp(world)) return;
    breachOfEnd(world, call, `it answered ${answer}`);
    call.preempt("timeout");
  });
}

/** A call that only waits for the consumer is not the node's fault. */
const isHeldUp = ({ consumer }: HarnessWorld): boolean => consumer.waiting.length > 0;

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
