/** What the kit tells a node outside, with the virtual time at which it does; virtual time waits for the answer. */
import type { NodeContext } from "../../node/node-context.ts";
import type { NodeHost, OutcomeClass } from "../../node/node-definition.ts";
import type { BoundaryUsage } from "../boundary-source.ts";
import { NodeBoundaryError } from "../node-boundary-error.ts";
import type { NodeRequestBody } from "../wire/node-message.ts";
import type { Conversation } from "./node-conversation.ts";
import type { OutsideTerms } from "./outside-terms.ts";

/** The talk of one instance. */
export interface OutsideTalk {
  /** Nobody is on the other side, and why. */
  readonly gone: string | undefined;
  /** The context of the last call: its clock is the clock. */
  ctx: NodeContext | undefined;
  conversation: Conversation | undefined;
  /** Gives the id of the request; 0 where there is nobody to tell. */
  tell(body: NodeRequestBody, within_ms?: number): number;
  /** The other side has settled all requests up to this one. */
  settle(upTo: number): void;
  /** Settles when there is nothing left to settle. */
  atRest(): Promise<void>;
  breakOff(words: string, outcome: OutcomeClass): void;
  /** What was used, from so many ms of CPU time on. */
  usage(cpuBefore: number): Omit<BoundaryUsage, "hook">;
}

/** The talk of an instance that has not begun. */
export function createOutsideTalk(
  { descriptor, label, limits }: OutsideTerms,
  { waitFor }: Pick<NodeHost, "waitFor">,
): OutsideTalk {
  let waiters: { readonly id: number; readonly resolve: () => void }[] = [];
  let lastSettled: Promise<void> = Promise.resolve();

  const talk: OutsideTalk = {
    ctx: undefined,
    conversation: undefined,
    get gone() {
      const { conversation } = talk;
      if (conversation === undefined) return "it was not started, or was stopped";
      return conversation.fault && `it is gone; ${conversation.fault.message}`;
    },
    tell(body, within_ms = limits.answer_ms) {
      const { ctx, conversation } = talk;
      if (ctx === undefined || conversation === undefined || conversation.fault !== undefined) return 0;
      const times = { now_ms: ctx.time.monotonic_ms(), wall_ms: ctx.time.wall_ms() };
      const id = conversation.send({ ...body, ...times }, { within_ms });
      const settled = new Promise<void>((resolve) => waiters.push({ id, resolve }));
      lastSettled = waitFor(settled).catch(() => {});
      return id;
    },
    settle(upTo) {
      const due = waiters.filter(({ id }) => id <= upTo);
      waiters = waiters.filter(({ id }) => id > upTo);
      for (const { resolve } of due) resolve();
    },
    atRest: () => lastSettled,
    breakOff: (words, outcome) =>
      talk.conversation?.breakOff(new NodeBoundaryError(`Cannot go on with ${label}: ${words}`, outcome)),
    usage(cpuBefore) {
      const { conversation } = talk;
      const { cpu_ms = 0, memory_mb = 0 } = conversation?.usage() ?? {};
      const { boundary = "process" } = conversation ?? {};
      return { boundary, node_id: descriptor.node_id, cpu_ms: cpu_ms - cpuBefore, memory_mb };
    },
  };
  return talk;
}
