/** The other side of the node protocol: makes a node written in JavaScript one that a kit elsewhere can drive. */
import { describeValue } from "../../../internal/describe-value.ts";
import type { NodeDefinition } from "../../node/node-definition.ts";
import type { VirtualGlobals } from "../../virtual-globals/globals-host.ts";
import { describeThrown } from "../wire/describe-thrown.ts";
import { eventOf } from "../wire/event-crossing.ts";
import { NODE_PROTOCOL, type NodeReply, type NodeRequest } from "../wire/node-message.ts";
import { loopTurn } from "../wire/real-timers.ts";
import { deepFrozen } from "./deep-frozen.ts";
import { type ServedCall, serveCall } from "./served-call.ts";
import { createServedInstance, type ServedInstance } from "./served-instance.ts";

/** What a server is made of. */
export interface NodeServerParts {
  readonly node: NodeDefinition;
  readonly globals: VirtualGlobals;
  send(reply: NodeReply): void;
  /** Memory in use, in MiB, where whoever started the server cannot measure it. */
  memory?(): number;
}

/** A server for one kit. */
export interface NodeServer {
  receive(request: NodeRequest): void;
}

/** A server; the globals have to be in place already. */
export function createNodeServer({ node, globals, send, memory }: NodeServerParts): NodeServer {
  const calls = new Map<number, ServedCall>();
  const waits = new Set<Promise<unknown>>();
  let instance: ServedInstance | undefined;
  let received = 0;
  let activity = 0;
  let isWorking = false;
  /** Requests of one moment, the last of which has not come. */
  let moment: NodeRequest[] = [];
  const moments: (readonly NodeRequest[])[] = [];
  let arrived: () => void = () => {};
  const nextMoment = () =>
    new Promise<void>((resolve) => {
      arrived = resolve;
    });

  const reply = (message: NodeReply) => {
    activity += 1;
    send(message);
  };
  const waitFor = <T>(work: Promise<T>): Promise<T> => {
    const forget = () => void waits.delete(over);
    const over: Promise<void> = work.then(forget, forget);
    waits.add(over);
    return work;
  };
  const serveAll = (requests: readonly NodeRequest[]) => {
    for (const request of requests) {
      received = request.id;
      try {
        serve(request);
      } catch (thrown) {
        reply(failure(request, thrown));
      }
    }
  };
  /**
   * Takes in what came of one moment after the other. The node has settled when nothing came of a whole turn of the
   * event loop, and it waits for nothing real.
   */
  const work = async () => {
    let seen: number;
    do {
      seen = activity;
      serveAll(moments.shift() ?? []);
      await loopTurn();
      // A cancel must come through while the node waits.
      if (waits.size > 0 && moments.length === 0) await Promise.race([Promise.all(waits), nextMoment()]);
    } while (seen !== activity || waits.size > 0 || moments.length > 0);
    isWorking = false;
    send({ op: "settled", id: received, ...(memory !== undefined && { memory_mb: memory() }) });
  };

  const present = (): ServedInstance => {
    if (instance === undefined) throw new TypeError("Cannot serve the request: expected create before it");
    return instance;
  };
  const create = (request: NodeRequest & { readonly op: "create" }) => {
    calls.clear();
    const made = createServedInstance({ node, reply: onlyOf(() => instance === made), waitFor }, request);
    instance = undefined;
    made.clock.set(request);
    globals.run(made.clock, () => made.hooks());
    instance = made;
    reply({ op: "done", call: request.id });
  };
  /** What is left of an earlier instance has nobody to talk to. */
  const onlyOf = (isCurrent: () => boolean) => (message: NodeReply) => {
    if (isCurrent()) reply(message);
  };
  const call = (request: NodeRequest & { readonly op: "call" }) => {
    const own = present();
    const { id, hook, state, event: crossed, reason, outcome } = request;
    if (state !== undefined) own.state.replace(state);
    const ctx = own.contextOf(request, () => calls.has(id));
    const event = crossed && deepFrozen(eventOf(crossed));
    if (event !== undefined) own.received(event, id);
    const hooks = own.hooks();
    const input = { process: event, onCancel: reason, onBudgetExhausted: outcome }[hook as string];
    const run = () =>
      (hooks[hook] as ((...given: unknown[]) => unknown) | undefined)?.call(hooks, ctx, input);
    const parts = {
      id,
      reply: onlyOf(() => instance === own),
      give: (output: Parameters<typeof own.outputReply>[0]) => reply(own.outputReply(output, { call: id })),
      onEnd: () => void calls.delete(id),
      run,
    };
    globals.run(own.clock, () => calls.set(id, serveCall(parts)));
  };
  const serve = (request: NodeRequest) => {
    instance?.clock.set(request);
    switch (request.op) {
      case "hello":
        return reply({ op: "hello", protocol: NODE_PROTOCOL, node: { ...node.descriptor } });
      case "create":
        return create(request);
      case "call":
        return call(request);
      case "next":
        return calls.get(request.call)?.next();
      case "leave":
        return calls.get(request.call)?.leave();
      case "taken":
        return present().taken(request);
      case "cancel":
        return present().token(request.token).cancel(request);
      case "wake":
        return present().clock.wake(request.timer);
      case "bye":
        return;
      default:
        throw new TypeError(
          `Cannot serve a request: op ${describeValue((request as NodeRequest).op)} is unknown`,
        );
    }
  };

  return {
    receive(request) {
      moment.push(request);
      if (request.more === true) return;
      moments.push(moment);
      moment = [];
      arrived();
      if (isWorking) return;
      isWorking = true;
      void work();
    },
  };
}

function failure({ op, id }: NodeRequest, thrown: unknown): NodeReply {
  const name = thrown instanceof Error ? thrown.name : "Error";
  const isOfCall = op === "create" || op === "call";
  return { op: "error", ...(isOfCall && { call: id }), name, message: describeThrown(thrown) };
}
