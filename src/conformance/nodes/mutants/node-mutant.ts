/** A mutant: a correct node with one bug in it, and the rule whose check has to notice. */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { NodeContext } from "../../../authoring/node/node-context.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeEvent } from "../../../authoring/node/node-event.ts";
import type { NodeHooks } from "../../../authoring/node/node-hooks.ts";
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import type { NodeConformanceOptions } from "../node-conformance-options.ts";

/** A broken node. */
export interface NodeMutant {
  readonly name: string;
  /** The rule whose check must fail. */
  readonly rule: NodeRuleId;
  /** What is wrong with it, in one sentence. */
  readonly why: string;
  readonly node: NodeDefinition;
  /** The node without the bug. */
  readonly correct: NodeDefinition;
  /** What a conformance run of the node has to be told. */
  readonly options?: Pick<NodeConformanceOptions, "inputs" | "inside">;
  /** Steps under which the harness itself notices, where it judges the rule. */
  readonly script?: readonly NodeStep[];
}

/** Hooks of any node. */
export type AnyHooks = NodeHooks<NodeContext, NodeEvent>;

/** The node with some of its hooks replaced in every instance. */
export const withHooks = (
  node: NodeDefinition,
  alter: (hooks: AnyHooks) => Partial<AnyHooks>,
): NodeDefinition => ({
  ...node,
  create(init) {
    const hooks = node.create(init) as unknown as AnyHooks;
    return { ...hooks, ...alter(hooks) } as unknown as ReturnType<NodeDefinition["create"]>;
  },
});

/** The node that hands its outputs over one by one, each altered. */
export const withOutputs = (
  node: NodeDefinition,
  alter: (
    output: AlteredOutput,
    context: { readonly ctx: NodeContext; readonly event: NodeEvent },
  ) => unknown,
): NodeDefinition =>
  withHooks(node, (hooks) => ({
    async *process(ctx, event) {
      const given = (await hooks.process(ctx, event)) ?? [];
      for await (const output of given) yield alter(output as AlteredOutput, { ctx, event }) as AlteredOutput;
    },
  }));

/** An output before it is altered. */
export interface AlteredOutput {
  readonly type: string;
  readonly payload: unknown;
  readonly envelope?: { readonly [name: string]: never };
}
