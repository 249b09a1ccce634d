/** Mutants whose bug is in the ids, sequences, times and epochs that they write themselves. */
import type { NodeEvent } from "../../../authoring/node/node-event.ts";
import { intent, intentOf } from "./correct/intent.ts";
import { mockLlm, WORD_MS, wordsOf } from "./correct/mock-llm.ts";
import { segmenter } from "./correct/segmenter.ts";
import { sttBridge } from "./correct/stt-bridge.ts";
import { vad } from "./correct/vad.ts";
import { type NodeMutant, withHooks, withOutputs } from "./node-mutant.ts";
import { feed, say, sound, wait } from "./script-steps.ts";

/** One bug each. */
export const ORDER_MUTANTS: readonly NodeMutant[] = [
  {
    name: "ids from a counter that restarts",
    rule: "NODE-ENV-06",
    why: "The event id is the index of the word, which begins anew with every text",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({
      async *process(ctx, { payload }) {
        for (const [index, word] of wordsOf(payload as string).entries()) {
          await ctx.time.sleep(WORD_MS);
          yield { type: "text.delta", payload: word, envelope: { event_id: `delta-${index}` } };
        }
      },
    })),
    script: [say("one"), wait(50), say("two"), wait(50)],
  },
  {
    name: "a sequence that begins anew",
    rule: "NODE-ENV-06",
    why: "The runtime sequence is the number of the sentence within its text",
    correct: segmenter,
    node: withHooks(segmenter, (hooks) => {
      return {
        *process(ctx, event) {
          let sequence = 0;
          for (const output of (hooks.process(ctx, event) ?? []) as Iterable<never>) {
            sequence += 1;
            yield Object.assign({}, output, { envelope: { runtime_sequence: sequence } });
          }
        },
      };
    }),
    script: [feed("text.delta", "One. Two. "), feed("text.delta", "Three.")],
  },
  {
    name: "the wall clock as runtime clock",
    rule: "NODE-ENV-06",
    why: "The runtime timestamp is written from the wall clock",
    correct: intent,
    node: withOutputs(intent, (output, { ctx }) => ({
      ...output,
      envelope: { runtime_timestamp_ms: ctx.time.wall_ms() },
    })),
    script: [say("hello")],
  },
  {
    name: "the id of the cause",
    rule: "NODE-ENV-06",
    why: "An output has the event id of the input that it comes from",
    correct: intent,
    node: withOutputs(intent, (output, { event }) => ({
      ...output,
      envelope: { event_id: event.envelope.event_id },
    })),
  },
  {
    name: "a sequence of its own",
    rule: "NODE-ENV-06",
    why: "The runtime sequence is counted by the node, so that results are numbered below their causes",
    correct: intent,
    node: withHooks(intent, () => {
      let sequence = 0;
      return {
        *process(_ctx, { type, payload }) {
          if (type !== "text.final") return;
          sequence += 1;
          const found = intentOf(payload as string);
          yield { type: "intent.found", payload: found, envelope: { runtime_sequence: sequence } };
        },
      };
    }),
  },
  {
    name: "one envelope for all",
    rule: "NODE-ENV-01",
    why: "The envelope of the cause is handed on as it is, also when it is a control signal",
    correct: sttBridge,
    node: withOutputs(sttBridge, (output, { event }) => ({
      ...output,
      envelope: { ...event.envelope, payload_class: "text_raw", media_time: undefined },
    })),
    script: [sound("audio.frame", 900), { kind: "commit_turn" }],
  },
  {
    name: "an epoch from the first event",
    rule: "NODE-ENV-07",
    why: "The authority epoch of the first event is written into every output",
    correct: vad,
    node: withHooks(vad, (hooks) => {
      let first: NodeEvent | undefined;
      return {
        *process(ctx, event) {
          first ??= event;
          const { authority_epoch } = first.envelope;
          for (const output of (hooks.process(ctx, event) ?? []) as Iterable<never>)
            yield Object.assign({}, output, { envelope: { authority_epoch } });
        },
      };
    }),
    script: [
      sound("audio.frame", 900),
      { kind: "rotate_lease" },
      ...[0, 0, 0].map(() => sound("audio.frame", 0)),
    ],
  },
  {
    name: "an epoch that is a constant",
    rule: "NODE-ENV-07",
    why: "The authority epoch is a constant that was right when it was written",
    correct: segmenter,
    node: withOutputs(segmenter, (output) => ({ ...output, envelope: { authority_epoch: 1 } })),
    script: [{ kind: "rotate_lease" }, feed("text.delta", "Hello.")],
  },
  {
    name: "the first invocation for ever",
    rule: "NODE-ENV-04",
    why: "The provider invocation of the first call is written into the results of all",
    correct: intent,
    node: withHooks(intent, (hooks) => {
      let first: string | undefined;
      return {
        async *process(ctx, event) {
          first ??= event.envelope.provider_invocation_id;
          const envelope = first === undefined ? {} : { envelope: { provider_invocation_id: first } };
          for await (const output of (await hooks.process(ctx, event)) ?? [])
            yield { ...output, ...envelope };
        },
      };
    }),
  },
];
