/** The hooks of a node outside, as its surroundings call them. */
import type { NodeContext } from "../../node/node-context.ts";
import type { InstanceInit } from "../../node/node-definition.ts";
import type { NodeHooks } from "../../node/node-hooks.ts";
import { createOutsideSession } from "./outside-session.ts";
import type { OutsideTerms } from "./outside-terms.ts";

/**
 * The hooks of a new instance. The other side is started by `init`. Once it is gone `start` and `process` fail; it has
 * stopped and forgotten by then, so that stop and interruptions have nothing left to do, and a budget ends with
 * `terminate`.
 */
export function createOutsideHooks(terms: OutsideTerms, init: InstanceInit<unknown>): NodeHooks {
  const session = createOutsideSession(terms, init);
  const unlessGone = async (hook: "onCancel" | "onBargeIn" | "stop", ctx: NodeContext, reason?: string) => {
    if (session.is_gone) return;
    await session.call(hook, ctx, reason === undefined ? {} : { reason }).ended();
  };
  return {
    async init(ctx) {
      await session.begin(ctx);
      await session.call("init", ctx).ended();
    },
    async start(ctx) {
      await session.call("start", ctx).ended();
    },
    process: (ctx, event) => session.call("process", ctx, { event }).outputs,
    onCancel: (ctx, reason) => unlessGone("onCancel", ctx, reason),
    onBargeIn: (ctx) => unlessGone("onBargeIn", ctx),
    onBudgetExhausted: (ctx, outcome) =>
      session.is_gone ? "terminate" : session.call("onBudgetExhausted", ctx, { outcome }).outputs,
    async stop(ctx) {
      try {
        await unlessGone("stop", ctx);
      } finally {
        await session.end();
      }
    },
  };
}
