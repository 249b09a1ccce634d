/** Cancel tokens by number: a signal cannot cross a boundary, a number can. */
import type { NodeContext } from "../../node/node-context.ts";

/** Numbers of cancel tokens. */
export interface CancelTokens {
  /** The number of the token of a context, from 1; from then on its cancel is told. */
  numberOf(ctx: NodeContext): number;
  /** The context that was last seen with a token. */
  contextOf(token: number | undefined): NodeContext | undefined;
  /** Nothing is told any more. */
  close(): void;
}

/** Told with the number and the context of a token at the moment at which it is cancelled. */
export type OnCancelled = (token: number, ctx: NodeContext) => void;

/** Numbers for the tokens of one instance; one that was cancelled before it was seen is told when it is seen. */
export function createCancelTokens(onCancelled: OnCancelled): CancelTokens {
  const numbers = new WeakMap<AbortSignal, number>();
  const contexts: NodeContext[] = [];
  const listening = new AbortController();
  return {
    numberOf(ctx) {
      const { signal } = ctx.cancel;
      const known = numbers.get(signal);
      if (known !== undefined) {
        contexts[known - 1] = ctx;
        return known;
      }
      const token = contexts.push(ctx);
      numbers.set(signal, token);
      const tell = () => onCancelled(token, contexts[token - 1] ?? ctx);
      if (signal.aborted) tell();
      else signal.addEventListener("abort", tell, { once: true, signal: listening.signal });
      return token;
    },
    contextOf: (token) => (token === undefined ? undefined : contexts[token - 1]),
    close: () => listening.abort(),
  };
}
