/** The calls of an instance that are open, and how they end. */
import type { NodeContext, TimebaseHandle } from "../../node/node-context.ts";
import type { NodeHost, OutcomeClass } from "../../node/node-definition.ts";
import type { NodeCallBody } from "../wire/node-message.ts";
import { markCall } from "./boundary-marks.ts";
import type { CallEnd, OutsideCall } from "./outside-call.ts";
import type { OutsideTalk } from "./outside-talk.ts";
import type { OutsideTerms } from "./outside-terms.ts";
import { setVirtualTimer } from "./virtual-timer.ts";

/** A call that is open. */
export interface OpenCall {
  readonly call: OutsideCall;
  readonly hook: NodeCallBody["hook"] | "create";
  readonly ctx: NodeContext;
  /** Number of its cancel token. */
  readonly token: number;
  /** CPU time that was used before it, in ms. */
  readonly cpu_before: number;
}

/** A cancel token that was cancelled, on the clock of its context. */
export interface CancelledToken {
  readonly token: number;
  readonly time: TimebaseHandle;
}

/** The open calls of an instance. */
export interface OpenCalls {
  readonly size: number;
  add(id: number, open: OpenCall): void;
  get(id: number): OpenCall | undefined;
  /** The open call, if it is one of a hook that may give outputs. */
  giving(id: number): OpenCall | undefined;
  /** Throws a TypeError where the call is not open. */
  finish(id: number, end: CallEnd, outcome?: OutcomeClass): void;
  finishAll(end: CallEnd, outcome: OutcomeClass): void;
  /** Ends a node that goes on after a cancel: in time where the runtime may stop it, else one call's budget later. */
  enforceCancel(cancelled: CancelledToken): void;
}

const GIVING = ["process", "onBudgetExhausted"];

/** No calls yet. */
export function createOpenCalls(
  terms: OutsideTerms,
  { talk, report }: { readonly talk: OutsideTalk; readonly report: NodeHost["report"] },
): OpenCalls {
  const { descriptor, limits } = terms;
  const calls = new Map<number, OpenCall>();
  let takeBack: () => void = () => {};

  const isWorkingFor = (token: number) =>
    [...calls.values()].some((open) => open.token === token && GIVING.includes(open.hook));
  const finish = (id: number, end: CallEnd, outcome?: OutcomeClass) => {
    const open = calls.get(id);
    if (open === undefined)
      throw new TypeError(`Cannot end a call: expected an open call but received ${id}`);
    const { hook, ctx, call, token, cpu_before } = open;
    const usage = { ...talk.usage(cpu_before), hook };
    const { max_cpu_ms = Number.POSITIVE_INFINITY } = limits;
    if (talk.gone === undefined && usage.cpu_ms > max_cpu_ms)
      return talk.breakOff(`expected at most ${max_cpu_ms} ms of CPU time but it used more`, "overload");
    calls.delete(id);
    if (!isWorkingFor(token)) takeBack();
    if (hook === "process" && outcome !== undefined) report(outcome);
    if (hook !== "create") markCall(terms, { ctx, usage });
    call.finish(end);
  };

  return {
    get size() {
      return calls.size;
    },
    add: (id, open) => void calls.set(id, open),
    get: (id) => calls.get(id),
    giving(id) {
      const open = calls.get(id);
      return open !== undefined && GIVING.includes(open.hook) ? open : undefined;
    },
    finish,
    finishAll(end, outcome) {
      takeBack();
      for (const id of [...calls.keys()]) finish(id, end, outcome);
    },
    enforceCancel({ token, time }) {
      if (!isWorkingFor(token)) return;
      const { cancel, resources } = descriptor;
      const isPreemptible = cancel.mode === "preemptible";
      const grace = cancel.within_ms + (isPreemptible ? 0 : resources.timeout_ms);
      takeBack();
      takeBack = setVirtualTimer(time, {
        delay_ms: grace,
        callback: () => {
          const words = `expected its work to end within ${grace} ms after the cancel but it did not`;
          if (isWorkingFor(token)) talk.breakOff(words, isPreemptible ? "cancelled" : "timeout");
        },
      });
    },
  };
}
