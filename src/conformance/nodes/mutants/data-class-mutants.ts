/** Mutants whose bug is that something private gets out. */
import { intent, intentOf } from "./correct/intent.ts";
import { redact, redactor } from "./correct/redactor.ts";
import { sttBridge } from "./correct/stt-bridge.ts";
import { toolBridge } from "./correct/tool-bridge.ts";
import { turnDetector } from "./correct/turn-detector.ts";
import { energyOf, vad } from "./correct/vad.ts";
import { type NodeMutant, withHooks, withOutputs } from "./node-mutant.ts";
import { say, sound } from "./script-steps.ts";

/** One bug each. */
export const DATA_CLASS_MUTANTS: readonly NodeMutant[] = [
  {
    name: "the class of the input",
    rule: "NODE-DATA-01",
    why: "The payload class of the input is written into the output",
    correct: intent,
    node: withOutputs(intent, (output, { event }) => ({
      ...output,
      envelope: { payload_class: event.envelope.payload_class },
    })),
    script: [say("hello")],
  },
  {
    name: "everything is metadata",
    rule: "NODE-DATA-01",
    why: "Hypotheses are called metadata so that nobody asks for a permission",
    correct: sttBridge,
    node: withOutputs(sttBridge, (output) => ({ ...output, envelope: { payload_class: "metadata" } })),
    script: [sound("audio.frame", 900)],
  },
  {
    name: "a redaction that is still personal",
    rule: "NODE-DATA-01",
    why: "The output keeps the class PII although the port says that it is a summary",
    correct: redactor,
    node: withOutputs(redactor, (output) => ({ ...output, envelope: { payload_class: "PII" } })),
    script: [say("call 123")],
  },
  {
    name: "an excerpt for debugging",
    rule: "NODE-DATA-02",
    why: "The intent carries what the user has said",
    correct: intent,
    node: withHooks(intent, () => ({
      *process(_ctx, { payload }) {
        const source = payload as string;
        yield { type: "intent.found", payload: { ...intentOf(source), excerpt: source } };
      },
    })),
  },
  {
    name: "the words one by one",
    rule: "NODE-DATA-02",
    why: "The intent carries the words of the user as keys of a table",
    correct: intent,
    node: withHooks(intent, () => ({
      *process(_ctx, { payload }) {
        const counts: { [word: string]: number } = {};
        for (const word of (payload as string).split(/\s+/)) counts[word] = (counts[word] ?? 0) + 1;
        yield { type: "intent.found", payload: { ...intentOf(payload as string), counts } };
      },
    })),
  },
  {
    name: "samples beside the state",
    rule: "NODE-DATA-02",
    why: "The state of speech carries the frame that it was read from",
    correct: vad,
    node: withOutputs(vad, ({ type, payload }, { event }) => ({
      type,
      payload: { ...(payload as object), frame: [...(event.payload as Int16Array)] },
    })),
  },
  {
    name: "the text in the proposal",
    rule: "NODE-DATA-02",
    why: "The proposal to end the turn quotes the sentence that it was made from",
    correct: turnDetector,
    node: withHooks(turnDetector, () => ({
      *process(_ctx, { type, payload }) {
        if (type === "text.final")
          yield { type: "turn.end_proposed", payload: { waited_ms: 0, because: `It ends with: ${payload}` } };
      },
    })),
  },
  {
    name: "the text in telemetry",
    rule: "NODE-DATA-03",
    why: "What is redacted in the output is written into telemetry beside it",
    correct: redactor,
    node: withHooks(redactor, () => ({
      *process(ctx, { payload }) {
        ctx.telemetry.record("redacted", { before: payload as string });
        yield { type: "text.redacted", payload: redact(payload as string) };
      },
    })),
  },
  {
    name: "an error that quotes",
    rule: "NODE-DATA-03",
    why: "The arguments that could not be read are quoted in the telemetry of the error",
    correct: toolBridge,
    node: withHooks(toolBridge, (hooks) => ({
      process(ctx, event) {
        const { arguments: text } = event.payload as { readonly arguments: string };
        ctx.telemetry.record("called", { message: `Unexpected arguments: ${text}` });
        return hooks.process(ctx, event);
      },
    })),
    options: { inputs: { "tool.call": [{ call_id: "c1", arguments: "my number is 0049 170 1234567" }] } },
  },
  {
    name: "a record named after the text",
    rule: "NODE-DATA-03",
    why: "The name of the telemetry record is put together from what the user has said",
    correct: intent,
    node: withHooks(intent, (hooks) => ({
      process(ctx, event) {
        ctx.telemetry.record(`intent.${event.payload}`);
        return hooks.process(ctx, event);
      },
    })),
  },
  {
    name: "a record named after the text, with a field called name",
    rule: "NODE-DATA-03",
    why: "The name of the record says what the user has said, and a field called name says what it is",
    correct: intent,
    node: withHooks(intent, (hooks) => ({
      process(ctx, event) {
        ctx.telemetry.record(`intent.${event.payload}`, { name: "intent" });
        return hooks.process(ctx, event);
      },
    })),
  },
  {
    name: "samples written out",
    rule: "NODE-DATA-03",
    why: "The samples of a frame are joined into a text, to draw a curve of them",
    correct: vad,
    node: withHooks(vad, (hooks) => ({
      process(ctx, event) {
        const { payload } = event;
        if (payload instanceof Int16Array)
          ctx.telemetry.record("frame", { energy: energyOf(payload), curve: payload.join(",") });
        return hooks.process(ctx, event);
      },
    })),
  },
  {
    name: "a short text in telemetry",
    rule: "NODE-DATA-03",
    why: "What the tool is called with is written into telemetry, and is so short that it looks harmless",
    correct: toolBridge,
    node: withHooks(toolBridge, (hooks) => ({
      process(ctx, event) {
        const { arguments: text } = (event.payload ?? {}) as { readonly arguments?: string };
        ctx.telemetry.record("called", { with: `args ${text}` });
        return hooks.process(ctx, event);
      },
    })),
    options: {
      inputs: { "tool.call": ["[1]", "[2, 3]"].map((list) => ({ call_id: list, arguments: list })) },
    },
  },
];
