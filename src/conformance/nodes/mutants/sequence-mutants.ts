/** Mutants whose bug is that they fail where inputs come again or at another time, or spoil what they are given. */
import type { NodeEvent } from "../../../authoring/node/node-event.ts";
import { intent } from "./correct/intent.ts";
import { jitterGate } from "./correct/jitter-gate.ts";
import { playout } from "./correct/playout.ts";
import { redactor } from "./correct/redactor.ts";
import { sessionMemory } from "./correct/session-memory.ts";
import { toolBridge } from "./correct/tool-bridge.ts";
import { vad } from "./correct/vad.ts";
import { type AnyHooks, type NodeMutant, withHooks } from "./node-mutant.ts";
import { feed, open, say, sound } from "./script-steps.ts";

/** The hooks with something done before process. */
const before =
  (check: (event: NodeEvent) => void) =>
  (hooks: AnyHooks): Partial<AnyHooks> => ({
    process(ctx, event) {
      check(event);
      return hooks.process(ctx, event);
    },
  });

const packet = (runtime_sequence: number) =>
  feed("packet", { bytes: 1 }, { envelope: { runtime_sequence, transport_sequence: runtime_sequence } });

/** One bug each. */
export const SEQUENCE_MUTANTS: readonly NodeMutant[] = [
  {
    name: "an id that is there already",
    rule: "NODE-ROB-03",
    why: "An event that comes again is taken for a bug of somebody else",
    correct: intent,
    node: withHooks(intent, (hooks) => {
      const seen = new Set<string>();
      return before(({ envelope }) => {
        if (seen.has(envelope.event_id)) throw new TypeError("Cannot take the event twice");
        seen.add(envelope.event_id);
      })(hooks);
    }),
    script: [say("hello", { envelope: { event_id: "e1" } }), say("hello", { envelope: { event_id: "e1" } })],
  },
  {
    name: "work that is already done is looked up",
    rule: "NODE-ROB-03",
    why: "The entry of an event is deleted when it is done, and the repetition reads it",
    correct: playout,
    node: withHooks(playout, (hooks) => {
      const jobs = new Map<string, { count: number } | undefined>();
      return before(({ envelope: { event_id } }) => {
        if (!jobs.has(event_id)) {
          jobs.set(event_id, undefined);
          return;
        }
        (jobs.get(event_id) as { count: number }).count += 1;
      })(hooks);
    }),
    script: [
      open("t1"),
      sound("audio.chunk", 1, { envelope: { event_id: "e1" } }),
      sound("audio.chunk", 1, { envelope: { event_id: "e1" } }),
    ],
  },
  {
    name: "a gap of less than nothing",
    rule: "NODE-ROB-04",
    why: "The gap between two packets is the length of an array, and is negative when they are out of order",
    correct: jitterGate,
    node: withHooks(jitterGate, () => {
      let last: number | undefined;
      return {
        *process(_ctx, { envelope }) {
          const at = envelope.runtime_sequence;
          const missed = last === undefined ? 0 : new Array(at - last - 1).length;
          last = at;
          yield { type: "packet.passed", payload: { missed } };
        },
      };
    }),
    script: [packet(5), packet(3)],
  },
  {
    name: "order is taken for granted",
    rule: "NODE-ROB-04",
    why: "An event that is older than the last one is an assertion that fails",
    correct: vad,
    node: withHooks(vad, (hooks) => {
      let last = -1;
      return before(({ envelope: { runtime_sequence } }) => {
        if (runtime_sequence < last) throw new RangeError("Cannot go back in the sequence");
        last = runtime_sequence;
      })(hooks);
    }),
    script: [
      sound("audio.frame", 1, { envelope: { runtime_sequence: 9 } }),
      sound("audio.frame", 1, { envelope: { runtime_sequence: 4 } }),
    ],
  },
  {
    name: "a deadline that has passed",
    rule: "NODE-ROB-05",
    why: "What is left until the event has to be played is negative when it comes late, and is refused by the timer",
    correct: playout,
    node: withHooks(playout, (hooks) => {
      let newest = 0;
      return before(({ envelope }) => {
        const at = envelope.runtime_timestamp_ms;
        newest = Math.max(newest, at);
        if (at < newest) throw new RangeError("Cannot play into the past");
      })(hooks);
    }),
  },
  {
    name: "stale events are an error",
    rule: "NODE-ROB-05",
    why: "An event that has been on its way for too long is thrown out with an error that is no refusal",
    correct: redactor,
    node: withHooks(redactor, (hooks) => ({
      process(ctx, event) {
        const age = ctx.time.monotonic_ms() - event.envelope.runtime_timestamp_ms;
        if (age > 40) throw new RangeError(`Cannot take an event that is ${age} ms old`);
        return hooks.process(ctx, event);
      },
    })),
  },
  {
    name: "a recogniser that is gone",
    rule: "NODE-ROB-06",
    why: "onCancel throws the recogniser away, and the next frame of the session uses it",
    correct: vad,
    node: withHooks(vad, (hooks) => {
      let recogniser: { feed(): void } | undefined = { feed() {} };
      return {
        ...before(() => (recogniser as { feed(): void }).feed())(hooks),
        onCancel() {
          recogniser = undefined;
        },
      };
    }),
  },
  {
    name: "a move that it does not get over",
    rule: "NODE-ROB-06",
    why: "start throws when it finds that an instance before it has been there",
    correct: sessionMemory,
    node: withHooks(sessionMemory, () => ({
      start(ctx) {
        const { session_durable } = ctx.state;
        if (session_durable.get("is_open") === true) throw new TypeError("Cannot open the memory twice");
        session_durable.set("is_open", true);
      },
    })),
  },
  {
    name: "samples are scaled in place",
    rule: "NODE-ROB-07",
    why: "The volume is evened out in the array that came in",
    correct: vad,
    node: withHooks(
      vad,
      before(({ payload }) => {
        if (!(payload instanceof Int16Array)) return;
        for (const [at, sample] of payload.entries()) payload[at] = sample >> 1;
      }),
    ),
    script: [sound("audio.frame", 900)],
  },
  {
    name: "a mark on the event",
    rule: "NODE-ROB-07",
    why: "The node writes into the payload that it was done",
    correct: toolBridge,
    node: withHooks(
      toolBridge,
      before(({ payload }) => {
        (payload as { is_done?: boolean }).is_done = true;
      }),
    ),
  },
];
