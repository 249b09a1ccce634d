/**
 * What a call of `process` gives after it was ended from outside. The harness takes nothing of it any more, so that no
 * transcript has it; but a generator that goes on has not stopped giving.
 */
import type { NodeContext } from "../../../authoring/node/node-context.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeEvent } from "../../../authoring/node/node-event.ts";
import type { NodeHooks } from "../../../authoring/node/node-hooks.ts";

/** The last output that a call stepped to, whether anybody took it or not. */
export interface LastStep {
  readonly at_ms: number;
  readonly type: string;
}

/** The last steps by `event_id` of what `process` got. */
export type LastSteps = Map<string, LastStep>;

type Steps = AsyncIterator<unknown>;

/** The node with a note of the steps of its asynchronous generators. Everything else is as it is. */
export const steppedNode = (node: NodeDefinition, last: LastSteps): NodeDefinition => ({
  ...node,
  create(init) {
    const hooks: NodeHooks = node.create(init) as unknown as NodeHooks;
    const stepping = (ctx: NodeContext, event: NodeEvent) =>
      watched(hooks.process(ctx, event), (value) => {
        const type = String((value as { readonly type?: unknown } | null)?.type);
        last.set(event.envelope.event_id, { at_ms: ctx.time.monotonic_ms(), type });
      });
    const get = (_: object, name: string | symbol): unknown => {
      if (name === "process") return stepping;
      const value: unknown = Reflect.get(hooks, name, hooks);
      return typeof value === "function" ? value.bind(hooks) : value;
    };
    return new Proxy({}, { get, has: (_, name) => name in hooks }) as ReturnType<NodeDefinition["create"]>;
  },
});

/** The same iterable, whose steps are looked at as they come. */
function watched<T>(given: T, onStep: (value: unknown) => void): T {
  if (typeof given !== "object" || given === null || "then" in given) return given;
  const begin = (given as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator];
  if (begin === undefined) return given;
  const iterable = {
    [Symbol.asyncIterator](): Steps {
      const steps: Steps = begin.call(given);
      return {
        next() {
          const step = steps.next();
          step.then?.(
            ({ done, value }) => {
              if (done !== true) onStep(value);
            },
            () => {},
          );
          return step;
        },
        return: (value) => steps.return?.(value) ?? Promise.resolve({ done: true, value }),
      };
    },
  };
  return iterable as T;
}
