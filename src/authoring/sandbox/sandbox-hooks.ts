/** The hooks of a node that is a WASM module. */
import type { BudgetOutcome, NodeContext } from "../node/node-context.ts";
import type { InstanceInit } from "../node/node-definition.ts";
import type { NodeDescriptor } from "../node/node-descriptor.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { NodeHooks } from "../node/node-hooks.ts";
import { RefusedInput } from "../node/refused-input.ts";
import { encodeEvent, jsonBytes } from "./event-encoding.ts";
import type { SandboxProgram } from "./prepare-sandbox-program.ts";
import { BUDGET_OUTCOME_NUMBERS, type NodeExport } from "./sandbox-abi.ts";
import { createSandboxInstance, type SandboxAnswer, type SandboxCall } from "./sandbox-instance.ts";
import { SandboxFailure } from "./sandbox-refusal.ts";

/** What hooks are made from. */
export interface SandboxHooksSource {
  readonly program: SandboxProgram;
  readonly descriptor: Pick<NodeDescriptor, "node_id" | "version" | "max_buffered">;
}

const NO_BYTES = new Uint8Array();

/**
 * The hooks of a new instance. A call runs the module to its end and only then gives the outputs, one by one, so that
 * a module that fails gives none; what is not yet taken is dropped at a cancel, at a barge-in, and when a budget that
 * is used up does not end in `continue`.
 */
export function createSandboxHooks(
  { program, descriptor }: SandboxHooksSource,
  { config, host }: InstanceInit<unknown>,
): NodeHooks {
  const { node_id, version, max_buffered } = descriptor;
  const instance = createSandboxInstance(program, { node_id, max_buffered });
  let held: NodeOutput[] = [];

  /** The answer of a hook that the module has; nothing where it has none. */
  const ask = (hook: NodeExport, call: Omit<SandboxCall, "hook">): SandboxAnswer | undefined => {
    if (instance.death === undefined && !instance.has(hook)) return undefined;
    return instance.call({ hook, ...call });
  };

  const require = (hook: NodeExport, call: Omit<SandboxCall, "hook">): void => {
    const answer = ask(hook, call);
    if (answer !== undefined && answer.result !== 0) throw failed(hook, answer.result);
  };

  const failed = (hook: string, result: number) =>
    new SandboxFailure(
      `Cannot run ${hook} of node "${node_id}": expected 0 but received ${result} from the module`,
      "infrastructure_failure",
    );

  /** A dead module has nothing left to interrupt or to stop. */
  const interrupt = (hook: NodeExport, call: Omit<SandboxCall, "hook">): void => {
    held = [];
    if (instance.death === undefined) require(hook, call);
  };

  return {
    init(ctx) {
      instance.boot(ctx);
      const { session_id, turn_id, determinism } = ctx;
      const about = { node_id, version, session_id, turn_id, seed: determinism.seed, config };
      require("rspp_init", { ctx, message: { json: jsonBytes(about), bytes: NO_BYTES } });
    },
    start: (ctx) => require("rspp_start", { ctx }),
    *process(ctx, event) {
      held = [...processed(ctx, event)];
      for (let next = held.shift(); next !== undefined; next = held.shift()) yield next;
    },
    onCancel: (ctx, reason) =>
      interrupt("rspp_on_cancel", {
        ctx,
        message: { json: new TextEncoder().encode(reason), bytes: NO_BYTES },
      }),
    onBargeIn: (ctx) => interrupt("rspp_on_barge_in", { ctx }),
    *onBudgetExhausted(ctx, outcome) {
      const { answer, outputs } = exhausted(ctx, outcome);
      if (answer !== "continue") held = [];
      yield* outputs;
      return answer;
    },
    stop: (ctx) => interrupt("rspp_stop", { ctx }),
  };

  function processed(ctx: NodeContext, event: NodeEvent): readonly NodeOutput[] {
    try {
      const answer = instance.call({
        hook: "rspp_process",
        ctx,
        message: encodeEvent(event),
        givesOutputs: true,
      });
      if (answer.refusal !== undefined) throw new RefusedInput(answer.refusal);
      if (answer.result !== 0) throw failed("rspp_process", answer.result);
      if (answer.outcome !== "success") host.report(answer.outcome);
      return answer.outputs;
    } catch (error) {
      if (error instanceof SandboxFailure) host.report(error.outcome);
      throw error;
    }
  }

  function exhausted(
    ctx: NodeContext,
    outcome: BudgetOutcome,
  ): { readonly answer: BudgetOutcome; readonly outputs: readonly NodeOutput[] } {
    if (instance.death !== undefined) return { answer: "terminate", outputs: [] };
    const number = BUDGET_OUTCOME_NUMBERS.indexOf(outcome);
    const given = ask("rspp_on_budget_exhausted", { ctx, number, givesOutputs: true });
    if (given === undefined) return { answer: outcome, outputs: [] };
    const answer = BUDGET_OUTCOME_NUMBERS[given.result];
    if (answer === undefined) throw failed("rspp_on_budget_exhausted", given.result);
    return { answer, outputs: given.outputs };
  }
}
