/** Cancel tokens of a served node. */
import type { CancelToken } from "../../node/node-context.ts";
import type { NodeRequestBody } from "../wire/node-message.ts";

/** A token that can be cancelled. */
export interface ServedToken extends CancelToken {
  cancel(request: NodeRequestBody & { readonly op: "cancel" }): void;
}

/** A token of which nobody has heard yet. */
export function createServedToken(): ServedToken {
  const controller = new AbortController();
  let reason: string | undefined;
  return {
    signal: controller.signal,
    get is_cancelled() {
      return controller.signal.aborted;
    },
    get reason() {
      return reason;
    },
    throwIfCancelled: () => controller.signal.throwIfAborted(),
    cancel(request) {
      reason ??= request.reason;
      const { name = "AbortError", message = request.reason } = request.error ?? {};
      controller.abort(Object.assign(new Error(message), { name }));
    },
  };
}
