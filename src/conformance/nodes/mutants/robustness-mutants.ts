/** Mutants whose bug is that they fail, or spoil something, where inputs are not what they expect. */
import type { NodeEvent } from "../../../authoring/node/node-event.ts";
import { heartbeat } from "./correct/heartbeat.ts";
import { intent } from "./correct/intent.ts";
import { segmenter } from "./correct/segmenter.ts";
import { sttBridge } from "./correct/stt-bridge.ts";
import { toolBridge } from "./correct/tool-bridge.ts";
import { turnDetector } from "./correct/turn-detector.ts";
import { vad } from "./correct/vad.ts";
import { type AnyHooks, type NodeMutant, withHooks } from "./node-mutant.ts";
import { feed, open, say } from "./script-steps.ts";

/** The hooks with something done before process. */
const before =
  (check: (event: NodeEvent) => void) =>
  (hooks: AnyHooks): Partial<AnyHooks> => ({
    process(ctx, event) {
      check(event);
      return hooks.process(ctx, event);
    },
  });

/** One bug each. */
export const ROBUSTNESS_MUTANTS: readonly NodeMutant[] = [
  {
    name: "a default that throws",
    rule: "NODE-ROB-01",
    why: "The switch over event types throws in its default branch",
    correct: segmenter,
    node: withHooks(
      segmenter,
      before(({ type }) => {
        if (type !== "text.delta" && type !== "commit")
          throw new TypeError(`Cannot take an event of type ${type}`);
      }),
    ),
    script: [open("t1"), feed("text.other", "hello")],
  },
  {
    name: "a table of handlers",
    rule: "NODE-ROB-01",
    why: "The handler of an event is looked up by its type, and called without looking whether it is there",
    correct: turnDetector,
    node: withHooks(turnDetector, (hooks) => {
      const handlers: { readonly [type: string]: AnyHooks["process"] } = {
        "speech.state": hooks.process,
        "text.final": hooks.process,
      };
      return { process: (ctx, event) => (handlers[event.type] as AnyHooks["process"])(ctx, event) };
    }),
    script: [open("t1"), feed("speech.paused")],
  },
  {
    name: "every event is a text",
    rule: "NODE-ROB-01",
    why: "process does not look at the type of the event at all",
    correct: sttBridge,
    node: withHooks(sttBridge, () => ({
      *process(_ctx, { type, payload }) {
        if (type === "commit") return;
        const { length } = payload as Int16Array;
        yield { type: "text.partial", payload: { text: `${length}`, confidence: 1 } };
      },
    })),
    script: [open("t1"), feed("text.other", undefined)],
  },
  {
    name: "samples that are none",
    rule: "NODE-ROB-02",
    why: "The first sample is read although the payload may be something else",
    correct: vad,
    node: withHooks(
      vad,
      before(({ payload }) => {
        const { buffer } = payload as Int16Array;
        new DataView(buffer).getInt16(0);
      }),
    ),
  },
  {
    name: "text of a model is taken for JSON",
    rule: "NODE-LIFE-01",
    why: "What a language model wrote is given to JSON.parse without a catch",
    correct: toolBridge,
    node: withHooks(
      toolBridge,
      before(({ payload }) => {
        const { arguments: text } = payload as { readonly arguments: string };
        JSON.parse(text);
      }),
    ),
    options: { inputs: { "tool.call": [{ call_id: "c1", arguments: "[1, 2" }] } },
    script: [feed("tool.call", { call_id: "c1", arguments: "[1, 2" })],
  },
  {
    name: "the first match is always there",
    rule: "NODE-LIFE-01",
    why: "A word is read out of a match that is null for an empty text",
    correct: intent,
    node: withHooks(
      intent,
      before(({ payload }) => {
        const [first] = (payload as string).match(/\w+/) as RegExpMatchArray;
        if (first === undefined) throw new TypeError("Cannot read the text: expected a word");
      }),
    ),
    script: [say("")],
  },
  {
    name: "a text that is none",
    rule: "NODE-ROB-02",
    why: "The port has no schema, and whatever comes is trimmed as if it were a text",
    correct: heartbeat,
    node: withHooks(
      heartbeat,
      before(({ type, payload }) => {
        if (type === "text.final") (payload as string).trim();
      }),
    ),
  },
];
