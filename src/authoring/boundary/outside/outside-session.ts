/**
 * One instance of a node outside, seen from the kit: calls go out, replies come in, and virtual time waits until the
 * other side has settled. Whatever ends the other side ends what is open with an error that says so.
 */
import type { NodeContext } from "../../node/node-context.ts";
import type { InstanceInit } from "../../node/node-definition.ts";
import type { NodeEvent } from "../../node/node-event.ts";
import { RefusedInput } from "../../node/refused-input.ts";
import { NodeBoundaryError } from "../node-boundary-error.ts";
import { describeThrown } from "../wire/describe-thrown.ts";
import { callBody, createBody, outputOf, wireEvent } from "../wire/event-crossing.ts";
import type { NodeCallBody, NodeReply, NodeRequestBody } from "../wire/node-message.ts";
import { createCancelTokens } from "./cancel-tokens.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";
import type { ConversationItem } from "./node-conversation.ts";
import { type CancelledToken, createOpenCalls, type OpenCall } from "./open-calls.ts";
import { createOutsideCall, type OutsideCall } from "./outside-call.ts";
import { createOutsideTalk } from "./outside-talk.ts";
import type { OutsideTerms } from "./outside-terms.ts";
import { createStateMirror } from "./state-mirror.ts";
import { setVirtualTimer } from "./virtual-timer.ts";

/** What a call takes besides its context. */
export type CallInput = Pick<NodeCallBody, "reason" | "outcome"> & { readonly event?: NodeEvent };

/** One instance. */
export interface OutsideSession {
  /** Whether there is no instance on the other side. */
  readonly is_gone: boolean;
  /** Starts the other side and makes the instance there. */
  begin(ctx: NodeContext): Promise<void>;
  call(hook: NodeCallBody["hook"], ctx: NodeContext, input?: CallInput): OutsideCall;
  /** After the last call: what is at rest can serve another instance. */
  end(): Promise<void>;
}

/** Events that an output can name as its cause; older ones are forgotten. */
const KEPT_EVENTS = 1024;

/** An instance that has not begun. */
export function createOutsideSession(
  terms: OutsideTerms,
  { config, host }: InstanceInit<unknown>,
): OutsideSession {
  const { descriptor, label, limits, pool } = terms;
  const talk = createOutsideTalk(terms, host);
  const calls = createOpenCalls(terms, { talk, report: host.report });
  const events = new Map<number, NodeEvent>();
  const timers = new Map<number, () => void>();
  const mirror = createStateMirror(descriptor.state);
  let isMade = false;
  let mailbox: Mailbox<ConversationItem | { readonly cancelled: CancelledToken }> | undefined;

  const tokens = createCancelTokens((token, { cancel, time }) => {
    const { signal, reason = "cancelled" } = cancel;
    const why: unknown = signal.reason;
    const error = why instanceof Error ? { name: why.name, message: why.message } : undefined;
    talk.tell({ op: "cancel", token, reason, ...(error !== undefined && { error }) });
    mailbox?.put({ cancelled: { token, time } });
  });
  let isBroken = false;
  /** Ends the other side for what it said; nothing that it said after that counts, a call that has ended included. */
  const breakOff: typeof talk.breakOff = (words, outcome) => {
    isBroken = true;
    talk.breakOff(words, outcome);
  };
  const onFault = (fault: NodeBoundaryError) => {
    for (const cancel of timers.values()) cancel();
    timers.clear();
    calls.finishAll({ error: fault }, fault.outcome);
    talk.settle(Number.POSITIVE_INFINITY);
    mailbox?.close();
    tokens.close();
  };
  const onOutput = (reply: NodeReply & { readonly op: "output" }) => {
    const output = outputOf(reply, events);
    if (reply.call === undefined) {
      const { output: number = 0 } = reply;
      const taken = (error?: unknown) =>
        talk.tell({
          op: "taken",
          output: number,
          ...(error !== undefined && { error: describeThrown(error) }),
        });
      (tokens.contextOf(reply.token) ?? talk.ctx)?.emit(output).then(() => taken(), taken);
      return;
    }
    const open = calls.giving(reply.call);
    if (open === undefined)
      throw new TypeError(
        `Cannot take an output: expected an open call that may give some but received call ${reply.call}`,
      );
    const most = Math.max(1, descriptor.max_buffered);
    if (open.call.waiting_outputs < most) open.call.give(output);
    else breakOff(`expected at most ${most} outputs that wait to be taken but received more`, "overload");
  };
  const onError = ({ call: id, name = "Error", message }: NodeReply & { readonly op: "error" }) => {
    if (id === undefined) return breakOff(`it failed: ${name}: ${message}`, "infrastructure_failure");
    const why: unknown = calls.get(id)?.ctx.cancel.signal.reason;
    if (why instanceof Error && why.name === name && why.message === message)
      return calls.finish(id, { error: why }, "cancelled");
    calls.finish(id, { error: Object.assign(new Error(message), { name }) });
  };
  const setTimer = ({ timer, delay_ms }: NodeReply & { readonly op: "wake_me" }, { time }: NodeContext) => {
    timers.get(timer)?.();
    const wake = () => {
      timers.delete(timer);
      talk.tell({ op: "wake", timer });
    };
    timers.set(timer, setVirtualTimer(time, { delay_ms, callback: wake }));
  };
  const writeState = (reply: NodeReply & { readonly op: "state" }, { state }: NodeContext) => {
    try {
      mirror.write(state, reply);
    } catch {
      // A store that the node does not declare: whoever owns the state has seen it, and the node goes on.
    }
  };
  const onReply = (reply: NodeReply, ctx: NodeContext) => {
    switch (reply.op) {
      case "output":
        return onOutput(reply);
      case "telemetry":
        return ctx.telemetry.record(reply.name, reply.fields);
      case "wake_me":
        return setTimer(reply, ctx);
      case "forget":
        timers.get(reply.timer)?.();
        return timers.delete(reply.timer);
      case "state":
        return writeState(reply, ctx);
      case "done":
        return calls.finish(reply.call, reply.outcome === undefined ? {} : { outcome: reply.outcome });
      case "refused":
        return calls.finish(reply.call, { error: new RefusedInput(reply.message) }, "blocked");
      case "error":
        return onError(reply);
      case "settled":
        return talk.settle(reply.id);
      case "hello":
        throw new TypeError("Cannot take a reply: expected one to what was asked but received hello");
    }
  };
  const handle = (item: ConversationItem | { readonly cancelled: CancelledToken }) => {
    try {
      if (isBroken && !("fault" in item)) return;
      if ("cancelled" in item) calls.enforceCancel(item.cancelled);
      else if ("fault" in item) onFault(item.fault);
      else if (talk.ctx !== undefined) onReply(item.reply, talk.ctx);
    } catch (thrown) {
      breakOff(describeThrown(thrown), "infrastructure_failure");
    }
  };

  const open = (hook: OpenCall["hook"], ctx: NodeContext, body: (token: number) => NodeRequestBody) => {
    talk.ctx = ctx;
    const token = hook === "create" ? 0 : tokens.numberOf(ctx);
    let id = 0;
    const pull = () => void talk.tell({ op: "next", call: id });
    const call = createOutsideCall({ pull, leave: () => void talk.tell({ op: "leave", call: id }) });
    const { gone } = talk;
    if (gone !== undefined) {
      const error = new NodeBoundaryError(
        `Cannot call ${hook} of ${label}: ${gone}`,
        "infrastructure_failure",
      );
      if (hook === "process") host.report(error.outcome);
      call.finish({ error });
      return { id, call };
    }
    const cpu_before = talk.usage(0).cpu_ms;
    id = talk.tell(body(token), hook === "create" ? limits.start_ms : limits.answer_ms);
    calls.add(id, { call, hook, ctx, token, cpu_before });
    return { id, call };
  };

  return {
    get is_gone() {
      return !isMade || talk.gone !== undefined;
    },
    async begin(ctx) {
      const conversation = await host.waitFor(pool.take());
      talk.conversation = conversation;
      mailbox = openMailbox(handle);
      conversation.listen(mailbox.put);
      const { call } = open("create", ctx, () => createBody(ctx, config));
      await call.ended();
      isMade = true;
    },
    call(hook, ctx, { event, ...input } = {}) {
      const state = talk.gone === undefined ? mirror.news(ctx.state) : undefined;
      const { id, call } = open(hook, ctx, (token) => ({
        ...callBody(hook, ctx),
        token,
        ...input,
        ...(state !== undefined && { state }),
        ...(event !== undefined && { event: wireEvent(event) }),
      }));
      if (event !== undefined) events.set(id, event);
      if (events.size > KEPT_EVENTS) events.delete(events.keys().next().value ?? 0);
      return call;
    },
    async end() {
      await talk.atRest();
      const { conversation } = talk;
      if (conversation === undefined) return;
      if (conversation.fault !== undefined) return pool.giveBack(conversation);
      // What was left behind is to be seen: its timers fire, its outputs come.
      if (calls.size + timers.size > 0) return pool.retire(conversation);
      mailbox?.close();
      tokens.close();
      pool.giveBack(conversation);
      talk.conversation = undefined;
    },
  };
}
